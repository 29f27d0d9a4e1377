package org.filmwright.ui.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import org.filmwright.base.TakeId;
import org.filmwright.production.Imported;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Offer;
import org.filmwright.ui.kit.SceneTree;
import org.filmwright.ui.kit.SceneTreeModel;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Toasts;
import org.filmwright.ui.kit.Typing;
import org.filmwright.ui.kit.Words;

/** Pictures from outside become takes: chosen for the shot that is looked at, or dropped on one. */
final class Imports {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg");

    private final Desk desk;
    private final Toasts toasts;
    private final ReviewModel model;
    private final Function<String, Optional<Path>> chooser;
    private final Runnable images;
    private List<Path> held = List.of();
    private List<Path> heldPictures = List.of();

    /** @param chooser asks for a picture, under a title */
    Imports(Fittings fittings, ReviewModel model, Function<String, Optional<Path>> chooser) {
        desk = fittings.desk();
        toasts = fittings.toasts();
        this.model = model;
        this.chooser = chooser;
        images = () -> fittings.commands().of("view.images").run();
    }

    Command command() {
        return Command.when(Bindings.createBooleanBinding(() -> shot().isPresent(), desk.shot(), desk.snapshot()),
                "images.import", Scope.IMAGES, () -> shot().ifPresent(shot -> chooser.apply(Words.of(
                        "choose.import", "shot", shot.label())).ifPresent(file -> bring(shot, List.of(file)))));
    }

    /** A row of the list takes it for its shot, the place of the picture for the one that is looked at. */
    Optional<Offer> offer(List<Path> files, Node under, SceneTree tree, Node place) {
        if (pictures(files).isEmpty()) {
            return Optional.empty();
        }
        Optional<Offer> onRow = tree.shotRow(under)
                .flatMap(row -> row.getItem() instanceof SceneTreeModel.Row.OfShot of
                        ? Optional.of(offer(files, of.shot(), row))
                        : Optional.empty());
        return onRow.or(() -> shot().filter(shot -> isIn(under, place)).map(shot -> offer(files, shot, place)));
    }

    private Offer offer(List<Path> files, Shot shot, Node place) {
        int pictures = pictures(files).size();
        String words = pictures == 1
                ? Words.of("drop.take", "name", pictures(files).getFirst().getFileName(), "shot", shot.label())
                : Words.of("drop.takes", "n", pictures, "shot", shot.label());
        return new Offer(pictures == files.size()
                ? words
                : Words.of("drop.takes.others", "words", words, "others", Words.count("drop.others", files.size()
                        - pictures)),
                Optional.of(place), () -> bring(shot, files));
    }

    /** Those of files that are held over the window; the disk is asked once, not whenever the pointer moves. */
    private List<Path> pictures(List<Path> files) {
        if (!files.equals(held)) {
            held = List.copyOf(files);
            heldPictures = files.stream().filter(Imports::isPicture).toList();
        }
        return heldPictures;
    }

    private static boolean isIn(Node node, Node place) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(each -> each == place);
    }

    /** By its name; what it really is shows when it is read. */
    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && PICTURES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private Optional<Shot> shot() {
        return desk.shot().get().flatMap(desk::shotOf);
    }

    private void bring(Shot shot, List<Path> files) {
        Optional<TakeId> looked = model.current().get();
        List<Path> pictures = pictures(files);
        held = List.of();
        desk.longer(table -> table.bring(shot.id(), pictures), brought -> {
            if (!brought.takes().isEmpty()) {
                show(shot, pictures, brought.takes(), looked);
            }
            brought.refused().forEach(desk::tell);
            List<Path> others = files.stream().filter(file -> !pictures.contains(file)).toList();
            if (!others.isEmpty()) {
                toasts.failed(Words.count("images.imported.others", others.size(), "names", others.stream()
                        .map(each -> each.getFileName().toString())
                        .collect(Collectors.joining(", "))));
            }
        });
    }

    /** One by its name, several by their number. Who went on meanwhile, or types, is not called away. */
    private void show(Shot shot, List<Path> pictures, List<Imported> taken, Optional<TakeId> looked) {
        Imported first = taken.getFirst();
        boolean busy = isTyping() || !model.current().get().equals(looked);
        if (!busy) {
            model.show(first.take().id(), false);
        }
        int known = (int) taken.stream().filter(Imported::known).count();
        String words = pictures.size() == 1
                ? Words.of(first.known() ? "images.imported.known" : "images.imported", "name", pictures.getFirst()
                        .getFileName(), "shot", shot.label(), "number", first.take().number())
                : Words.count(known > 0 ? "images.imported.some" : "images.imported.all", taken.size() - known, "shot",
                        shot.label(), "others", Words.count("images.imported.there", known));
        toasts.done(words, busy ? new Button[]{way(first.take().id())} : new Button[0]);
    }

    private Button way(TakeId take) {
        return Buttons.plain("show-imported", "images.imported.show", () -> {
            images.run();
            model.show(take, false);
        });
    }

    private boolean isTyping() {
        Node focus = toasts.getScene() == null ? null : toasts.getScene().getFocusOwner();
        return focus instanceof TextInputControl || focus instanceof Typing;
    }
}
