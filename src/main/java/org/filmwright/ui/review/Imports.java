package org.filmwright.ui.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import org.filmwright.production.Imported;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Offer;
import org.filmwright.ui.kit.SceneTree;
import org.filmwright.ui.kit.SceneTreeModel;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Toasts;
import org.filmwright.ui.kit.Words;

/** Pictures from outside become takes: chosen for the shot that is looked at, or dropped on one. */
final class Imports {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg");

    private final Desk desk;
    private final Toasts toasts;
    private final ReviewModel model;
    private final Function<String, Optional<Path>> chooser;

    /** @param chooser asks for a picture, under a title */
    Imports(Fittings fittings, ReviewModel model, Function<String, Optional<Path>> chooser) {
        desk = fittings.desk();
        toasts = fittings.toasts();
        this.model = model;
        this.chooser = chooser;
    }

    Command command() {
        return Command.when(Bindings.createBooleanBinding(() -> shot().isPresent(), desk.shot(), desk.snapshot()),
                "images.import", Scope.IMAGES, () -> shot().ifPresent(shot -> chooser.apply(Words.of(
                        "choose.import", "shot", shot.label())).ifPresent(file -> bring(shot, file))));
    }

    /** A row of the list takes it for its shot, the place of the picture for the one that is looked at. */
    Optional<Offer> offer(Path file, Node under, SceneTree tree, Node place) {
        if (!isPicture(file)) {
            return Optional.empty();
        }
        Optional<Offer> onRow = tree.shotRow(under)
                .flatMap(row -> row.getItem() instanceof SceneTreeModel.Row.OfShot of
                        ? Optional.of(offer(file, of.shot(), row))
                        : Optional.empty());
        return onRow.or(() -> shot().filter(shot -> isIn(under, place)).map(shot -> offer(file, shot, place)));
    }

    private Offer offer(Path file, Shot shot, Node place) {
        return new Offer(Words.of("drop.take", "name", file.getFileName(), "shot", shot.label()), Optional.of(place),
                () -> bring(shot, file));
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

    private void bring(Shot shot, Path file) {
        desk.light(table -> table.bring(shot.id(), file), brought -> show(shot, file, brought));
    }

    private void show(Shot shot, Path file, Imported brought) {
        model.show(brought.take().id(), false);
        toasts.done(Words.of(brought.known() ? "images.imported.known" : "images.imported", "name", file.getFileName(),
                "shot", shot.label(), "number", brought.take().number()), Optional.empty());
    }
}
