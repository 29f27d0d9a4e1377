package org.filmwright.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;

/**
 * While open, the studio speaks a language nobody does: English, 40 % longer and in brackets, so that clipping shows and
 * text that comes from no bundle stands out.
 */
public final class PseudoTexts implements AutoCloseable {
    private final Locale before = Locale.getDefault();

    public PseudoTexts() {
        try {
            for (String bundle : Words.BUNDLES) {
                write(bundle);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Locale.setDefault(Locale.of("en", "XA"));
        ResourceBundle.clearCache();
    }

    @Override
    public void close() {
        Locale.setDefault(before);
        try {
            for (String bundle : Words.BUNDLES) {
                Files.deleteIfExists(file(bundle));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ResourceBundle.clearCache();
    }

    private void write(String bundle) throws IOException {
        ResourceBundle english = ResourceBundle.getBundle(bundle);
        Properties longer = new Properties();
        english.keySet().forEach(key -> longer.setProperty(key, longer(english.getString(key))));
        Files.createDirectories(file(bundle).getParent());
        try (Writer out = Files.newBufferedWriter(file(bundle))) {
            longer.store(out, null);
        }
    }

    private static String longer(String text) {
        String words = text.replaceAll("\\{[^}]*}", "");
        return "[" + text + "~".repeat((int) Math.ceil(words.length() * 0.4)) + "]";
    }

    private static Path file(String bundle) {
        try {
            Path classes = Path.of(new URI(PseudoTexts.class.getResource("/").toString()));
            return classes.resolve(bundle.replace('.', '/') + "_en_XA.properties");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
