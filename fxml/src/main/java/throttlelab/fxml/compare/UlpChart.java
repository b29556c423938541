package throttlelab.fxml.compare;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import throttlelab.fxml.texts.Texts;

/// How many positions are how far apart: a bar for each range of distances, as long as the logarithm of its count.
public final class UlpChart extends Control {

    private final ObjectProperty<List<UlpBar>> bars = new SimpleObjectProperty<>(this, "bars", List.of());

    /// A chart without bars.
    public UlpChart() {
        getStyleClass().add("ulp-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        bars.addListener((property, before, now) -> {
            StringBuilder words = new StringBuilder(Texts.get("compare.ulps"));
            now.forEach(bar -> words.append("; ").append(Texts.get("compare.ulps.bar", bar.label(), bar.count())));
            setAccessibleText(words.toString());
        });
    }

    /// What is shown.
    public ObjectProperty<List<UlpBar>> barsProperty() {
        return bars;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new UlpChartSkin(this);
    }
}
