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
import java.util.Set;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
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
    private static final Set<String> APART = Set.of("lanes", "status");
    private static final FrameSize SMALL = new FrameSize(1280, 800);
    private static final FrameSize LARGE = new FrameSize(1920, 1080);

    /** The smallest and the largest of everything; {@code -Dfilmwright.pictures=all} for each with each. */
    private static Stream<Arguments> looks() {
        List<FrameSize> sizes = List.of(SMALL, new FrameSize(1600, 1000), LARGE);
        Stream<Arguments> all = Stream.of(Theme.values())
                .flatMap(theme -> Stream.of(1.0, 1.5, 2.0)
                        .flatMap(scale -> sizes.stream().map(size -> Arguments.of(theme, scale, size))));
        return "all".equals(System.getProperty("filmwright.pictures"))
                ? all
                : Stream.of(Arguments.of(Theme.DARK, 1.0, SMALL), Arguments.of(Theme.LIGHT, 1.0, LARGE),
                        Arguments.of(Theme.LIGHT, 1.5, SMALL), Arguments.of(Theme.DARK, 2.0, SMALL), Arguments.of(
                                Theme.LIGHT, 2.0, LARGE));
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
        assertEquals(List.of(), Fx.get(() -> faults(studio.window().scene().getRoot())), name);
    }

    /** Words that stand outside of the window or are cut off; what scrolls is passed by, and so are lanes and the bottom row. */
    private static List<String> faults(Parent root) {
        List<String> faults = new ArrayList<>();
        look(root, new BoundingBox(-1, -1, root.getScene().getWidth() + 2, root.getScene().getHeight() + 2), faults);
        return faults;
    }

    private static void look(Node node, Bounds window, List<String> faults) {
        if (!node.isVisible() || node instanceof ScrollPane || node instanceof ListView || APART.contains(
                String.valueOf(node.getId()))) {
            return;
        }
        if (node instanceof Labeled said && said.getText() != null && !said.getText().isEmpty()) {
            Bounds place = node.localToScene(node.getLayoutBounds());
            if (!window.contains(place)) {
                faults.add(said.getText() + " stands outside: " + place);
            }
            if (said.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY && node.lookup(".text") instanceof Text drawn
                    && drawn.getParent() == node && !drawn.getText().equals(said.getText())) {
                faults.add(said.getText() + " is cut off: " + drawn.getText());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, window, faults));
        }
    }
}
