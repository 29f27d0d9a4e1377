package org.filmwright.story;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.ShotId;

/**
 * One shot of the plan.
 *
 * @param label scene and letter: {@code 2-B}
 * @param scene number of its scene, from 1
 * @param seconds length on screen, above 0
 */
public record Shot(ShotId id, String label, int scene, Framing framing, MoveChoice camera, double seconds,
        Content content) {
    public Shot {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("A shot lasts longer than 0 s: " + label);
        }
    }

    /** The same shot under another id. */
    Shot called(ShotId other) {
        return new Shot(other, label, scene, framing, camera, seconds, content);
    }

    /** The same shot with another label. */
    Shot labelled(String other) {
        return label.equals(other) ? this : new Shot(id, other, scene, framing, camera, seconds, content);
    }

    /**
     * What the shot shows.
     *
     * @param action the words of the script that this shot covers; never empty (a speaker's shot says who speaks)
     * @param people who is in the frame, left to right on the scene's 180-degree line
     * @param focus whom or what the eye should find: one of {@code people}, or a prop, or nothing for a place
     * @param lines dialogue heard during the shot
     * @param props things that matter, in capitals in the script or named as handled
     */
    public record Content(String action, List<String> people, Optional<String> focus, List<Line> lines,
            List<String> props) {
        public Content {
            people = List.copyOf(people);
            lines = List.copyOf(lines);
            props = List.copyOf(props);
        }
    }
}
