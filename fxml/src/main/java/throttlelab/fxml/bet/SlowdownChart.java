package throttlelab.fxml.bet;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/// How much each worker was to be slowed down, and how much it was: a block for each profile, in it a bar for each
/// worker as long as what was measured, with a mark at what was set, and both numbers beside it.
public final class SlowdownChart extends Control {

    private final ObjectProperty<List<ProfileSlowdowns>> slowdowns =
            new SimpleObjectProperty<>(this, "slowdowns", List.of());

    /// An empty chart.
    public SlowdownChart() {
        getStyleClass().add("slowdown-chart");
        setAccessibleRole(AccessibleRole.PARENT);
        setFocusTraversable(false);
    }

    /// What is shown.
    public ObjectProperty<List<ProfileSlowdowns>> slowdownsProperty() {
        return slowdowns;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new SlowdownChartSkin(this);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(SlowdownChart.class.getResource("SlowdownChart.css")).toExternalForm();
    }
}
