package throttlelab.engine.report.verify;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.seal.Block;
import throttlelab.engine.seal.Change;
import throttlelab.engine.seal.Examination;
import throttlelab.engine.seal.Seal;

/// What the seal of a file tells.
///
/// @param findings what was changed; empty if it holds
/// @param read what is to be read on: the file as it was sealed if that is known, else as it is
/// @param known whether it is known
record SealCheck(List<Finding> findings, byte[] read, boolean known) {

    private static final int MOST = 20;

    static SealCheck of(byte[] bytes, Seal seal, Places places) {
        Examination examination = seal.examine();
        if (examination.holds()) {
            return new SealCheck(List.of(), bytes, true);
        }
        if (!examination.changes().isEmpty()) {
            byte[] was = examination.undone(bytes);
            return new SealCheck(changes(bytes, was, examination.changes(), places), was, true);
        }
        List<Finding> findings = new ArrayList<>();
        for (Block block : examination.damaged()) {
            if (findings.size() < MOST && !examination.displaced()) {
                Places.Named named = places.damaged(bytes, block.from(), block.to());
                findings.add(new Finding(named.name(), named.says(), "", "not what was sealed"));
            }
        }
        if (examination.displaced() && !examination.damaged().isEmpty()) {
            Places.Named named = places.damaged(bytes, examination.damaged().getFirst().from(),
                    examination.damaged().getLast().to());
            findings.add(new Finding(named.name(), named.says(), "",
                    "lines were added or removed here since it was sealed"));
        }
        if (findings.isEmpty()) {
            findings.add(new Finding("the digest", examination.stated().toString(),
                    "the SHA-256 of the file is " + examination.computed(), seal.hasChecks()
                            ? "every line is what was sealed, and" : ""));
        } else if (examination.damaged().size() > findings.size() && !examination.displaced()) {
            findings.add(new Finding(examination.damaged().size() - findings.size() + " more places", "", "", ""));
        }
        return new SealCheck(findings, bytes, false);
    }

    /// Neighbouring bytes of one value are one finding.
    private static List<Finding> changes(byte[] is, byte[] was, List<Change> changes, Places places) {
        List<Finding> findings = new ArrayList<>();
        for (Change change : changes) {
            Places.Named named = places.changed(is, was, change.at());
            Finding finding = new Finding(named.name(), named.says(),
                    named.said().isEmpty() ? "" : "it said " + named.said(), "when it was sealed");
            if (findings.isEmpty() || !findings.getLast().should().equals(finding.should())
                    || !findings.getLast().says().equals(finding.says())) {
                findings.add(finding);
            }
        }
        return findings;
    }
}
