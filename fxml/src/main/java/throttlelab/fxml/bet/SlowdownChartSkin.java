package throttlelab.fxml.bet;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.Columns;

/// Shows a [SlowdownChart]. Its nodes are made once for the profiles and workers of a bet; what is measured afterwards
/// moves bars and changes numbers.
final class SlowdownChartSkin extends SkinBase<SlowdownChart> {

    private final Columns blocks = new Columns();
    private final List<List<SlowdownRow>> rows = new ArrayList<>();
    private List<String> profiles = List.of();

    SlowdownChartSkin(SlowdownChart chart) {
        super(chart);
        blocks.getStyleClass().add("slowdown-blocks");
        getChildren().add(blocks);
        registerChangeListener(chart.slowdownsProperty(), change -> show());
        show();
    }

    private void show() {
        List<ProfileSlowdowns> shown = getSkinnable().slowdownsProperty().get();
        List<String> names = shown.stream().map(each -> each.profile() + "/" + each.workers().size()).toList();
        if (!names.equals(profiles)) {
            profiles = names;
            rows.clear();
            blocks.getChildren().setAll(shown.stream().map(this::block).toList());
        }
        double longest = Math.ceil(shown.stream().flatMap(each -> each.workers().stream())
                .mapToDouble(WorkerSlowdown::larger).max().orElse(1));
        for (int profile = 0; profile < shown.size(); profile++) {
            List<WorkerSlowdown> workers = shown.get(profile).workers();
            for (int worker = 0; worker < workers.size(); worker++) {
                rows.get(profile).get(worker).show(shown.get(profile).profile(), workers.get(worker), longest);
            }
        }
    }

    private VBox block(ProfileSlowdowns profile) {
        Label name = new Label(profile.profile());
        name.getStyleClass().add("slowdown-profile");
        VBox block = new VBox(name);
        block.getStyleClass().add("slowdown-block");
        List<SlowdownRow> own = profile.workers().stream().map(each -> new SlowdownRow(each.worker())).toList();
        block.getChildren().addAll(own);
        rows.add(own);
        return block;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + blocks.prefHeight(width < 0 ? -1 : width - left - right) + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }
}
