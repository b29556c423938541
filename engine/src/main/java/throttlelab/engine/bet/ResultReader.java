package throttlelab.engine.bet;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.engine.words.Sentence;

/// Reads a result back, and judges anew what it holds: verdict, reasons, totals and claims are not taken from the file,
/// but found again from streams, times and criteria. So the same result is written again if nobody changed one of them.
public final class ResultReader {

    private static final Set<String> HEAD = Set.of("profiles", "repeat", "criteria", "baseline", "reasons");

    private static final long KEPT = 1 << 24;

    private final JsonInput json;
    private final List<Recording> recordings;

    private ResultReader(JsonInput json, List<Recording> recordings) {
        this.json = json;
        this.recordings = recordings;
    }

    /// The result in the bytes of a file.
    ///
    /// @param file where they come from
    /// @throws InputException if it is no result, was changed, or nothing was run; names file and place
    public static BetResult read(byte[] bytes, Path file) {
        RecordedRuns runs = RecordingFile.parse(bytes, file);
        if (!runs.result()) {
            throw new InputException(Sentence.of("bet.is-a-recording-not-the", file));
        }
        if (runs.recordings().isEmpty()) {
            throw new InputException(Sentence.of("bet.is-the-result-of-a", file));
        }
        return new ResultReader(head(bytes, file), runs.recordings()).result();
    }

    /// All that is small: the streams have been read.
    private static JsonInput head(byte[] bytes, Path file) {
        JsonStream json = JsonStream.of(new ByteArrayInputStream(bytes), file.toString(), bytes.length, KEPT);
        List<JsonInput> members = new ArrayList<>();
        json.object(key -> {
            if (HEAD.contains(key)) {
                members.add(json.tree());
            }
        });
        return json.together(members);
    }

    private BetResult result() {
        BetPlan plan = plan();
        Criteria criteria = Criteria.carried(json.at("criteria").at("registered"),
                digest(json.at("criteria").at("digest")));
        List<ProfileRun> runs = runs(plan);
        Optional<BaselineComparison> baseline = json.maybe("baseline").map(ResultReader::baseline);
        Judgement judgement = withBaselineReason(new Judge(plan, criteria).judge(runs, baseline), baseline);
        long self = runs.getFirst().prompts().stream().mapToLong(prompt -> prompt.stream().length()).sum();
        Recording first = recordings.getFirst();
        return new BetResult(plan, criteria, first.setup(), runs, judgement, baseline,
                Claims.of(criteria.claims(), plan.federation().policy(), judgement.verdict(), judgement.totals(), self),
                first.environment(), first.created());
    }

    private BetPlan plan() {
        List<ThrottleProfile> profiles = new ArrayList<>();
        for (JsonInput item : json.at("profiles").items()) {
            if (item.at("repeat").integer(1, Integer.MAX_VALUE) == 1) {
                profiles.add(profile(item));
            }
        }
        Recording first = recordings.getFirst();
        List<Prompt> prompts = first.prompts().stream().map(RecordedPrompt::prompt).toList();
        try {
            return new BetPlan(prompts, first.setup().tokens(), profiles, first.setup().federation(),
                    first.setup().batch(), (int) json.at("repeat").integer(1, Integer.MAX_VALUE));
        } catch (UsageException e) {
            throw json.wrong(Sentence.of("bet.its-plan-is-none", e.sentence()),
                    Sentence.of("bet.use-the-file-as-it"));
        }
    }

    private static ThrottleProfile profile(JsonInput item) {
        String name = item.at("profile").text();
        double[] factors = item.at("factors_at_start").items().stream()
                .mapToDouble(factor -> factor.number(1, Double.MAX_VALUE)).toArray();
        return name.equals(Profiles.NONE.name()) ? Profiles.NONE : new StatedProfile(name, factors);
    }

    /// A profile as a result states it: what came of it later is in the times.
    private record StatedProfile(String name, double[] factorsAtStart) implements ThrottleProfile {

        @Override
        public double factor(int worker, int workers, long elapsedNanos) {
            return worker < factorsAtStart.length ? factorsAtStart[worker] : 1;
        }
    }

    private List<ProfileRun> runs(BetPlan plan) {
        List<ProfileRun> runs = new ArrayList<>();
        for (PlannedRun planned : plan.runs()) {
            recordings.stream().filter(recording -> recording.profile().equals(planned.name())).findFirst()
                    .ifPresent(recording -> runs.add(run(plan, planned, recording)));
        }
        if (runs.size() != recordings.size() || runs.getFirst().planned().throttled()) {
            throw json.wrong(Sentence.of("bet.the-runs-in-it-are"), Sentence.of("bet.use-the-file-as-it"));
        }
        return runs;
    }

    private ProfileRun run(BetPlan plan, PlannedRun planned, Recording recording) {
        if (recording.prompts().size() != plan.prompts().size()) {
            throw json.wrong(Sentence.of("bet.some-prompts-have-no-stream", planned.name()),
                    Sentence.of("bet.use-the-file-as-it"));
        }
        return new ProfileRun(planned, recording.prompts(), recording.report(),
                recording.prompts().stream().allMatch(prompt -> prompt.stream().length() == plan.tokens()));
    }

    /// How often it differed is all that a result keeps of a baseline.
    private static BaselineComparison baseline(JsonInput json) {
        return new BaselineComparison(json.at("id").text(), new Comparison(List.of(),
                new Totals(count(json.at("comparisons")), count(json.at("token_divergences")),
                        count(json.at("logprob_divergences")), 0, 0, 0)));
    }

    /// The reason that names the place where the baseline differed is taken as it is stated, if the rest of it is right.
    private Judgement withBaselineReason(Judgement judged, Optional<BaselineComparison> baseline) {
        if (baseline.isEmpty()) {
            return judged;
        }
        List<String> stated = json.at("reasons").items().stream().map(JsonInput::text).toList();
        String known = " differs from the baseline " + baseline.get().id() + " in ";
        List<Sentence> reasons = judged.sayings().stream().map(saying -> {
            String reason = saying.english();
            return !reason.contains(known) ? saying
                    : stated.stream().filter(other -> other.startsWith(reason.substring(0, reason.length() - 1)))
                            .findFirst().map(other -> Sentence.known("bet.", other)).orElse(saying);
        }).toList();
        return new Judgement(judged.verdict(), reasons, judged.comparisons(), judged.totals());
    }

    private static Sha256 digest(JsonInput json) {
        try {
            return Sha256.parse(json.text());
        } catch (IllegalArgumentException e) {
            throw json.wrong(Sentence.of("bet.are-not-64-hex-digits", json.text()),
                    Sentence.of("bet.use-the-file-as-it"));
        }
    }

    private static long count(JsonInput json) {
        return json.integer(0, Long.MAX_VALUE);
    }
}
