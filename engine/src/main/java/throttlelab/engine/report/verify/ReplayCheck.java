package throttlelab.engine.report.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.AuditSink;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.model.Model;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.replay.Replay;
import throttlelab.engine.replay.Replayed;
import throttlelab.engine.report.content.ReportProgress;
import throttlelab.engine.report.content.Shown;

/// Runs again what was recorded and compares it to the bit.
final class ReplayCheck {

    private static final int MOST = 10;

    private final Model model;
    private final OptionalInt prompts;
    private final ReportProgress progress;
    private final BooleanSupplier stop;
    private final List<Finding> differences = new ArrayList<>();
    private final List<String> unproven = new ArrayList<>();
    private long more;
    private long replayed;
    private long total;
    private int auditsEqual;

    /// @param prompts how many of each recording to run again; all if empty
    ReplayCheck(Model model, OptionalInt prompts, ReportProgress progress, BooleanSupplier stop) {
        this.model = model;
        this.prompts = prompts;
        this.progress = progress;
        this.stop = stop;
    }

    /// Why a recording cannot be run again by anybody, or not by this program; nothing if it can.
    static List<String> refusals(List<RecordedRuns> files) {
        List<String> refusals = new ArrayList<>();
        for (Recording recording : recordings(files)) {
            CombinePolicy policy = recording.setup().federation().policy();
            if (policy.broken()) {
                refusals.add("It ran under " + policy.id() + ", a broken policy: what comes out depends on timing, so "
                        + "running it again would prove nothing.");
            } else if (!recording.setup().numerics().equals(Kernels.CONTRACT)) {
                refusals.add("Its numbers follow the contract " + Shown.text(recording.setup().numerics())
                        + ", and this program computes by " + Kernels.CONTRACT + ": verify it with a program that has "
                        + "that contract.");
            }
        }
        return refusals.stream().distinct().toList();
    }

    static List<Recording> recordings(List<RecordedRuns> files) {
        return files.stream().flatMap(file -> file.recordings().stream()).toList();
    }

    static long positions(List<RecordedRuns> files) {
        return recordings(files).stream().flatMap(recording -> recording.prompts().stream())
                .mapToLong(prompt -> prompt.stream().length()).sum();
    }

    void run(List<RecordedRuns> files) throws InterruptedException {
        List<Recording> recordings = recordings(files);
        total = recordings.stream().flatMap(recording -> chosen(recording).stream())
                .mapToLong(prompt -> prompt.stream().length()).sum();
        ModelIdentity here = ModelIdentity.of(model);
        for (Recording recording : recordings) {
            ModelIdentity its = recording.setup().model();
            if (!its.sameAs(here)) {
                unproven.add("It was made by the model " + Shown.text(its.name()) + ", digest " + its.digest()
                        + ", tokenizer " + its.tokenizerDigest().prefix(12) + "…; the one here, " + here.name()
                        + ", has digest " + here.digest() + ", tokenizer " + here.tokenizerDigest().prefix(12)
                        + "…: give the folder of its own with --model.");
                return;
            }
        }
        for (Recording recording : recordings) {
            if (!stop.getAsBoolean()) {
                replay(recording);
            }
        }
        if (more > 0) {
            differences.add(new Finding(more + " more prompts", "", "", "they differ, too"));
        }
        if (stop.getAsBoolean()) {
            unproven.add("It was stopped.");
        }
    }

    private List<RecordedPrompt> chosen(Recording recording) {
        return recording.prompts().stream().filter(prompt -> prompt.stream().length() > 0)
                .limit(prompts.orElse(Integer.MAX_VALUE)).toList();
    }

    private void replay(Recording recording) throws InterruptedException {
        List<RecordedPrompt> chosen = chosen(recording);
        if (chosen.isEmpty()) {
            return;
        }
        encoded(recording, chosen);
        int tokens = chosen.stream().mapToInt(prompt -> prompt.stream().length()).max().orElseThrow();
        long before = replayed;
        Replayed again;
        try {
            again = Replay.all(model, recording.setup(), chosen, tokens, AuditSink.NONE,
                    done -> progress.done(Math.min(total, before + done), total), stop);
        } catch (InputException | UsageException e) {
            differences.add(new Finding(Shown.text(recording.profile()), "", "", "it could not be run: " + e.getMessage()));
            return;
        }
        for (int i = 0; i < again.prompts().size(); i++) {
            compare(recording, chosen.get(i), again.prompts().get(i).stream());
        }
        boolean whole = chosen.size() == recording.prompts().size() && again.prompts().size() == chosen.size()
                && recording.prompts().stream().allMatch(prompt -> prompt.stream().length() == recording.setup().tokens())
                && !stop.getAsBoolean();
        if (whole) {
            audit(recording, again);
        }
    }

    private void audit(Recording recording, Replayed again) {
        if (again.report().auditDigest().equals(recording.report().auditDigest())) {
            auditsEqual++;
        } else {
            differences.add(new Finding("the audit digest of " + Shown.text(recording.profile()),
                    recording.report().auditDigest().toString(), again.report().auditDigest().toString(),
                    "the replay gives"));
        }
    }

    private void encoded(Recording recording, List<RecordedPrompt> chosen) {
        for (RecordedPrompt prompt : chosen) {
            try {
                if (!Arrays.equals(prompt.promptTokens(), model.tokenizer().encodePrompt(prompt.prompt().text()))) {
                    note(where(recording, prompt) + ", its prompt_tokens", "other tokens", "the tokenizer gives "
                            + "those of "
                            + "its text");
                }
            } catch (InputException e) {
                note(where(recording, prompt), "a prompt that cannot be encoded", e.getMessage());
            }
        }
    }

    private static String where(Recording recording, RecordedPrompt prompt) {
        return Shown.text(recording.profile()) + ", prompt " + Shown.text(prompt.id());
    }

    private void compare(Recording recording, RecordedPrompt prompt, TokenStream again) {
        TokenStream was = prompt.stream();
        int length = Math.min(was.length(), again.length());
        replayed += length;
        for (int i = 0; i < length; i++) {
            String place = where(recording, prompt) + ", token " + (i + 1);
            if (was.tokens()[i] != again.tokens()[i]) {
                note(place, "token " + was.tokens()[i], "the replay gives token " + again.tokens()[i]);
                return;
            }
            if (was.bits(i) != again.bits(i)) {
                note(place, "log-probability " + bits(was.logprobs()[i]),
                        "the replay gives " + bits(again.logprobs()[i]));
                return;
            }
            if (was.margins().length > 0
                    && Float.floatToIntBits(was.margins()[i]) != Float.floatToIntBits(again.margins()[i])) {
                note(place, "margin " + bits(was.margins()[i]), "the replay gives " + bits(again.margins()[i]));
                return;
            }
        }
        // A stream that was stopped may end in the middle of a character.
        if (was.length() == again.length() && !was.text().equals(again.text())) {
            int at = Clipped.parting(was.text(), again.text());
            note(where(recording, prompt) + ", its text", Clipped.around(was.text(), at),
                    "its tokens say " + Clipped.around(again.text(), at));
        }
    }

    private void note(String place, String says, String should) {
        if (differences.size() < MOST) {
            differences.add(new Finding(place, says, should, ""));
        } else {
            more++;
        }
    }

    private static String bits(float value) {
        return value + " (" + HexFormat.of().toHexDigits(Float.floatToIntBits(value)) + ")";
    }

    List<Finding> differences() {
        return differences;
    }

    List<String> unproven() {
        return unproven;
    }

    long replayed() {
        return replayed;
    }

    /// For how many runs the audit digest came out the same.
    int auditsEqual() {
        return auditsEqual;
    }
}
