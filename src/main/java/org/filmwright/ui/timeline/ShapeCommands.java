package org.filmwright.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.TextArea;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Fades;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Level;
import org.filmwright.timeline.Links;
import org.filmwright.timeline.Retiming;
import org.filmwright.timeline.Speed;
import org.filmwright.timeline.Spot;
import org.filmwright.timeline.Titles;
import org.filmwright.timeline.TrackEdits;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** What makes an item another one where it lies: its speed, its fades, the words of a title, what it is linked to. */
final class ShapeCommands {
    /** Seconds of a fade and of a held frame, and of a title. */
    private static final double FADE = 1;
    private static final double TITLE = 3;
    /** Decibels that a level can have. */
    private static final double QUIETEST = -96;
    private static final double LOUDEST = 24;
    /** Percent. */
    private static final List<Integer> SPEEDS = List.of(25, 50, 75, 100, 125, 150, 200, 400);

    private final Fittings fittings;
    private final TimelineModel model;
    private final Splicing splicing;

    ShapeCommands(Fittings fittings, TimelineModel model, Splicing splicing) {
        this.fittings = fittings;
        this.model = model;
        this.splicing = splicing;
    }

    /** @param cut whether there is one */
    List<Command> all(ObservableBooleanValue cut) {
        return List.of(on(cut, "slower", () -> speed(-1)), on(cut, "faster", () -> speed(1)),
                on(cut, "speed-normal", () -> at(Deed.SPEED, (now, spot) -> Retiming.speed(now, spot,
                        Speed.NORMAL))),
                on(cut, "reverse", () -> at(Deed.SPEED, ShapeCommands::reversed)), on(cut, "freeze", this::freeze),
                on(cut, "fade-in", () -> at(Deed.FADE, (now, spot) -> Fades.in(now, spot, now.rate().frames(FADE)))),
                on(cut, "fade-out", () -> at(Deed.FADE, (now, spot) -> Fades.out(now, spot, now.rate().frames(FADE)))),
                on(cut, "title-card", () -> ask("", lines -> title(lines, Titles::card))),
                on(cut, "title-over", () -> ask("", lines -> title(lines, Titles::over))),
                on(cut, "title-edit", this::retitle),
                on(cut, "link",
                        () -> at(Deed.LINK, (now, spot) -> Links.link(now, List.of(spot, Spot.storyline(now.itemAt(spot
                                .start(now))))))),
                on(cut, "louder", () -> level(1)), on(cut, "quieter", () -> level(-1)),
                on(cut, "unlink", () -> at(Deed.UNLINK, Links::unlink)));
    }

    private static Command on(ObservableBooleanValue possible, String id, Runnable action) {
        return Command.when(possible, "timeline." + id, Scope.TIMELINE, action);
    }

    private Optional<Reel.Span> meant() {
        return splicing.selected().get().or(model::current);
    }

    private void at(Deed deed, Splicing.Targeted shaping) {
        meant().ifPresent(span -> record(deed, Splicing.atHeld(span, shaping)));
    }

    private void record(Deed deed, Splicing.Edit edit) {
        model.pause();
        splicing.edit(deed, edit, _ -> {});
    }

    /** The next of the usual speeds, in the direction in which it runs. */
    private void speed(int way) {
        at(Deed.SPEED, (cut, spot) -> {
            Speed now = of(spot.in(cut));
            long percent = Math.round(Math.abs(now.factor()) * 100);
            List<Integer> steps = way > 0 ? SPEEDS : SPEEDS.reversed();
            int next = steps.stream()
                    .filter(step -> way > 0 ? step > percent : step < percent)
                    .findFirst()
                    .orElse(steps.getLast());
            return Retiming.speed(cut, spot, Speed.percent(now.backwards() ? -next : next));
        });
    }

    private static Outcome<Cut> reversed(Cut cut, Spot spot) {
        Speed now = of(spot.in(cut));
        return Retiming.speed(cut, spot, new Speed(now.held() ? 1 : -now.numerator(), now.denominator()));
    }

    private static Speed of(Item item) {
        return switch (item) {
            case Item.OfShot shot -> shot.source().speed();
            case Item.Sound sound -> sound.source().speed();
            case Item.Gap _,Item.Title _ -> Speed.NORMAL;
        };
    }

    /** How loud it is then is said in the line. @param by decibels */
    private void level(int by) {
        Optional<Reel.Span> heard = splicing.selected().get().filter(span -> span.item() instanceof Item.Sound);
        if (heard.isEmpty()) {
            splicing.refuse("timeline.level.none", "timeline.level.none.remedy");
            return;
        }
        splicing.edit(Deed.LEVEL, Splicing.atHeld(heard.get(), (cut, spot) -> louder(cut, spot, by)), _ -> splicing
                .selected()
                .get()
                .map(Reel.Span::item)
                .filter(Item.Sound.class::isInstance)
                .map(Item.Sound.class::cast)
                .ifPresent(
                        sound -> splicing.say(Words.of("timeline.level", "label", sound.label(), "gain", sound.level()
                                .gain()))));
    }

    private static Outcome<Cut> louder(Cut cut, Spot spot, int by) {
        Level now = spot.in(cut) instanceof Item.Sound sound ? sound.level() : Level.PLAIN;
        return TrackEdits.level(cut, spot, new Level(Math.clamp(now.gain() + by, QUIETEST, LOUDEST), now.fadeIn(), now
                .fadeOut()));
    }

    private void freeze() {
        int frame = model.frame().get();
        record(Deed.FREEZE, cut -> Retiming.freeze(cut, frame, cut.rate().frames(FADE)));
    }

    /** How a title gets into a cut. */
    private interface Titling {
        Outcome<Cut> of(Cut cut, int frame, List<String> lines, int frames);
    }

    private void title(List<String> lines, Titling titling) {
        int frame = model.frame().get();
        record(Deed.TITLE, cut -> titling.of(cut, frame, lines, cut.rate().frames(TITLE)));
    }

    private void retitle() {
        Optional<Reel.Span> span = meant().filter(each -> each.item() instanceof Item.Title);
        if (span.isEmpty()) {
            splicing.refuse("timeline.title.none", "timeline.title.none.remedy");
        }
        span.map(each -> (Item.Title) each.item())
                .ifPresent(title -> ask(String.join("\n", title.lines()),
                        lines -> at(Deed.TITLE, (cut, spot) -> Titles.edit(cut,
                                spot, lines))));
    }

    /** The words of a title, largest line first. */
    private void ask(String words, Consumer<List<String>> then) {
        TextArea text = new TextArea(words);
        text.setId("title-words");
        text.setAccessibleText(Words.of("timeline.title.words"));
        text.setPrefRowCount(3);
        fittings.sheets()
                .ask(new Question(Words.of("timeline.title.ask"), Words.of("timeline.title.words"), List.of(
                        new Question.Answer("title-no", Words.of("timeline.relink.no"), Question.Kind.PLAIN, () -> {}),
                        new Question.Answer("title-yes", Words.of("timeline.title.yes"), Question.Kind.PRIMARY,
                                () -> then.accept(lines(text.getText()))))),
                        text);
        text.requestFocus();
    }

    private static List<String> lines(String text) {
        List<String> lines = text.strip().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.isEmpty() ? List.of(Words.of("timeline.card")) : lines;
    }
}
