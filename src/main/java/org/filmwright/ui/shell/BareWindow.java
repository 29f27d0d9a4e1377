package org.filmwright.ui.shell;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least JavaFX can do: a window with one label. What the studio's start is compared with. */
public final class BareWindow {
    private BareWindow() {}

    /** Returns when it has been laid out. */
    public static void show() throws InterruptedException {
        CountDownLatch laidOut = new CountDownLatch(1);
        Platform.startup(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(new Label("Filmwright"), 1600, 1000);
            scene.addPostLayoutPulseListener(laidOut::countDown);
            stage.setScene(scene);
            stage.show();
        });
        laidOut.await();
    }
}
