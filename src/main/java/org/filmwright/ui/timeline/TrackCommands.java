package org.filmwright.ui.timeline;

import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.TextField;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Track;
import org.filmwright.timeline.TrackEdits;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** What is done to whole tracks beside the storyline: that of what is selected is meant, else the first. */
final class TrackCommands {
    private final Fittings fittings;
    private final TimelineModel model;
    private final Splicing splicing;

    TrackCommands(Fittings fittings, TimelineModel model, Splicing splicing) {
        this.fittings = fittings;
        this.model = model;
        this.splicing = splicing;
    }

    /** @param cut whether there is one */
    List<Command> all(ObservableBooleanValue cut) {
        return List.of(on(cut, "track-on", () -> turn(meant())), on(cut, "track-lock", () -> lock(meant())),
                on(cut, "track-add", () -> edit(now -> TrackEdits.add(now, Track.Kind.PICTURE))),
                on(cut, "track-add-sound", () -> edit(now -> TrackEdits.add(now, Track.Kind.SOUND))),
                on(cut, "track-name", this::name), on(cut, "track-remove", this::remove));
    }

    private static Command on(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, "timeline." + id, Scope.TIMELINE, action);
    }

    private int meant() {
        return splicing.selected().get().map(Reel.Span::track).filter(track -> track > 0).orElse(1);
    }

    /** Shows or hides a track, or has it heard or not. @param number 1 or more */
    void turn(int number) {
        edit(cut -> TrackEdits.on(cut, number, number > cut.tracks().size() || !cut.track(number).on()));
    }

    /** Has edits pass a track by, or no longer. @param number 1 or more */
    void lock(int number) {
        edit(cut -> TrackEdits.locked(cut, number, number > cut.tracks().size() || !cut.track(number).locked()));
    }

    /** The one that was meant when the key was pressed. */
    private void remove() {
        int number = meant();
        edit(cut -> TrackEdits.remove(cut, number));
    }

    private void name() {
        int number = meant();
        String now = model.reel()
                .get()
                .map(Reel::cut)
                .filter(cut -> number <= cut.tracks().size())
                .map(cut -> cut.track(number).name())
                .orElse("");
        if (now.isEmpty()) {
            splicing.refuse("timeline.track.none", "timeline.track.none.remedy");
            return;
        }
        TextField name = new TextField(now);
        name.setId("track-name");
        name.setAccessibleText(Words.of("timeline.track.name"));
        fittings.sheets()
                .ask(new Question(Words.of("timeline.track.ask", "name", now), Words.of("timeline.track.name"), List.of(
                        new Question.Answer("track-no", Words.of("timeline.relink.no"), Question.Kind.PLAIN, () -> {}),
                        new Question.Answer("track-yes", Words.of("timeline.track.yes"), Question.Kind.PRIMARY,
                                () -> named(number, name.getText().strip())))),
                        name);
        name.requestFocus();
        name.selectAll();
    }

    private void named(int number, String name) {
        if (!name.isEmpty()) {
            edit(cut -> TrackEdits.named(cut, number, name));
        }
    }

    private void edit(Function<Cut, Outcome<Cut>> edit) {
        splicing.edit(Deed.TRACK, edit::apply, _ -> {});
    }
}
