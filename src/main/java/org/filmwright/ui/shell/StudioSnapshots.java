package org.filmwright.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of the studio as it draws itself, with or without a display. Used on the window's thread. */
public final class StudioSnapshots {
    /** Lists make their rows while they are laid out, and rows get their style in the pass after. */
    private static final int PASSES = 3;

    private StudioSnapshots() {}

    /** Writes what the scene shows now as a PNG. */
    public static void write(Scene scene, Path file) throws IOException {
        for (int pass = 0; pass < PASSES; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        WritableImage picture = scene.snapshot(null);
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
    }
}
