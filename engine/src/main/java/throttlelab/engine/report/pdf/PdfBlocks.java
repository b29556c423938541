package throttlelab.engine.report.pdf;

import java.io.IOException;
import java.util.List;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Mark;
import throttlelab.engine.report.content.Ink;
import throttlelab.engine.report.content.Pulse;

/// The blocks of a section on pages.
final class PdfBlocks {

    private static final float SIZE = 9.2f;
    private static final float LEADING = 13.2f;
    private static final float SMALL = 8;
    private static final float SMALL_LEADING = 11;
    private static final float NAMES = 110;
    private static final float PROSE = 440;

    private final Sheet sheet;
    private final Pulse pulse;

    PdfBlocks(Sheet sheet, Pulse pulse) {
        this.sheet = sheet;
        this.pulse = pulse;
    }

    void draw(List<Block> blocks) throws IOException {
        for (Block block : blocks) {
            sheet.down(5);
            draw(block);
        }
    }

    private void draw(Block block) throws IOException {
        switch (block) {
            case Block.Paragraph(String text, boolean aside) -> sheet.paragraph(text, sheet.text(),
                    aside ? SMALL : SIZE, aside ? SMALL_LEADING : LEADING, aside ? Ink.MUTED : Ink.TEXT, Sheet.LEFT,
                    PROSE);
            case Block.Items(String heading, Mark mark, List<String> items) -> items(heading, mark, items);
            case Block.Facts(List<Block.Fact> facts) -> facts(facts);
            case Block.Table table -> PdfTable.draw(sheet, table, pulse);
            case Block.Chart chart -> chart(chart);
            case Block.Code(List<String> lines) -> code(lines);
        }
    }

    private void items(String heading, Mark mark, List<String> items) throws IOException {
        if (!heading.isEmpty()) {
            sheet.need(LEADING * 3);
            sheet.paragraph(heading, sheet.strong(), SIZE, LEADING, Ink.TEXT, Sheet.LEFT, PROSE);
            sheet.down(1);
        }
        String sign = switch (mark) {
            case PLAIN -> "•";
            case YES -> "✓";
            case NO -> "✗";
        };
        for (String item : items) {
            sheet.need(LEADING * sheet.text().lines(item, SIZE, PROSE - 16).size());
            sheet.write(sheet.text().shown(sign), sheet.text(), SIZE, mark == Mark.YES ? Ink.DARK : Ink.MUTED,
                    Sheet.LEFT + 2, sheet.y() - LEADING * 0.73f);
            sheet.paragraph(item, sheet.text(), SIZE, LEADING, Ink.TEXT, Sheet.LEFT + 16, PROSE - 16);
            sheet.down(1);
        }
    }

    private void facts(List<Block.Fact> facts) throws IOException {
        for (Block.Fact fact : facts) {
            Type type = fact.code() ? sheet.code() : sheet.text();
            float size = fact.code() ? 7.6f : SIZE;
            List<String> lines = type.lines(fact.value(), size, Sheet.WIDTH - NAMES);
            sheet.need(LEADING * lines.size() + 5);
            sheet.line(Sheet.LEFT, sheet.y(), Sheet.LEFT + Sheet.WIDTH, sheet.y(), Ink.FAINT, 0.5f);
            sheet.down(2);
            float at = sheet.y() - LEADING * 0.73f;
            sheet.write(sheet.text().shown(fact.name()), sheet.text(), SMALL + 0.4f, Ink.MUTED, Sheet.LEFT, at);
            sheet.paragraph(fact.value(), type, size, LEADING, Ink.TEXT, Sheet.LEFT + NAMES, Sheet.WIDTH - NAMES);
            sheet.down(2);
        }
        sheet.line(Sheet.LEFT, sheet.y(), Sheet.LEFT + Sheet.WIDTH, sheet.y(), Ink.FAINT, 0.5f);
    }

    private void chart(Block.Chart chart) throws IOException {
        sheet.need(PdfDrawing.height(chart.drawing()) + 2 * SMALL_LEADING + 4);
        PdfDrawing.draw(sheet, chart.drawing());
        sheet.down(2);
        sheet.paragraph(chart.caption(), sheet.text(), SMALL, SMALL_LEADING, Ink.MUTED, Sheet.LEFT, PROSE);
    }

    private void code(List<String> commands) throws IOException {
        List<String> lines = commands.stream()
                .flatMap(command -> sheet.code().lines(command, SMALL, Sheet.WIDTH - 16).stream()).toList();
        float height = lines.size() * SMALL_LEADING + 12;
        if (sheet.fits(height)) {
            sheet.box(Sheet.LEFT, sheet.y() - height, Sheet.WIDTH, height, Ink.GROUND);
        }
        sheet.down(6);
        for (String line : lines) {
            sheet.need(SMALL_LEADING);
            sheet.down(SMALL_LEADING);
            sheet.write(line, sheet.code(), SMALL, Ink.TEXT, Sheet.LEFT + 8, sheet.y() + 2.8f);
        }
        sheet.down(6);
    }
}
