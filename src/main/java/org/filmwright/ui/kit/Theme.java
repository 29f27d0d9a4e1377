package org.filmwright.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dark or light: the token table laid over AtlantaFX, and the rules of the studio that only name roles. */
public enum Theme {
    DARK, LIGHT;

    /** What all share first; then one file a room, so that rooms can be drawn side by side. */
    private static final List<String> SHEETS = List.of("filmwright.css", "kit.css", "story.css", "images.css",
            "timeline.css", "motion.css", "jobs.css", "models.css", "settings.css");
    private static final Pattern LENGTH = Pattern.compile("(?<![\\w.#-])(-?\\d+(?:\\.\\d+)?)px");

    /** The style sheet below ours. */
    public String foundation() {
        return switch (this) {
            case DARK -> new PrimerDark().getUserAgentStylesheet();
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
        };
    }

    /**
     * Our style sheet as a data URI. The files are written in pixels of the 100 % design, so that they can be read
     * beside the drawings; here every length is multiplied by the scale of the user interface.
     */
    public String sheet(double scale) {
        String rules = LENGTH.matcher(tokens() + rules()).replaceAll(found -> scaled(found, scale));
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rules.getBytes(StandardCharsets.UTF_8));
    }

    /** The table of colour roles, as CSS. */
    public String tokens() {
        return read("tokens-" + name().toLowerCase(Locale.ROOT) + ".css");
    }

    private static String rules() {
        return SHEETS.stream().map(Theme::read).collect(Collectors.joining("\n"));
    }

    private static String scaled(MatchResult length, double scale) {
        return String.format(Locale.ROOT, "%.3fpx", Double.parseDouble(length.group(1)) * scale);
    }

    private static String read(String name) {
        try (InputStream in = Theme.class.getResourceAsStream("/org/filmwright/ui/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
