package throttlelab.fxml.shell;

import javafx.scene.Node;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Fxml;
import throttlelab.fxml.view.Sheets;

/// Shows a view as a sheet; the view is made when it is first wanted.
final class SheetMaker implements Runnable {

    private final Class<?> controller;
    private final Controllers controllers;
    private final Sheets sheets;
    private Node sheet;

    SheetMaker(Class<?> controller, Controllers controllers, Sheets sheets) {
        this.controller = controller;
        this.controllers = controllers;
        this.sheets = sheets;
    }

    @Override
    public void run() {
        if (sheet == null) {
            sheet = Fxml.load(controller, controllers);
        }
        sheets.show(sheet);
    }
}
