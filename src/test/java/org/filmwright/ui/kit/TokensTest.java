package org.filmwright.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colour table: text can be read, outlines can be seen, greys are grey, and both themes know the same roles. */
class TokensTest {
    private static final Pattern ENTRY = Pattern.compile("(-[\\w-]+): (#[0-9a-f]{6});");
    private static final List<String> SURFACES = List.of("-color-bg-inset", "-color-bg-default", "-color-bg-subtle",
            "-color-bg-overlay", "-fw-card", "-fw-page");

    @ParameterizedTest
    @EnumSource
    void textStandsOutFromEverySurface(Theme theme) {
        Map<String, Color> roles = roles(theme);
        for (String text : List.of("-color-fg-default", "-color-fg-muted", "-color-success-fg", "-color-danger-fg",
                "-color-accent-fg", "-color-warning-fg")) {
            for (String surface : SURFACES) {
                expect(roles, text, surface, 4.5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hintsStandOutFromPanelsAndBars(Theme theme) {
        Map<String, Color> roles = roles(theme);
        List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay")
                .forEach(surface -> expect(roles,
                        "-color-fg-subtle", surface, 4.5));
    }

    @ParameterizedTest
    @EnumSource
    void rowsSegmentsAndMarksCanBeRead(Theme theme) {
        Map<String, Color> roles = roles(theme);
        expect(roles, "-color-fg-default", "-fw-row-selected", 4.5);
        expect(roles, "-color-fg-muted", "-fw-row-selected", 4.5);
        expect(roles, "-fw-chosen-fg", "-fw-chosen", 4.5);
        expect(roles, "-color-fg-default", "-fw-match", 4.5);
        expect(roles, "-color-fg-default", "-fw-clip", 4.5);
    }

    @ParameterizedTest
    @EnumSource
    void whiteCanBeReadOnFilledButtons(Theme theme) {
        Map<String, Color> roles = roles(theme);
        List.of("-color-accent-emphasis", "-color-danger-emphasis", "-color-success-emphasis")
                .forEach(fill -> expect(
                        roles, "-color-fg-emphasis", fill, 4.5));
    }

    @ParameterizedTest
    @EnumSource
    void outlinesOfFieldsCanBeSeen(Theme theme) {
        Map<String, Color> roles = roles(theme);
        List.of("-color-bg-default", "-color-bg-subtle").forEach(surface -> expect(roles, "-fw-outline", surface, 3));
    }

    @ParameterizedTest
    @EnumSource
    void surroundsOfPicturesAreNeutral(Theme theme) {
        Map<String, Color> roles = roles(theme);
        for (String surface : List.of("-fw-well", "-color-bg-inset", "-color-bg-default", "-color-bg-subtle")) {
            Color grey = roles.get(surface);
            assertTrue(grey.getRed() == grey.getGreen() && grey.getGreen() == grey.getBlue(), surface);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothThemesKnowTheSameRoles(Theme theme) {
        Set<String> here = new TreeSet<>(roles(theme).keySet());
        Set<String> there = new TreeSet<>(roles(Theme.DARK).keySet());
        assertEquals(there, here);
    }

    private static void expect(Map<String, Color> roles, String text, String surface, double least) {
        double contrast = contrast(roles.get(text), roles.get(surface));
        assertTrue(contrast >= least, "%s on %s has %.2f : 1".formatted(text, surface, contrast));
    }

    private static Map<String, Color> roles(Theme theme) {
        Map<String, Color> roles = new HashMap<>();
        for (Matcher entry = ENTRY.matcher(theme.tokens()); entry.find();) {
            roles.put(entry.group(1), Color.web(entry.group(2)));
        }
        return roles;
    }

    /** WCAG 2: relative luminances plus 0.05, the lighter over the darker. */
    private static double contrast(Color a, Color b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
