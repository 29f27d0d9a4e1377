package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold wherever one looks: whoever cannot see it can hear it, nothing is cut off, no style rule is broken. */
class FrameSweepTest {
    private static final Set<String> NAMES = Set.of("fw-scene-row", "fw-card-head", "fw-shot-row", "fw-job-middle");

    @ParameterizedTest
    @EnumSource
    void everythingSaysItsNameAndNoStyleRuleIsBroken(Theme theme) {
        try (StyleWarnings warnings = new StyleWarnings()) {
            assertEquals(Set.of(), found(StudioWindow.DESIGN, theme, 1, FrameSweepTest::isAnswering,
                    FrameSweepTest::isMute));
            assertEquals(Set.of(), Set.copyOf(warnings.heard()));
        }
    }

    @Test
    void aStyleRuleThatMeansNothingIsHeard() {
        String broken = "data:text/css," + URLEncoder.encode(".label { -fx-text-fill: -nobody-knows; }",
                StandardCharsets.UTF_8).replace("+", "%20");
        try (StyleWarnings warnings = new StyleWarnings()) {
            Fx.run(() -> {
                Scene scene = new Scene(new StackPane(new Label("words")));
                scene.getStylesheets().add(broken);
                scene.getRoot().applyCss();
            });
            assertFalse(warnings.heard().isEmpty());
        }
    }

    @Test
    void everySheetIsReadWithoutAComplaint() throws IOException {
        List<Path> sheets;
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "org", "filmwright", "ui"))) {
            sheets = files.filter(file -> file.toString().endsWith(".css")).toList();
        }
        assertTrue(sheets.size() >= 9, sheets::toString);
        for (Path sheet : sheets) {
            try (StyleWarnings warnings = new StyleWarnings()) {
                new CssParser().parse(sheet.toUri().toURL());
                assertEquals(List.of(), warnings.heard(), sheet::toString);
            }
        }
    }

    @Test
    void wordsTwoFifthsLongerStillFit() {
        try (PseudoLocale _ = new PseudoLocale()) {
            assertEquals(Set.of(), found(StudioWindow.DESIGN, Theme.DARK, 1, node -> node instanceof Labeled label
                    && label.getText() != null && label.getText().contains(PseudoLocale.MARK)
                    && !isRowOfNames(label),
                    node -> node instanceof Labeled label && (Nodes.isShortened(label)
                            || Nodes.isCutOff(label))));
        }
    }

    @Test
    void atTwiceTheSizeNothingIsCutOffInASmallWindow() {
        assertEquals(Set.of(), found(new FrameSize(1280, 800), Theme.DARK, 2, FrameSweepTest::isAnswering,
                Nodes::isCutOff));
    }

    @Test
    void inTheSmallestWindowNothingIsCutOff() {
        assertEquals(Set.of(), found(new FrameSize(1280, 720), Theme.DARK, 1, FrameSweepTest::isAnswering,
                Nodes::isCutOff));
    }

    /** What is wrong of what it is about, with the first place where it was seen; it must be about something. */
    private static Set<String> found(FrameSize size, Theme theme, double scale, Predicate<Node> about,
            Predicate<Node> wrong) {
        Set<String> looked = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        new Tour(size, theme, scale, (stop, studio) -> Fx.run(() -> {
            studio.layOutNow();
            Nodes.seen(studio.window().scene().getRoot())
                    .filter(about)
                    .peek(node -> looked.add(Nodes.name(node)))
                    .filter(wrong)
                    .map(Nodes::name)
                    .filter(seen::add)
                    .forEach(name -> found.add(stop + ": " + name));
        })).walk();
        assertTrue(looked.size() > 50, () -> "looked at too little: " + looked);
        return found;
    }

    /** Rows end a long name of a scene, shot or fault with an ellipsis; it is whole where the row leads to. */
    private static boolean isRowOfNames(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent)
                .anyMatch(part -> part.getStyleClass().stream().anyMatch(NAMES::contains));
    }

    /** Controls that somebody acts on; buttons inside a skin belong to their control. */
    private static boolean isAnswering(Node node) {
        boolean kind = node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ListView<?>
                || node instanceof Slider || node instanceof ComboBoxBase<?>;
        return kind && node.isFocusTraversable() && ((Control) node).getSkin() != null;
    }

    private static boolean isMute(Node node) {
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        boolean written = node instanceof ButtonBase button && button.getText() != null && !button.getText().isBlank();
        return !named && !written;
    }
}
