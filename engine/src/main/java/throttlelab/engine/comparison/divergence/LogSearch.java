package throttlelab.engine.comparison.divergence;

import java.util.List;
import java.util.Optional;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.words.Sentence;

/// Looks for the first divergence in what is at hand.
final class LogSearch {

    private final AuditedRecording a;
    private final AuditedRecording b;
    private final Visibles visibles;

    LogSearch(AuditedRecording a, AuditedRecording b) {
        this.a = a;
        this.b = b;
        this.visibles = new Visibles(a.recording(), b.recording());
    }

    /// @return nothing if there is no difference
    Optional<DivergencePath> path() {
        PathMaker maker = new PathMaker(visibles);
        return visibles.first().map(visible -> seen(maker, visible)).or(() -> unseen(maker));
    }

    private DivergencePath seen(PathMaker maker, DivergencePath.Visible visible) {
        if (a.log().isEmpty() || b.log().isEmpty()) {
            return maker.unlocated(Outcome.NO_LOG, visible, List.of(a.log().isEmpty() && b.log().isEmpty()
                    ? Sentence.of("path.no-logs") : Sentence.of("path.no-log", a.log().isPresent() ? "B" : "A")));
        }
        Stretch left = Stretch.logged("A", a.recording(), a.log().get(), visible.promptId());
        Stretch right = Stretch.logged("B", b.recording(), b.log().get(), visible.promptId());
        if (!left.fits(right)) {
            return maker.unlocated(Outcome.NO_LOG, visible, List.of(Sentence.of("path.not-side-by-side",
                    PathWords.divisions(left.setup(), right.setup()))));
        }
        return maker.compared(left, right, Optional.of(visible));
    }

    /// The streams are equal; the logs may still tell of something that had no consequence.
    private Optional<DivergencePath> unseen(PathMaker maker) {
        Recording left = a.recording();
        Recording right = b.recording();
        boolean promising = a.log().isPresent() && b.log().isPresent() && !left.prompts().isEmpty()
                && !right.prompts().isEmpty() && left.setup().batch() == right.setup().batch()
                && left.setup().tokens() == right.setup().tokens()
                && !left.report().auditDigest().equals(right.report().auditDigest());
        if (!promising) {
            return Optional.empty();
        }
        Stretch wholeA = Stretch.whole("A", left, a.log().get());
        Stretch wholeB = Stretch.whole("B", right, b.log().get());
        return wholeA.fits(wholeB) ? Optional.of(maker.compared(wholeA, wholeB, Optional.empty())) : Optional.empty();
    }
}
