package throttlelab.fxml.compare;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import throttlelab.fxml.texts.Texts;

/// A map of all prompts × positions, one mark each. A million of them are painted as spots of three pixels that show the
/// heaviest mark below; one may look closer, until each mark has its symbol.
public final class PositionMap extends Control {

    /// How much closer one step is.
    private static final double STEP = 2;

    private final ObjectProperty<MapCells> cells = new SimpleObjectProperty<>(this, "cells", MapCells.NONE);
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);

    /// A map of nothing.
    public PositionMap() {
        getStyleClass().add("position-map");
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(true);
    }

    /// What is shown.
    public ObjectProperty<MapCells> cellsProperty() {
        return cells;
    }

    /// The index of the cell that is looked at; −1 for none. It is scrolled to when it changes.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// How close one looks: 1 to see all of it.
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /// Looks closer.
    public void zoomIn() {
        zoom.set(Math.min(zoom.get() * STEP, getSkin() instanceof PositionMapSkin skin ? skin.largestZoom() : STEP));
    }

    /// Looks from farther away.
    public void zoomOut() {
        zoom.set(Math.max(1, zoom.get() / STEP));
    }

    /// Shows all of it.
    public void fit() {
        zoom.set(1);
    }

    /// Where a cell is, in the map's own coordinates.
    public Bounds boundsOf(int index) {
        return ((PositionMapSkin) getSkin()).boundsOf(index);
    }

    /// A cell in words.
    String describe(int index) {
        MapCells shown = cells.get();
        PositionMark mark = shown.at(index);
        return Texts.get("compare.cell", shown.prompts().get(shown.prompt(index)), shown.position(index) + 1,
                mark.symbol(), mark.text());
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new PositionMapSkin(this);
    }
}
