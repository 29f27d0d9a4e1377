package org.filmwright.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.Setting;
import org.filmwright.base.ShotSize;
import org.filmwright.story.Draft.Kind;

/** Tunes sizes and angles of a scene: open and close wide, change by two steps or 30 degrees at each cut (film.md 5.2). */
final class Framings {
    private static final Set<String> UP = Set.of("tower", "leaps", "towers", "looming", "looms");
    private static final Set<String> DOWN = Set.of("crouches", "kneels", "kneeling", "lies", "floor", "below");
    private static final int CLOSES_WIDE = 4;

    private Framings() {}

    static List<Draft> tuned(List<Draft> drafts, Setting setting) {
        List<Draft> tuned = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = i > 0 && i == drafts.size() - 1
                    ? closing(drafts.get(i), drafts.size(), setting)
                    : drafts.get(i);
            Draft angled = angled(draft);
            Optional<Draft> before = tuned.isEmpty() ? Optional.empty() : Optional.of(tuned.getLast());
            tuned.add(single(before.map(last -> cutFrom(last, angled)).orElse(angled)));
        }
        return tuned;
    }

    /** Nearer than the waist a frame holds one person, unless it looks over the shoulder of another. */
    private static Draft single(Draft draft) {
        Shot.Content content = draft.content();
        boolean near = draft.kind() != Kind.MASTER && draft.framing().angle() != CameraAngle.OVER_SHOULDER
                && draft.framing().size().ordinal() >= ShotSize.MCU.ordinal();
        if (!near || content.focus().filter(content.people()::contains).isEmpty()) {
            return draft;
        }
        return new Draft(draft.kind(), new Shot.Content(content.action(), content.focus().stream().toList(),
                content.focus(), content.lines(), content.props()), draft.framing(), draft.seconds());
    }

    private static Draft closing(Draft draft, int shots, Setting setting) {
        boolean near = draft.framing().size().ordinal() > ShotSize.MWS.ordinal();
        boolean plays = draft.kind() == Kind.ACTION || draft.kind() == Kind.PLACE;
        if (shots < CLOSES_WIDE || near || !plays) {
            return draft;
        }
        return draft.framed(setting == Setting.EXT ? ShotSize.EWS : ShotSize.WS, draft.framing().angle(),
                "the scene closes wide");
    }

    private static Draft angled(Draft draft) {
        Framing framing = draft.framing();
        if (draft.kind() != Kind.ACTION || framing.angle() != CameraAngle.EYE_LEVEL) {
            return draft;
        }
        if (Verbs.any(draft.content().action(), UP)) {
            return draft.framed(framing.size(), CameraAngle.LOW, framing.why() + "; from below");
        }
        return Verbs.any(draft.content().action(), DOWN)
                ? draft.framed(framing.size(), CameraAngle.HIGH, framing.why() + "; from above")
                : draft;
    }

    /** Whether a cut shows something new enough not to look like a jump. */
    static boolean cuts(Framing from, Optional<String> fromFocus, Framing to, Optional<String> toFocus) {
        boolean turned = fromFocus.isPresent() && toFocus.isPresent() && !fromFocus.equals(toFocus);
        return from.size().stepsTo(to.size()) >= 2 || from.angle() != to.angle() || turned;
    }

    private static Draft cutFrom(Draft last, Draft draft) {
        Framing from = last.framing();
        Framing to = draft.framing();
        if (cuts(from, last.content().focus(), to, draft.content().focus()) || draft.kind() == Kind.INSERT) {
            return draft;
        }
        if (draft.kind() == Kind.PLACE || (wide(from.size()) && wide(to.size()))) {
            CameraAngle angle = from.angle() == CameraAngle.HIGH ? CameraAngle.EYE_LEVEL : CameraAngle.HIGH;
            return draft.framed(to.size(), angle, to.why() + "; from a new height, not to jump");
        }
        if (draft.kind() == Kind.SPEECH && draft.content().focus().isPresent()) {
            return to.angle() == CameraAngle.OVER_SHOULDER
                    ? draft.framed(ShotSize.MCU, CameraAngle.EYE_LEVEL, "the same speaker goes on, alone in the frame")
                    : draft.framed(ShotSize.MCU, CameraAngle.LOW, to.why() + "; a little from below, not to jump");
        }
        return nearest(from.size(), to.size())
                .map(size -> draft.framed(size, to.angle(), to.why() + "; two steps from the shot before"))
                .orElseGet(() -> draft.framed(to.size(), CameraAngle.LOW, to.why() + "; from below, not to jump"));
    }

    private static boolean wide(ShotSize size) {
        return size == ShotSize.EWS || size == ShotSize.WS;
    }

    /** The size nearest to the wished one that lies two steps or more from the last; the closer one of two. */
    private static Optional<ShotSize> nearest(ShotSize last, ShotSize wished) {
        ShotSize best = null;
        for (ShotSize size : List.of(ShotSize.CU, ShotSize.MCU, ShotSize.MS, ShotSize.MWS, ShotSize.WS)) {
            boolean far = size.stepsTo(last) >= 2;
            if (far && (best == null || size.stepsTo(wished) < best.stepsTo(wished))) {
                best = size;
            }
        }
        return Optional.ofNullable(best);
    }
}
