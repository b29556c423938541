package throttlelab.engine.report;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Items;
import throttlelab.engine.report.content.Block.Mark;
import throttlelab.engine.report.content.Section;

/// What a result validates, and what it does not.
final class ClaimsSection {

    /// What was once said too broadly.
    static final String NARROWED = "A framing that was narrowed. “Validates phone-class deployment” was the claim "
            + "at first; "
            + "it said more than was measured. Slow worker threads in one process stand for slow devices in one "
            + "respect "
            + "only: when their contributions arrive. So the claim is now that the answer does not depend on when; "
            + "whether phones can carry such a federation remains to be tried on phones.";

    private ClaimsSection() {
    }

    static Section of(List<String> validates, List<String> doesNotValidate, List<Block> more) {
        List<Block> blocks = new ArrayList<>();
        if (validates.isEmpty()) {
            blocks.add(Block.paragraph("It validates nothing."));
        } else {
            blocks.add(new Items("It validates, for what was run", Mark.YES, validates));
        }
        blocks.add(new Items("It does not validate", Mark.NO, doesNotValidate));
        blocks.addAll(more);
        return new Section("claims", "What this validates, and what it does not", blocks);
    }
}
