package throttlelab.fxml.proof;

import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import throttlelab.fxml.help.Glossary;
import throttlelab.fxml.texts.Texts;

/// Every order of arrival: what it shows, the button that runs it, a line for each stage and policy.
public final class OrdersController {

    private static final List<String> COLUMNS =
            List.of("policy", "stage", "orders", "sums", "bits", "logprob", "token");
    /// Columns whose heads are words of the glossary.
    private static final Map<String, String> WORDS = Map.of("policy", "combine-policy", "stage", "stage");

    private final OrdersViewModel orders;
    @FXML
    private Button ordersRun;
    @FXML
    private Label ordersRefusal;
    @FXML
    private ProgressBar ordersProgress;
    @FXML
    private Label ordersText;
    @FXML
    private HBox ordersCard;
    @FXML
    private Label ordersSymbol;
    @FXML
    private Label ordersSentence;
    @FXML
    private GridPane ordersTable;
    @FXML
    private VBox ordersFacts;

    /// The controller of the orders.
    public OrdersController(OrdersViewModel orders) {
        this.orders = orders;
    }

    @FXML
    private void initialize() {
        ProofTaskPane.button(ordersRun, orders.task(), Texts.get("proof.orders.run"), Texts.get("proof.orders.run.tip"));
        ProofTaskPane.progress(ordersProgress, ordersText, ordersRefusal, orders.task());
        orders.rowsProperty().addListener((property, before, now) -> table(now));
        orders.sentenceProperty().addListener((property, before, now) -> sentence());
        table(orders.rowsProperty().get());
        sentence();
    }

    private void sentence() {
        ProofTaskPane.show(orders.sentenceProperty().get(), ordersCard, ordersSymbol, ordersSentence, ordersFacts);
    }

    private void table(List<OrdersRow> rows) {
        ordersTable.getChildren().clear();
        ordersTable.setVisible(!rows.isEmpty());
        ordersTable.setManaged(!rows.isEmpty());
        for (int column = 0; column < COLUMNS.size(); column++) {
            Label head = cell(Texts.get("proof.orders.column." + COLUMNS.get(column)), "lab-quiet");
            if (WORDS.containsKey(COLUMNS.get(column))) {
                Glossary.setWord(head, WORDS.get(COLUMNS.get(column)));
            }
            GridPane.setHalignment(head, column < 2 ? HPos.LEFT : HPos.RIGHT);
            ordersTable.add(head, column, 0);
        }
        int line = 1;
        for (OrdersRow row : rows) {
            String kind = row.broken() ? "proof-broken" : "proof-real";
            ordersTable.addRow(line++, cell(row.policy(), kind), cell(row.stage(), "lab-label"), figure(row.orders()),
                    figure(row.sums()), figure(row.bits(), kind), figure(row.logprob(), kind), figure(row.token(), kind));
        }
    }

    private static Label figure(String text, String... styles) {
        Label label = cell(text, "lab-mono");
        label.getStyleClass().addAll(styles);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static Label cell(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("lab-label", style);
        return label;
    }

    @FXML
    private void runOrCancel() {
        if (orders.task().phaseProperty().get() == ProofPhase.IDLE) {
            orders.run();
        } else {
            orders.task().cancel();
        }
    }
}
