package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.filmwright.base.ClipId;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Level;
import org.filmwright.timeline.Marker;
import org.filmwright.timeline.Marks;
import org.filmwright.timeline.Source;
import org.filmwright.timeline.Track;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws everything around the cut in both themes, at every scale and window size, for people to look at. */
class CutPicturesTest {
    private static final Path PICTURES = Path.of("target", "screenshots", "cut");

    private static Stream<Arguments> looks() {
        List<FrameSize> sizes = List.of(new FrameSize(1280, 800), new FrameSize(1600, 1000), new FrameSize(1920, 1080));
        return Stream.of(Theme.values())
                .flatMap(theme -> Stream.of(1.0, 1.5, 2.0)
                        .flatMap(scale -> sizes.stream().map(size -> Arguments.of(theme, scale, size))));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theCutIsDrawn(Theme theme, double scale, FrameSize size) throws IOException {
        Files.createDirectories(PICTURES);
        String name = "%s-%d-%d-".formatted(theme.name().toLowerCase(Locale.ROOT), Math.round(100 * scale), size
                .width());
        try (StyleWarnings warnings = new StyleWarnings();
                TestStudio studio = new TestStudio(size, theme, scale)) {
            SampleProject project = layered();
            Fx.run(() -> studio.window().open(project));
            studio.show(Scope.TIMELINE);
            for (int i = 0; i < 3; i++) {
                studio.press(KeyCode.DOWN);
            }
            studio.press(KeyCode.D);
            project.editor().recut(CutPicturesTest::filmedAnew);
            draw(studio, name + "timeline");
            studio.press(KeyCode.E);
            draw(studio, name + "seams");
            studio.press(KeyCode.E);
            studio.press(KeyCode.BACK_QUOTE);
            draw(studio, name + "full");
            studio.press(KeyCode.BACK_QUOTE);
            studio.press(KeyCode.M, KeyCode.CONTROL);
            Fx.until("the card is there", () -> studio.seen("export-begin"));
            Fx.run(() -> ((CheckBox) studio.node("export-board")).setSelected(true));
            draw(studio, name + "export");
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.J, KeyCode.CONTROL, KeyCode.SHIFT);
            Fx.until("rehearsed", () -> studio.seen("motion") && !project.camerawork().rehearsed().isEmpty());
            Fx.until("seen", () -> !studio.text("motion-at").isEmpty());
            draw(studio, name + "motion");
            assertEquals(List.of(), warnings.heard());
        }
    }

    /** The sample with a title over it, a sound, markers, a part between in and out, a gap, and a file that is gone. */
    private static SampleProject layered() {
        SampleProject project = SampleProject.whole();
        project.editor().recut(cut -> Outcome.ok(layers(cut)));
        project.lose(new TakeId("2-D-take-2"), true);
        project.measured(new ShotId("shot-1-B"), SampleCamerawork.flickering());
        project.measured(new ShotId("shot-2-C"), SampleCamerawork.flickering());
        return project;
    }

    /** Another clip lies where that of 2-A lay. */
    private static Outcome<Cut> filmedAnew(Cut cut) {
        List<Item> items = new ArrayList<>(cut.items());
        Item.Clip was = (Item.Clip) items.get(4);
        items.set(4, new Item.Clip(was.shot(), new ClipId("clip-2-A-again"), was.media(), was.label(), was.frames()));
        return Outcome.ok(new Cut(cut.title(), cut.rate(), cut.size(), items, cut.transitions(), cut.subtitles()).with(
                new Layers(cut.tracks(), cut.markers(), cut.marks())));
    }

    private static Cut layers(Cut cut) {
        List<Item> items = new ArrayList<>(cut.items());
        items.set(8, new Item.Gap(items.get(8).frames()));
        Track title = new Track(Track.Kind.PICTURE, "V2", List.of(new Item.Gap(80), new Item.Title(List.of(
                "Harbour, 1931"), 72, true, 0)), List.of(), true, false);
        Item.Clip first = (Item.Clip) cut.items().get(1);
        Track sound = new Track(Track.Kind.SOUND, "A1", List.of(new Item.Gap(60), new Item.Sound(first.media(),
                "Fog horn over the harbour", 300, new Source(0, 300), new Level(-6, 12, 24), 0)), List.of(), true,
                false);
        return new Cut(cut.title(), cut.rate(), cut.size(), items, cut.transitions(), cut.subtitles()).with(new Layers(
                List.of(title, sound),
                List.of(new Marker(100, 0, Marker.Colour.RED, "Foghorn", Optional.empty()),
                        new Marker(500, 48, Marker.Colour.GREEN, "Music begins", Optional.empty())),
                new Marks(OptionalInt.of(200), OptionalInt.of(640))));
    }

    private static void draw(TestStudio studio, String name) throws IOException {
        studio.settle();
        Fx.until("all pictures are there", () -> Looks.isSettled(studio.window()));
        studio.layOut();
        WritableImage image = Fx.get(() -> studio.window().scene().snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", PICTURES.resolve(name + ".png").toFile());
        List<String> faults = Fx.get(() -> faults(studio.window().scene().getRoot()));
        Files.write(PICTURES.resolve(name + ".txt"), faults);
    }

    private static List<String> faults(Parent root) {
        List<String> faults = new ArrayList<>();
        double width = root.getScene().getWidth();
        double height = root.getScene().getHeight();
        look(root, new Visit(width, height, faults));
        return faults;
    }

    private record Visit(double width, double height, List<String> faults) {}

    private static void look(Node node, Visit visit) {
        if (!node.isVisible()) {
            return;
        }
        Bounds at = node.localToScene(node.getLayoutBounds());
        if (node instanceof Labeled said && said.getText() != null && !said.getText().isEmpty()) {
            if (at.getMinX() < -1 || at.getMinY() < -1 || at.getMaxX() > visit.width + 1 || at.getMaxY() > visit.height
                    + 1) {
                visit.faults.add("out: " + said.getText() + " " + where(at));
            }
            if (node.lookup(".text") instanceof Text text && text.getParent() == node && !text.getText()
                    .equals(said.getText())
                    && said.getContentDisplay() != javafx.scene.control.ContentDisplay.GRAPHIC_ONLY) {
                visit.faults.add("cut: " + said.getText() + " -> " + text.getText() + " " + where(at));
            }
        }
        if (node instanceof Parent parent && !(node instanceof ScrollPane)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, visit));
        } else if (node instanceof ScrollPane pane) {
            visit.faults.add("scrolls: " + pane.getId() + " " + pane.getStyleClass());
        }
    }

    private static String where(Bounds at) {
        return "[%.0f %.0f %.0f %.0f]".formatted(at.getMinX(), at.getMinY(), at.getMaxX(), at.getMaxY());
    }
}
