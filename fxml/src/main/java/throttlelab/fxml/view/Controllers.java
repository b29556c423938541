package throttlelab.fxml.view;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.util.Callback;

/// Makes the controllers that FXML files ask for; one that it does not know is a defect and throws.
public final class Controllers implements Callback<Class<?>, Object> {

    private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();

    /// Says how a controller is made.
    public <T> Controllers add(Class<T> type, Supplier<T> maker) {
        makers.put(type, maker);
        return this;
    }

    @Override
    public Object call(Class<?> type) {
        Supplier<?> maker = makers.get(type);
        if (maker == null) {
            throw new IllegalStateException("nobody has said how to make " + type.getName());
        }
        return maker.get();
    }
}
