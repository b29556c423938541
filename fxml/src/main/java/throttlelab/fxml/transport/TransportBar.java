package throttlelab.fxml.transport;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import throttlelab.fxml.control.EmRegion;

/// Arranges the transport: the head stays in one row at the left; the fields follow it and wrap. With much room (`roomy`)
/// they show buttons instead of lists, with less (`:wide`) they are merely wider, and where there is hardly any (`tight`)
/// they leave the bar, and a button that opens them stands in.
public final class TransportBar extends EmRegion {

    private static final double ROOMY_EMS = 142;
    private static final double WIDE_EMS = 92;
    private static final double TIGHT_EMS = 52;
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

    private final ReadOnlyBooleanWrapper roomy = new ReadOnlyBooleanWrapper(this, "roomy");
    private final ReadOnlyBooleanWrapper tight = new ReadOnlyBooleanWrapper(this, "tight");
    private Node head;
    private Node fields;
    private Node more;

    /// An empty bar.
    public TransportBar() {
        getStyleClass().add("transport-bar");
        widthProperty().addListener(property -> fit());
    }

    private void fit() {
        double ems = ems(getWidth());
        pseudoClassStateChanged(WIDE, ems >= WIDE_EMS);
        roomy.set(ems >= ROOMY_EMS);
        tight.set(ems < TIGHT_EMS);
    }

    /// Whether there is room for buttons where lists would do.
    public ReadOnlyBooleanProperty roomyProperty() {
        return roomy.getReadOnlyProperty();
    }

    /// Whether there is room for buttons where lists would do.
    public boolean isRoomy() {
        return roomy.get();
    }

    /// Whether the fields have no room in the bar.
    public ReadOnlyBooleanProperty tightProperty() {
        return tight.getReadOnlyProperty();
    }

    /// Whether the fields have no room in the bar.
    public boolean isTight() {
        return tight.get();
    }

    /// What is always there.
    public void setHead(Node node) {
        head = node;
        arrange();
    }

    /// What is always there.
    public Node getHead() {
        return head;
    }

    /// What follows; somebody else may take it away while the bar is tight.
    public void setFields(Node node) {
        fields = node;
        arrange();
    }

    /// What follows.
    public Node getFields() {
        return fields;
    }

    /// What stands in for the fields where there is no room for them.
    public void setMore(Node node) {
        more = node;
        arrange();
    }

    /// What stands in for the fields where there is no room for them.
    public Node getMore() {
        return more;
    }

    private void arrange() {
        getChildren().clear();
        for (Node node : new Node[] {head, fields, more}) {
            if (node != null) {
                getChildren().add(node);
            }
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return ROOMY_EMS * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        Node second = second(width);
        double room = room(width);
        return snappedTopInset() + snappedBottomInset()
                + Math.max(head.prefHeight(-1), second == null ? 0 : second.prefHeight(room));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private Node second(double width) {
        return width >= 0 && ems(width) < TIGHT_EMS ? more : fields;
    }

    private double gap() {
        return snapSpaceX(1.2 * em());
    }

    private double room(double width) {
        return width < 0 ? -1
                : Math.max(1, width - snappedLeftInset() - snappedRightInset() - head.prefWidth(-1) - gap());
    }

    @Override
    protected void layoutChildren() {
        fit();
        boolean noRoom = isTight();
        more.setVisible(noRoom);
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        double headWidth = snapSizeX(head.prefWidth(-1));
        head.resizeRelocate(snappedLeftInset(), snappedTopInset(), headWidth, height);
        double left = snappedLeftInset() + headWidth + gap();
        Node second = noRoom ? more : fields;
        if (second != null && second.getParent() == this) {
            double width = noRoom ? snapSizeX(second.prefWidth(-1)) : room(getWidth());
            double own = noRoom ? snapSizeY(second.prefHeight(-1)) : height;
            second.resizeRelocate(left, snappedTopInset() + height - own, width, own);
        }
    }
}
