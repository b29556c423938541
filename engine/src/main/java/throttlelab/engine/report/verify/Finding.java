package throttlelab.engine.report.verify;

import throttlelab.engine.report.content.Shown;

/// Something that is not as it should be.
///
/// @param place where, such as `line 212, column 31, timing.steady[3].compute_ms` or `page 3`
/// @param says what stands there
/// @param should what should stand there; empty if nobody can tell
/// @param because who says so, such as `its own data give`; beside an empty `should`, why that is not known
public record Finding(String place, String says, String should, String because) {

    /// One sentence.
    @Override
    public String toString() {
        // What is damaged may hold anything.
        String is = Shown.text(place) + ": " + (says.isEmpty() ? "changed" : "says " + Shown.text(says));
        if (should.isEmpty()) {
            return is + (because.isEmpty() ? "." : " (" + because + ").");
        }
        return is + ", but " + (because.isEmpty() ? "" : because + " ") + Shown.text(should) + ".";
    }
}
