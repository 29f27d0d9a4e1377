package org.filmwright.story;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.ShotSize;

/** A shot while a scene is being planned. */
record Draft(Kind kind, Shot.Content content, Framing framing, double seconds) {
    enum Kind {
        PLACE, ACTION, INSERT, MASTER, SPEECH
    }

    static Draft action(String words, Optional<String> focus, List<String> people, List<String> props, double seconds) {
        boolean person = focus.isEmpty() || people.contains(focus.get());
        Framing framing = person
                ? Verbs.framing(words)
                : new Framing(ShotSize.MWS, CameraAngle.EYE_LEVEL, "'" + focus.get() + "' and who is near it");
        return new Draft(Kind.ACTION, new Shot.Content(words, people, focus, List.of(), props), framing, seconds);
    }

    Draft framed(ShotSize size, CameraAngle angle, String why) {
        return new Draft(kind, content, new Framing(size, angle, why), seconds);
    }

    Draft lasting(double longer) {
        return new Draft(kind, content, framing, longer);
    }

    /** With more words of the script about the same thing. */
    Draft with(String words, double more) {
        Shot.Content joined = new Shot.Content(content.action() + " " + words, content.people(), content.focus(),
                content.lines(), content.props());
        return new Draft(kind, joined, framing, seconds + more);
    }

    /** This shot and the one after it as one. */
    Draft joined(Draft next) {
        Set<String> people = new LinkedHashSet<>(content.people());
        people.addAll(next.content.people());
        List<Line> lines = new ArrayList<>(content.lines());
        lines.addAll(next.content.lines());
        Set<String> props = new LinkedHashSet<>(content.props());
        props.addAll(next.content.props());
        Shot.Content both = new Shot.Content(content.action() + " " + next.content.action(), List.copyOf(people),
                content.focus().or(next.content::focus), lines, List.copyOf(props));
        return new Draft(kind, both, framing, seconds + next.seconds);
    }
}
