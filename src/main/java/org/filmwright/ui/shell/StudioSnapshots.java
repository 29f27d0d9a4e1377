package org.filmwright.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.kit.Scope;

/** Pictures of the studio as it draws itself, with or without a display. Used on any thread but the window's. */
public final class StudioSnapshots {
    /** Lists make their rows while they are laid out, and rows get their style in the pass after. */
    private static final int PASSES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private StudioSnapshots() {}

    /** Brings a workspace to the front and writes it as a PNG once everything in it is there. */
    public static void write(StudioWindow window, Scope workspace, Path file) throws IOException {
        FxBridge.ask(() -> {
            window.show(workspace);
            return workspace;
        }).join();
        write(window, file);
    }

    /** Writes what the studio shows as a PNG once everything in it is there. */
    public static void write(StudioWindow window, Path file) throws IOException {
        settle(window);
        WritableImage picture = FxBridge.ask(() -> picture(window.scene())).join();
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
    }

    /** What scrolls keeps its first picture where no window draws it. */
    private static WritableImage picture(Scene scene) {
        scene.getRoot().lookupAll("*").forEach(node -> node.setCache(false));
        return scene.snapshot(null);
    }

    /** Lays the studio out until it asks for nothing more, or patience is over. */
    private static void settle(StudioWindow window) {
        for (long left = PATIENCE.dividedBy(GLANCE); left > 0 && !look(window); left--) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        look(window);
    }

    private static boolean look(StudioWindow window) {
        return FxBridge.ask(() -> {
            layOut(window.scene());
            return window.isSettled();
        }).join();
    }

    private static void layOut(Scene scene) {
        for (int pass = 0; pass < PASSES; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }
}
