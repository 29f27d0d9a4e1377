package org.filmwright.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.ShotSize;
import org.filmwright.story.Draft.Kind;

/** Breaks the action of one scene into shots: one subject, one image, two to six seconds each. */
final class ActionCoverage {
    /** A shot of action is not made longer than this by adding a sentence, in seconds. */
    private static final double FULL = 5.0;

    private final Cast cast;
    private final ShotSize widest;
    private final List<String> lately = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Moment> group = new ArrayList<>();
    private Optional<Moment> before = Optional.empty();
    /** The thing in capitals that was shown or handled last. */
    private String thing = "";
    /** What came before the first moment of the group. */
    private Optional<Moment> lead = Optional.empty();

    ActionCoverage(Cast cast, ShotSize widest) {
        this.cast = cast;
        this.widest = widest;
    }

    /** Those seen in this scene so far, in the order they were last mentioned. */
    List<String> present() {
        return lately;
    }

    void mention(List<String> names) {
        Moment.mention(names.stream().filter(cast::isSeen).toList(), lately);
    }

    /** The shots of a paragraph. */
    List<Draft> cover(String paragraph) {
        drafts.clear();
        for (String sentence : Words.sentences(paragraph)) {
            Moment moment = Moment.of(sentence, cast, lately);
            take(moment);
            before = Optional.of(moment);
            thing = moment.things().stream().filter(Moment::small).findFirst().orElse(thing);
        }
        close();
        return List.copyOf(drafts);
    }

    private void take(Moment moment) {
        if (moment.insert()) {
            close();
            drafts.add(insert(moment.things(), moment.text(), moment.seconds()));
        } else if (showsHandled(moment)) {
            close();
            drafts.add(insert(List.of(thing), moment.text(), moment.seconds()));
        } else if (moment.fragment() && !group.isEmpty()
                && (moment.brief() || before.filter(Moment::looks).isEmpty())) {
            group.add(moment);
        } else if (group.isEmpty() && !drafts.isEmpty() && continuesInsert(moment)) {
            drafts.add(drafts.removeLast().with(moment.text(), moment.seconds()));
        } else {
            if (!fits(moment)) {
                close();
            }
            lead = group.isEmpty() ? before : lead;
            group.add(moment);
        }
    }

    /** What is said, about nobody and nothing else, right after somebody put a thing before us. */
    private boolean showsHandled(Moment moment) {
        return before.filter(last -> last.handles() || last.says("it")).isPresent() && !thing.isEmpty()
                && moment.people().isEmpty() && moment.things().isEmpty();
    }

    private boolean continuesInsert(Moment moment) {
        return moment.people().isEmpty() && moment.things().isEmpty() && drafts.getLast().kind() == Kind.INSERT;
    }

    private boolean fits(Moment moment) {
        double seconds = group.stream().mapToDouble(Moment::seconds).sum() + moment.seconds();
        return !group.isEmpty() && seconds < FULL && group.getFirst().subject().equals(moment.subject())
                && !group.getLast().handles();
    }

    private void close() {
        if (group.isEmpty()) {
            return;
        }
        Set<String> people = new LinkedHashSet<>();
        Set<String> things = new LinkedHashSet<>();
        group.forEach(moment -> people.addAll(moment.people()));
        group.forEach(moment -> things.addAll(moment.things()));
        String words = String.join(" ", group.stream().map(Moment::text).toList());
        double seconds = 0.5 + group.stream().mapToDouble(Moment::seconds).sum();
        Draft draft = people.isEmpty()
                ? place(words, List.copyOf(things), seconds)
                : Draft.action(words, group.getFirst().subject(), List.copyOf(people), List.copyOf(things), seconds);
        group.clear();
        drafts.add(draft);
        first = false;
    }

    /** The shots so far are none: what comes is how the scene opens. */
    private boolean first = true;

    /** Nobody in it: the place itself, or what somebody has just looked at. */
    private Draft place(String words, List<String> things, double seconds) {
        boolean seen = lead.filter(Moment::looks).isPresent();
        Framing framing = seen
                ? new Framing(ShotSize.WS, CameraAngle.POV, "what was looked at, through their eyes")
                : new Framing(first || Verbs.far(words) ? widest : ShotSize.WS, CameraAngle.EYE_LEVEL,
                        first ? "the place, before anybody acts in it" : "the place, without anybody");
        return new Draft(Kind.PLACE,
                new Shot.Content(words, List.of(), things.stream().findFirst(), List.of(), things), framing, seconds);
    }

    static Draft insert(List<String> things, String words, double seconds) {
        String thing = things.stream().filter(Moment::small).findFirst().orElse(things.getFirst());
        return new Draft(Kind.INSERT, new Shot.Content(words, List.of(), Optional.of(thing), List.of(), things),
                new Framing(ShotSize.INSERT, CameraAngle.HIGH, "'" + thing + "' is in capitals"), 0.5 + seconds);
    }
}
