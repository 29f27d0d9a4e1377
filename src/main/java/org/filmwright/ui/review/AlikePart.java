package org.filmwright.ui.review;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.layout.VBox;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Lookalikes;
import org.filmwright.production.Project;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;

/** Which takes look like the one being looked at; asked for when somebody rests on a shot. */
final class AlikePart {
    private static final Duration REST = Duration.ofMillis(400);
    /** Up to so many takes all of the film are compared; in a longer one those of the shot, since that takes time. */
    private static final int FILM = 2_000;

    private final Desk desk;
    private final ReviewModel model;
    private final Clockwork clockwork;
    private final ReadOnlyObjectWrapper<List<TakeId>> group = new ReadOnlyObjectWrapper<>(List.of());
    private final SimpleStringProperty words = new SimpleStringProperty("");
    private Lookalikes found = new Lookalikes(List.of());
    private List<TakeId> asked = List.of();
    private Clockwork.Appointment asking = () -> {};

    AlikePart(Fittings fittings, ReviewModel model) {
        desk = fittings.desk();
        clockwork = fittings.clockwork();
        this.model = model;
        model.current().subscribe(this::follow);
        model.laid().subscribe(this::follow);
    }

    /** The take being looked at and those that look like it, in the order in which they came; empty where none does. */
    ReadOnlyObjectProperty<List<TakeId>> group() {
        return group.getReadOnlyProperty();
    }

    VBox node(Commands commands) {
        VBox section = Inspector.section(new SimpleStringProperty(Words.of("images.alike")), Buttons.of(commands,
                "images.survey-alike", "flat", "fw-compact"), Inspector.card(words));
        section.setId("alike");
        Presence.when(group.map(takes -> !takes.isEmpty()), section);
        return section;
    }

    private void follow() {
        List<TakeId> takes = model.frame()
                .flatMap(frame -> desk.snapshot().get().map(open -> open.takesOf(frame.shot().id())))
                .orElse(List.of())
                .stream()
                .map(ImageTake::id)
                .toList();
        if (!takes.equals(asked)) {
            asked = takes;
            asking.cancel();
            found = new Lookalikes(List.of());
            if (!takes.isEmpty()) {
                asking = clockwork.after(REST, this::ask);
            }
        }
        show();
    }

    private void ask() {
        List<TakeId> about = asked;
        Optional<ShotId> shot = model.frame()
                .filter(frame -> model.laid().get().takes() > FILM)
                .map(frame -> frame.shot().id());
        desk.project()
                .get()
                .ifPresent((Project open) -> desk.offstage()
                        .ask(() -> open.lightTable().lookalikes(shot), answer -> {
                            if (about.equals(asked)) {
                                found = answer;
                                show();
                            }
                        }));
    }

    private void show() {
        List<ImageTake> alike = model.frame().map(frame -> found.of(frame.take())).orElse(List.of());
        words.set(alike.stream()
                .map(this::name)
                .collect(Collectors.joining(", ")));
        group.set(alike.stream().map(ImageTake::id).toList());
    }

    private String name(ImageTake take) {
        return desk.shotOf(take.shot())
                .map(shot -> Words.of("images.alike.take", "shot", shot.label(), "number", take.number()))
                .orElse("");
    }
}
