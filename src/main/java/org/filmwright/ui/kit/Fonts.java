package org.filmwright.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.text.Font;

/** The bundled faces: Inter for the interface, JetBrains Mono for figures, Courier Prime for the script. */
public final class Fonts {
    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf", "CourierPrime-Regular.otf");

    /** The property that names a folder in which the faces lie as files, where the program itself is a jar. */
    private static final String FOLDER = "filmwright.fonts";
    private static final double SIZE = 13;

    private Fonts() {}

    /** Makes the faces known to JavaFX; calling it again changes nothing. @return the names JavaFX knows them by */
    public static List<String> load() {
        return FILES.stream().map(Fonts::load).toList();
    }

    private static String load(String file) {
        URL packed = Objects.requireNonNull(Fonts.class.getResource("/org/filmwright/fonts/" + file), file);
        return place(file, packed)
                .flatMap(face -> Optional.ofNullable(Font.loadFont("file:" + face.toUri().getPath(), SIZE)))
                .map(Font::getName)
                .orElseGet(() -> unpack(packed));
    }

    /**
     * Where a face lies as a file: of anything else JavaFX makes one in the temporary folder, and leaves it there when the
     * program is killed.
     */
    private static Optional<Path> place(String file, URL packed) {
        Optional<Path> beside = Optional.of(System.getProperty(FOLDER, ""))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(file))
                .filter(Files::isRegularFile);
        return beside.or(() -> packed.getProtocol().equals("file")
                ? Optional.of(Path.of(URI.create(packed.toString())))
                : Optional.empty());
    }

    private static String unpack(URL packed) {
        try (InputStream in = packed.openStream()) {
            return Font.loadFont(in, SIZE).getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
