package org.filmwright.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The bundled faces: Inter for the interface, JetBrains Mono for figures, Courier Prime for the script. */
public final class Fonts {
    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf", "CourierPrime-Regular.otf");

    private Fonts() {}

    /** Makes the faces known to JavaFX; calling it again changes nothing. @return the names JavaFX knows them by */
    public static List<String> load() {
        return FILES.stream().map(Fonts::load).toList();
    }

    private static String load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/org/filmwright/fonts/" + file)) {
            return Font.loadFont(in, 13).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
