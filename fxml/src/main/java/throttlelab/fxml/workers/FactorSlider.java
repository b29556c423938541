package throttlelab.fxml.workers;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.Slider;

/// A slider for slowdown factors from 1 to a largest one. Equal ways are equal ratios: the way from 1× to 2× is as
/// long as that from 10× to 20×.
///
/// The slider's value runs from 0 to 1; arrows step by [#STEP] of the factor.
final class FactorSlider extends Slider {

    static final double STEP = 0.5;

    private final double largest;

    FactorSlider(double largest) {
        super(0, 1, 0);
        this.largest = largest;
        getStyleClass().addAll("small", "progress-slider");
    }

    double factor() {
        return Math.pow(largest, getValue());
    }

    void setFactor(double factor) {
        setValue(Math.log(factor) / Math.log(largest));
    }

    @Override
    public void increment() {
        setFactor(Math.min(largest, STEP * (Math.floor(factor() / STEP + 1e-6) + 1)));
    }

    @Override
    public void decrement() {
        setFactor(Math.max(1, STEP * (Math.ceil(factor() / STEP - 1e-6) - 1)));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ProgressSliderSkin(this);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> factor();
            case MIN_VALUE -> 1.0;
            case MAX_VALUE -> largest;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
