package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.problem.ProblemViewModel;
import throttlelab.fxml.testing.KeptTexts;
import throttlelab.fxml.theme.Themes;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Fxml;

/// Loads every FXML file there is, each with its own controller.
class EveryViewTest {

    private static LabViewModel lab;
    private static Controllers controllers;

    @BeforeAll
    static void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        lab = LabStage.onFx(LabViewModel::new);
        controllers = LabStage.onFx(() -> Shell.controllers(lab, new ProblemViewModel(lab), new Themes(),
                new AnsweringDialogs(), new KeptTexts(new ArrayList<>()), picture -> { }, () -> { }));
    }

    @AfterAll
    static void end() {
        LabStage.onFx(lab::close);
    }

    @ParameterizedTest
    @MethodSource("views")
    void loads(String view) throws ClassNotFoundException {
        Class<?> controller = Class.forName(view + "Controller");

        Parent root = LabStage.onFx(() -> Fxml.load(controller, controllers));
        assertThat(root).isNotNull();
    }

    @Test
    void theViewsAreFound() throws Exception {
        assertThat(views()).contains("throttlelab.fxml.shell.Shell", "throttlelab.fxml.live.Live",
                "throttlelab.fxml.transport.Transport");
    }

    static List<String> views() throws IOException, URISyntaxException {
        Path classes = Path.of(Shell.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".fxml"))
                    .map(file -> classes.relativize(file).toString().replace(".fxml", "").replace(File.separatorChar, '.'))
                    .sorted().toList();
        }
    }
}
