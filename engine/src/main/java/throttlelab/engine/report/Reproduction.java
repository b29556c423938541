package throttlelab.engine.report;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.comparison.printed.Pairing;
import throttlelab.engine.TerminalCommand;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingJson;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Code;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.content.Shown;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;

/// The commands that bring the same about again.
final class Reproduction {

    private final ReportInputs inputs;

    Reproduction(ReportInputs inputs) {
        this.inputs = inputs;
    }

    Section of(BetPlan plan, RunSetup setup) {
        Source source = inputs.sources().getFirst();
        List<String> words = new ArrayList<>(List.of("bet"));
        settings(words, source, plan.prompts().size(), setup);
        words.add("--profiles");
        words.add(word(String.join(",", plan.profiles().stream().map(Reproduction::profile).toList())));
        if (plan.repeat() > 1) {
            words.addAll(List.of("--repeat", Integer.toString(plan.repeat())));
        }
        List<Block> blocks = new ArrayList<>(List.of(
                Block.paragraph("The run itself, on any machine: its times will be others, its tokens and bits the "
                        + "same."),
                new Code(List.of(command(words)))));
        List<String> own = plan.profiles().stream().map(ThrottleProfile::name)
                .filter(name -> Profiles.byName(name).isEmpty()).toList();
        if (!own.isEmpty()) {
            blocks.add(Block.aside("The result keeps of a profile of one's own what its factors are at the start; "
                    + "its file is needed again: " + Figures.list(own.stream().map(Shown::text).toList()) + "."));
        }
        blocks.addAll(verifying());
        return new Section("reproduce", "Run it again", blocks);
    }

    Section of(List<Recording> recordings) {
        List<String> lines = new ArrayList<>();
        lines.add(command(List.of("compare", word(inputs.sources().getFirst().name()),
                word(inputs.sources().getLast().name()))));
        List<Block> blocks = new ArrayList<>(List.of(Block.paragraph("The comparison, with both files at hand:"),
                new Code(lines)));
        List<String> records = new ArrayList<>();
        for (int i = 0; i < inputs.sources().size(); i++) {
            Source source = inputs.sources().get(i);
            for (Recording recording : recordings) {
                if (source.runs().recordings().stream().anyMatch(each -> each.id().equals(recording.id()))) {
                    records.add(record(source, recording));
                }
            }
        }
        blocks.add(Block.paragraph("Each recording, made anew:"));
        blocks.add(new Code(records.stream().distinct().toList()));
        blocks.addAll(verifying());
        return new Section("reproduce", "Run it again", blocks);
    }

    Section ofPrinted() {
        List<String> words = new ArrayList<>(List.of("compare"));
        inputs.sources().forEach(source -> words.add(word(source.name())));
        Pairing pairing = inputs.printed().pairing();
        if (pairing.byLine()) {
            words.add("--by-line");
        } else if (pairing.promptId() != null) {
            words.addAll(List.of("--prompt", word(pairing.promptId())));
        }
        List<Block> blocks = new ArrayList<>(List.of(Block.paragraph("The comparison, with the files at hand:"),
                new Code(List.of(command(words))),
                Block.paragraph("The answers themselves can only be asked for again where they came from; this program "
                        + "cannot run other systems again."),
                Block.paragraph("This report carries all it was made of. With the file at hand,"),
                new Code(List.of(command(List.of("verify", "REPORT")))),
                Block.paragraph("recomputes its digests, compares the answers again, makes every page of it again, runs "
                        + "recordings of this program among them again, and names the first thing that differs. Since "
                        + "the answers of other systems are not run again, it says at best that nothing speaks against "
                        + "the report.")));
        return new Section("reproduce", "Do it again", blocks);
    }

    private String record(Source source, Recording recording) {
        List<String> words = new ArrayList<>(List.of("record"));
        settings(words, source, recording.prompts().size(), recording.setup());
        String name = recording.profile().replaceAll("#[0-9]+$", "");
        words.addAll(List.of("--profiles", word(Profiles.byName(name).isPresent() ? name : name + ".json")));
        return command(words);
    }

    private void settings(List<String> words, Source source, int prompts, RunSetup setup) {
        FederationSettings federation = setup.federation();
        if (!inputs.shippedModel()) {
            words.addAll(List.of("--model", word(setup.model().name())));
        }
        words.addAll(List.of("--prompts", inputs.shippedPrompts() ? Integer.toString(prompts) : word(source.name())));
        words.addAll(List.of("--tokens", Integer.toString(setup.tokens()), "--policy", federation.policy().id(),
                "--partition", federation.partition().id(), "--workers", Integer.toString(federation.workers()),
                "--batch", Integer.toString(setup.batch())));
        if (federation.tempo().slowMotion()) {
            words.addAll(List.of("--tempo", RecordingJson.millis(federation.tempo().stageNanos()).toPlainString()));
        }
    }

    private static List<Block> verifying() {
        return List.of(
                Block.paragraph("This report proves itself: it carries all it was made of. With the file at hand,"),
                new Code(List.of(command(List.of("verify", "REPORT")))),
                Block.paragraph("recomputes its digests, makes every page of it again from its data, runs again "
                        + "what it "
                        + "describes, and names the first thing that differs, be it a digit on a page or a bit of a "
                        + "log-probability. What no check can prove is how long things took, and on which machine: "
                        + "that is as it was sealed."));
    }

    private static String profile(ThrottleProfile profile) {
        return Profiles.byName(profile.name()).isPresent() ? profile.name() : profile.name() + ".json";
    }

    private static String command(List<String> words) {
        return TerminalCommand.of(String.join(" ", words));
    }

    private static String word(String word) {
        String shown = Shown.text(word);
        return shown.matches("[\\p{L}\\p{N}._/,+=-]+") ? shown : "'" + shown.replace("'", "") + "'";
    }
}
