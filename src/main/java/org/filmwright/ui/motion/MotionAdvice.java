package org.filmwright.ui.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Region;
import org.filmwright.production.CameraSetup;
import org.filmwright.ui.kit.Words;

/** What is to be said of a framed move by the figures of film.md 5.1; the person's frames stay as they are. */
final class MotionAdvice {
    /** A frame's width in seven seconds: faster pans judder at 24 frames a second. */
    private static final double JUDDER = 1 / 7.0;
    /** Of the film's pixels: below, the picture is enlarged so far that one sees it. */
    private static final double SOFT = 0.8;
    private static final double CALM = 0.03;
    private static final double URGENT = 0.05;

    private MotionAdvice() {}

    /** How fast it goes, in words. */
    static String speed(MotionDraft draft) {
        double zoom = draft.zoomASecond();
        double slide = draft.slideASecond();
        if (zoom < 0.001 && slide < 0.001) {
            return Words.of("motion.speed.still");
        }
        String pace = zoom >= URGENT || slide >= JUDDER
                ? "urgent"
                : zoom <= CALM && slide <= JUDDER / 2
                        ? "calm"
                        : "brisk";
        return Words.of("motion.speed", "zoom", percent(zoom), "slide", percent(slide), "pace", Words.of("motion.pace."
                + pace));
    }

    private static String percent(double share) {
        return String.format(Locale.getDefault(), "%.1f", 100 * share);
    }

    /** @param pixels width of the picture @param done what is done of the move, once that is known */
    static List<String> of(MotionDraft draft, CameraSetup setup, double pixels, Optional<CameraMove> done) {
        List<String> advice = new ArrayList<>();
        Region subject = setup.picture().subject();
        if (!draft.start().contains(subject)) {
            advice.add(Words.of("motion.advice.subject-start"));
        }
        if (!draft.end().contains(subject)) {
            advice.add(Words.of("motion.advice.subject-end"));
        }
        if (draft.slideASecond() > JUDDER) {
            advice.add(Words.of("motion.advice.judder"));
        }
        double least = Math.min(draft.start().width(), draft.end().width()) * pixels;
        if (least < SOFT * setup.format().size().width()) {
            advice.add(Words.of("motion.advice.soft", "pixels", Math.round(least), "wanted", setup.format()
                    .size()
                    .width()));
        }
        done.filter(move -> move != draft.move())
                .ifPresent(move -> advice.add(Words.of("motion.advice.flat", "move", Words.of("move", move))));
        return advice;
    }
}
