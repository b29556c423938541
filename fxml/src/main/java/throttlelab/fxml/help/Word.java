package throttlelab.fxml.help;

import java.util.Arrays;
import java.util.Locale;
import throttlelab.fxml.texts.Texts;

/// The words of the lab that are explained.
public enum Word {

    /// One coordinator and its workers.
    FEDERATION,
    /// How the model is divided.
    PARTITION,
    /// A step that needs the work of others.
    STAGE,
    /// What one worker delivers to one stage.
    CONTRIBUTION,
    /// What identifies a contribution before the work is done.
    CONTENT_ADDRESS,
    /// What binds a stage to those before it.
    INPUT_DIGEST,
    /// What finds corruption.
    CHECKSUM,
    /// What waits.
    STAGE_BARRIER,
    /// What the coordinator does at the barrier.
    COMBINE_POLICY,
    /// How slow each worker is.
    THROTTLE_PROFILE,
    /// Full speed or slow motion.
    TEMPO,
    /// Tokens with their log-probabilities.
    STREAM,
    /// The streams of a run and all that is needed to judge them.
    RECORDING,
    /// What a run is compared with.
    BASELINE,
    /// What a comparison comes to.
    VERDICT,
    /// How much slower, set and measured.
    SLOWDOWN,
    /// Work and what holds it up.
    COMPUTE_AND_DELAY,
    /// Who made the others wait.
    BLAME,
    /// A second run beside the first.
    TWIN,
    /// The distance of two numbers.
    ULP,
    /// How near a choice was.
    MARGIN;

    /// The one that goes by `id`, such as `stage-barrier`.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Word of(String id) {
        return Arrays.stream(values()).filter(word -> word.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no word '" + id + "' in the glossary"));
    }

    /// What it goes by in views and in keys of texts.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The word itself.
    public String title() {
        return Texts.get("glossary." + id());
    }

    /// What it means.
    public String text() {
        return Texts.get("glossary." + id() + ".text");
    }
}
