package org.filmwright.ui.review;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.filmwright.base.Failure;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.production.Matching;
import org.filmwright.production.Project;
import org.filmwright.story.ShotPrompt;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;

/** How well the take being looked at matches its prompt, beside the others of its shot; nothing where no model says so. */
final class MatchPart {
    private static final Duration REST = Duration.ofMillis(150);
    /** How often one looks again whether it is known by now. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Desk desk;
    private final Clockwork clockwork;
    private final StringProperty words = new SimpleStringProperty("");
    private final VBox node;
    private Optional<Asked> asked = Optional.empty();
    private Optional<TakeId> shown = Optional.empty();
    private Matching found = Matching.NONE;
    private Clockwork.Appointment asking = () -> {};

    /** What an answer is about: others are compared anew. */
    private record Asked(Optional<Project> film, ShotId shot, List<TakeId> takes, String prompt) {
        /** What was found of the one is right of the other, as far as it goes. */
        boolean goesOn(Asked next) {
            return equals(new Asked(next.film, next.shot, takes, next.prompt));
        }
    }

    MatchPart(Fittings fittings) {
        desk = fittings.desk();
        clockwork = fittings.clockwork();
        HBox row = Inspector.row("images.match", words, "fw-plain");
        row.setId("match");
        Label explained = Labels.of(Words.of("images.match.explained"), "fw-muted", "fw-caption");
        explained.setWrapText(true);
        node = new VBox(row, explained);
        node.getStyleClass().add("fw-match");
        Presence.when(words.isNotEmpty(), node);
    }

    VBox node() {
        return node;
    }

    void show(Frame frame) {
        Asked now = new Asked(desk.project().get(), frame.shot().id(), desk.snapshot()
                .get()
                .map(open -> open.takesOf(frame.shot().id()).stream().map(take -> take.id()).toList())
                .orElse(List.of()), desk.plan().map(plan -> ShotPrompt.of(plan, frame.shot())).orElse(""));
        if (asked.filter(now::equals).isEmpty()) {
            if (asked.filter(before -> before.goesOn(now)).isEmpty()) {
                found = Matching.NONE;
            }
            asked = Optional.of(now);
            asking.cancel();
            asking = clockwork.after(REST, () -> ask(now));
        }
        shown = Optional.of(frame.id());
        tell();
    }

    private void ask(Asked about) {
        about.film()
                .filter(film -> desk.project().get().filter(film::equals).isPresent())
                .ifPresent(open -> desk.offstage().ask(() -> open.lightTable().matches(about.shot()), answer -> {
                    if (asked.filter(about::equals).isPresent()) {
                        found = answer;
                        tell();
                        if (answer.coming()) {
                            asking = clockwork.after(AGAIN, () -> ask(about));
                        }
                    }
                }));
    }

    private void tell() {
        words.set(shown.map(take -> found.known().containsKey(take) ? match(take) : why()).orElse(""));
    }

    private String match(TakeId take) {
        int match = found.known().get(take).ofHundred();
        int place = found.place(take);
        int of = found.known().size();
        if (of == 1) {
            return Words.of("images.match.alone", "match", match);
        }
        return place == 1
                ? Words.of("images.match.best", "match", match, "of", of)
                : Words.of("images.match.place", "match", match, "place", place, "of", of);
    }

    private String why() {
        return found.stopped()
                .map(Failure::what)
                .map(why -> Words.of("images.match.stopped", "why", why))
                .orElseGet(() -> found.coming() ? Words.of("images.match.coming") : "");
    }
}
