package org.filmwright.production;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.filmwright.clips.ClipTake;
import org.filmwright.story.DialogueTiming;
import org.filmwright.story.ElementType;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Scene;
import org.filmwright.story.Screenplay;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.TitlePage;
import org.filmwright.timeline.Assembly;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Join;
import org.filmwright.timeline.Slot;
import org.filmwright.timeline.SpokenLine;
import org.filmwright.timeline.Subtitling;

/** Lays the clips of a plan into a cut: script order, dissolves where time passes, card and subtitles when asked. */
final class FilmAssembly {
    private final MakeOrder.Look look;
    private final ShotPlan plan;
    private final Screenplay screenplay;
    private final Map<Integer, String> transitions = new HashMap<>();
    private Optional<Subtitling> subtitling = Optional.empty();

    FilmAssembly(MakeOrder.Look look, Scripts.Script script) {
        this.look = look;
        plan = script.plan();
        screenplay = FountainReader.read(script.text());
        screenplay.elements()
                .stream()
                .filter(element -> element.type() == ElementType.TRANSITION)
                .forEach(element -> transitions.put(element.scene(), element.text()));
    }

    /** @param clips of the plan's shots, in their order */
    Cut cut(List<ClipTake> clips) {
        Iterator<ClipTake> next = clips.iterator();
        return cut((shot, join) -> Slot.of(next.next(), shot.label(), join));
    }

    /** @param slots what stands for a shot; asked in the order of the plan */
    Cut cut(BiFunction<Shot, Join, Slot> slots) {
        List<Slot> laid = new ArrayList<>();
        for (int i = 0; i < plan.shots().size(); i++) {
            Shot shot = plan.shots().get(i);
            laid.add(slots.apply(shot, i == 0 ? Join.CUT : join(plan.shots().get(i - 1), shot)));
        }
        return new Assembly(plan.title(), look.rate(), look.size(), card(), laid, lines()).cut();
    }

    /** A cut with what is said in its shots. */
    Cut subtitled(Cut cut) {
        if (subtitling.isEmpty()) {
            subtitling = Optional.of(new Subtitling(lines()));
        }
        return subtitling.get().over(cut);
    }

    private Join join(Shot before, Shot shot) {
        if (before.scene() == shot.scene()) {
            return Join.CUT;
        }
        Scene from = plan.sceneOf(before);
        Scene to = plan.sceneOf(shot);
        return Join.between(transitions.getOrDefault(from.number(), ""), to.heading(), from.place().time(),
                to.place().time());
    }

    private List<String> card() {
        if (!look.titleCards()) {
            return List.of();
        }
        TitlePage page = screenplay.titlePage();
        Stream<String> authors = Stream.of("author", "authors").flatMap(key -> page.values(key).stream());
        return Stream.of(Stream.of(plan.title()), page.values("credit").stream(), authors)
                .flatMap(lines -> lines)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private List<SpokenLine> lines() {
        if (!look.subtitles()) {
            return List.of();
        }
        return plan.shots().stream().flatMap(shot -> spoken(shot).stream()).toList();
    }

    private static List<SpokenLine> spoken(Shot shot) {
        return DialogueTiming.of(shot)
                .stream()
                .map(heard -> new SpokenLine(shot.id(), heard.line().speaker(),
                        heard.line().text(), heard.start(), heard.end()))
                .toList();
    }
}
