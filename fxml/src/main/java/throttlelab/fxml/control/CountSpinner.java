package throttlelab.fxml.control;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.util.StringConverter;

/// A whole number that can be typed. What is not a number in its bounds never gets in: the last good one stays.
public final class CountSpinner extends Spinner<Integer> {

    private static final int DIGITS = 4;

    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", 1);
    private final IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(1, Integer.MAX_VALUE, 1);

    /// A spinner that counts from 1.
    public CountSpinner() {
        setEditable(true);
        values.setConverter(new Digits());
        setValueFactory(values);
        getEditor().setTextFormatter(new TextFormatter<>(change ->
                change.getControlNewText().matches("\\d{0," + DIGITS + "}") ? change : null));
        getEditor().setPrefColumnCount(DIGITS - 1);
        values.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                count.set(now);
            }
        });
        count.addListener((property, before, now) -> values.setValue(now.intValue()));
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                getEditor().setText(Integer.toString(count.get()));
            }
        });
    }

    /// The number.
    public IntegerProperty countProperty() {
        return count;
    }

    /// The largest number allowed.
    public void setLargest(int largest) {
        values.setMax(largest);
    }

    /// The largest number allowed.
    public int getLargest() {
        return values.getMax();
    }

    private final class Digits extends StringConverter<Integer> {

        @Override
        public String toString(Integer number) {
            return number == null ? "" : number.toString();
        }

        @Override
        public Integer fromString(String text) {
            return text == null || text.isEmpty() ? count.get() : Integer.valueOf(text);
        }
    }
}
