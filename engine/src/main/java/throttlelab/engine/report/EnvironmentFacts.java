package throttlelab.engine.report;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.report.content.Block.Fact;
import throttlelab.engine.report.content.Block.Facts;
import throttlelab.engine.report.content.Shown;

/// What something ran on, and what identifies it.
final class EnvironmentFacts {

    private EnvironmentFacts() {
    }

    static Facts machine(Environment environment) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("System", Shown.text(environment.os() + ", " + environment.arch())),
                new Fact("Processor", Shown.text(environment.cpu()) + ", "
                        + Figures.count(environment.processors()) + " in use"),
                new Fact("Java", Shown.text(environment.java() + ", " + environment.javaVendor() + ", "
                        + environment.vm())),
                new Fact("Memory", "heap of at most " + Figures.megabytes(environment.maxHeapBytes())
                        + ", collectors " + Shown.text(String.join(", ", environment.garbageCollectors()))),
                new Fact("Arithmetic", Shown.text(environment.kernels()))));
        if (!environment.vmOptions().isEmpty()) {
            facts.add(new Fact("Options", Shown.text(String.join(" ", environment.vmOptions())), true));
        }
        return new Facts(facts);
    }

    static List<Fact> model(RunSetup setup) {
        return List.of(
                new Fact("Model", Shown.text(setup.model().name()) + ", " + Figures.count(setup.model().parameters(),
                        "parameter")),
                new Fact("Model SHA-256", setup.model().digest().toString(), true),
                new Fact("Tokenizer SHA-256", setup.model().tokenizerDigest().toString(), true),
                new Fact("Numbers", "contract " + Shown.text(setup.numerics())));
    }

    static String federation(RunSetup setup) {
        return setup.federation().partition().id() + ", " + Figures.count(setup.federation().workers(), "worker") + ", "
                + setup.federation().policy().id() + ", batches of " + Figures.count(setup.batch())
                + (setup.federation().tempo().slowMotion()
                        ? ", slow motion of " + Figures.millis(setup.federation().tempo().stageNanos()) + " ms a stage"
                        : ", full speed");
    }
}
