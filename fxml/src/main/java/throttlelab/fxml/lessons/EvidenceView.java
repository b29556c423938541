package throttlelab.fxml.lessons;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import throttlelab.fxml.help.Glossary;
import throttlelab.fxml.texts.Texts;

/// Shows evidence: where the log first differs, the lines of that stage, and what is odd about them.
final class EvidenceView {

    private EvidenceView() {
    }

    static void show(EvidenceTable evidence, VBox into) {
        into.getChildren().setAll(label(evidence.summary(), true, "lessons-answer"));
        if (!evidence.rows().isEmpty()) {
            into.getChildren().add(table(evidence));
        }
        evidence.clues().forEach(clue -> into.getChildren().add(label(clue, true, "lab-label")));
    }

    private static GridPane table(EvidenceTable evidence) {
        GridPane table = new GridPane();
        table.setId("lessonsEvidenceTable");
        table.getStyleClass().add("lessons-evidence");
        table.addRow(0, caption("slot"), caption("worker"), caption("address"), caption("checksum"), caption("numbers"));
        int line = 1;
        for (EvidenceTable.Row row : evidence.rows()) {
            Label fits = label(row.fits(), false, "lab-label");
            table.addRow(line++, label(row.slot(), false, "lab-label"), label(row.worker(), false, "lab-label"),
                    figure(row.address(), row.addressRight()), figure(row.checksum(), row.checksumRight()), fits);
        }
        return table;
    }

    private static Label caption(String key) {
        Label caption = label(Texts.get("lessons.evidence." + key + ".title"), false, "lessons-caption");
        switch (key) {
            case "address" -> Glossary.setWord(caption, "content-address");
            case "checksum" -> Glossary.setWord(caption, "checksum");
            default -> { }
        }
        return caption;
    }

    /// What is not as expected says so in more than its colour.
    private static Label figure(String text, boolean right) {
        Label label = label(right ? text : Texts.get("lessons.evidence.odd", text), false, "lab-mono");
        if (!right) {
            label.getStyleClass().add("lessons-odd");
        }
        return label;
    }

    private static Label label(String text, boolean wrap, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(wrap);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (!wrap) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        return label;
    }
}
