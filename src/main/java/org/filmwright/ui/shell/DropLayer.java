package org.filmwright.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.filmwright.base.MediaRef;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Offer;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Words;

/** Lies over the window while a file is held over it: outlines what takes it and says what would happen, or why not. */
final class DropLayer extends Pane {
    private static final double FOOT = 24;
    private static final double GAP = 8;
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final Set<String> SCRIPTS = Set.of("fountain", "spmd", "txt", "md", "markdown");
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff");

    private final Function<Node, Optional<Page>> pageAt;
    private final Consumer<Path> open;
    private final Node whole;
    private final Label words = Labels.of("");
    private final Region outline = new Region();
    private Optional<Held> held = Optional.empty();

    /**
     * @param pageAt the page that a node under the pointer belongs to
     * @param whole what takes screenplays and projects
     */
    DropLayer(Function<Node, Optional<Page>> pageAt, Node whole, Consumer<Path> open) {
        this.pageAt = pageAt;
        this.whole = whole;
        this.open = open;
        setId("drop");
        setMouseTransparent(true);
        setVisible(false);
        words.setId("drop-words");
        words.setWrapText(true);
        words.getStyleClass().add("fw-drop-words");
        outline.getStyleClass().add("fw-drop");
        words.setManaged(false);
        outline.setManaged(false);
        getChildren().addAll(outline, words);
    }

    /** Takes files held over that scene, where nothing in it takes them itself. */
    void watch(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, this::offer);
        scene.addEventHandler(DragEvent.DRAG_EXITED_TARGET, left -> leave());
        scene.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    /** What happens to these files where the pointer is; the words alone where nothing takes them. */
    private Landing landing(List<File> files, Node under) {
        Optional<Page> page = pageAt.apply(under);
        Optional<Offer> special = page.flatMap(there -> there.offer(files.stream().map(File::toPath).toList(), under));
        if (special.isPresent()) {
            return new Landing(special.get().place().orElse(page.get().root()), special.get(), true);
        }
        if (files.size() > 1) {
            return new Landing(whole, new Offer(Words.of("drop.many", "n", files.size()), () -> {}), false);
        }
        Path file = files.getFirst().toPath();
        return new Landing(whole, new Offer(words(file), () -> open.accept(file)), isProject(file) || isScript(file));
    }

    /** What was worked out for files over a node; it holds until they are over another. */
    private record Held(List<File> files, Node under, Landing landing) {
        boolean are(List<File> others, Node there) {
            return under == there && files.equals(others);
        }
    }

    private void leave() {
        held = Optional.empty();
        setVisible(false);
    }

    private record Landing(Node pane, Offer offer, boolean taken) {}

    private static String words(Path file) {
        String name = file.getFileName().toString();
        if (isProject(file)) {
            return Words.of("drop.project", "name", name.replaceFirst("\\.filmwright$", ""));
        }
        if (isScript(file)) {
            return Words.of("drop.script", "name", name);
        }
        if (PICTURES.contains(extension(file))) {
            return Words.of("drop.picture", "name", name);
        }
        if (MediaRef.SOUNDS.contains(extension(file))) {
            return Words.of("drop.sound", "name", name);
        }
        return Words.of(Files.isDirectory(file) ? "drop.folder" : "drop.other", "name", name);
    }

    private static boolean isProject(Path file) {
        return Files.isDirectory(file) && (Files.exists(file.resolve("project.mv.db"))
                || Files.isDirectory(file.resolve("journal")));
    }

    static boolean isScript(Path file) {
        return Files.isRegularFile(file) && SCRIPTS.contains(extension(file));
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void offer(DragEvent event) {
        if (under(event).filter(node -> hold(event.getDragboard().getFiles(), node)).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
    }

    /** Says what would happen to files that are held over that node; answers whether they would be taken. */
    boolean hold(List<File> files, Node under) {
        Held now = held.filter(before -> before.are(files, under))
                .orElseGet(() -> new Held(List.copyOf(files), under, landing(files, under)));
        if (!held.equals(Optional.of(now)) || !isVisible()) {
            held = Optional.of(now);
            show(now.landing());
        }
        return now.landing().taken();
    }

    private void drop(DragEvent event) {
        under(event).ifPresent(node -> event.setDropCompleted(drop(event.getDragboard().getFiles(), node)));
        leave();
    }

    /** Takes files that are dropped on that node, if something takes them. */
    boolean drop(List<File> files, Node under) {
        Landing landing = landing(files, under);
        leave();
        if (landing.taken()) {
            landing.offer().take().run();
        }
        return landing.taken();
    }

    private static Optional<Node> under(DragEvent event) {
        return Optional.of(event.getTarget())
                .filter(target -> event.getDragboard().hasFiles())
                .filter(Node.class::isInstance)
                .map(Node.class::cast);
    }

    private void show(Landing landing) {
        Bounds place = sceneToLocal(seen(landing.pane()));
        outline.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        outline.pseudoClassStateChanged(REFUSED, !landing.taken());
        words.setText(landing.offer().words());
        setVisible(true);
        say(place);
    }

    /** As much of it as can be seen: it may lie in a panel that scrolls. */
    private static Bounds seen(Node pane) {
        Bounds place = pane.localToScene(pane.getLayoutBounds());
        for (Node around = pane.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane) {
                place = common(place, around.localToScene(around.getLayoutBounds()));
            }
        }
        return place;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(x, y, Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    /** At the foot of what takes it; beside it where that is as low as a row. */
    private void say(Bounds place) {
        words.applyCss();
        boolean low = place.getHeight() < words.prefHeight(-1) + 2 * FOOT;
        double room = low ? getWidth() - place.getMaxX() - 2 * GAP : place.getWidth() - 2 * FOOT;
        double width = Math.min(words.prefWidth(-1), room);
        double height = words.prefHeight(width);
        if (low) {
            double y = Math.clamp(place.getCenterY() - height / 2, 0, Math.max(0, getHeight() - height));
            words.resizeRelocate(place.getMaxX() + GAP, y, width, height);
        } else {
            words.resizeRelocate(place.getCenterX() - width / 2, place.getMaxY() - FOOT - height, width, height);
        }
    }
}
