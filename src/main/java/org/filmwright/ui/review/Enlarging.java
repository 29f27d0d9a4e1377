package org.filmwright.ui.review;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.filmwright.base.Failure;
import org.filmwright.base.TakeId;
import org.filmwright.production.Project;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** The same pictures with more pixels, as takes of their own; where no model does that, the command says so. */
final class Enlarging {
    static final String ENLARGE = "images.enlarge";

    private final Desk desk;
    private final Fittings fittings;
    private final ReviewModel model;
    private final Retakes retakes;
    private final ObjectProperty<Optional<Failure>> obstacle = new SimpleObjectProperty<>(Optional.empty());

    Enlarging(Fittings fittings, ReviewModel model, Retakes retakes) {
        this.fittings = fittings;
        this.model = model;
        this.retakes = retakes;
        desk = fittings.desk();
        fittings.commands()
                .name(ENLARGE, Bindings.createStringBinding(() -> obstacle.get()
                        .map(why -> Words.of("images.enlarge.not", "why", why.what()))
                        .orElseGet(() -> Words.of("command." + ENLARGE)), obstacle));
        desk.project().addListener((_, _, open) -> look(open));
        look(desk.project().get());
    }

    /** Whether it can be done is asked again: a model may have come meanwhile. */
    void look() {
        look(desk.project().get());
    }

    private void look(Optional<Project> project) {
        project.ifPresent(open -> desk.recorder().ask(open.lightTable()::enlarging, obstacle::set));
    }

    Command command() {
        return Command.when(Bindings.createBooleanBinding(() -> retakes.possible().get() && obstacle.get().isEmpty(),
                retakes.possible(), obstacle), ENLARGE, Scope.IMAGES, this::enlarge);
    }

    private void enlarge() {
        List<TakeId> takes = model.targets().stream().map(Frame::id).toList();
        takes.forEach(take -> desk.light(table -> table.enlarge(take), _ -> {}));
        if (!takes.isEmpty()) {
            fittings.toasts().done(Words.count("images.enlarging", takes.size()));
        }
    }
}
