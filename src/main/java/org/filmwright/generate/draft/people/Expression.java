package org.filmwright.generate.draft.people;

import java.util.Locale;

/**
 * Six faces. Mostly the inner end of the brows (board README, technique 8); in hundredths of a head.
 *
 * @see #innerBrow lift of the inner end, negative is down
 */
public enum Expression {
    CALM(0, 0, .62, 0, 0), SAD(4.5, -1.5, .62, -1.6, 0), ANGRY(-4.2, 1.2, .52, -1.4, 0), AFRAID(4, 2.4, .95, -.6,
            2.6), GLAD(.8, 1.4,
                    .56, 2.4, 1.2), SURPRISED(3, 4, 1.0, 0, 4.2);

    private final double innerBrow;
    private final double outerBrow;
    private final double lids;
    private final double corners;
    private final double open;

    Expression(double innerBrow, double outerBrow, double lids, double corners, double open) {
        this.innerBrow = innerBrow;
        this.outerBrow = outerBrow;
        this.lids = lids;
        this.corners = corners;
        this.open = open;
    }

    /** From parenthetical, punctuation and what is done. */
    public static Expression of(String mood, String doing) {
        String words = (mood + " " + doing).toLowerCase(Locale.ROOT);
        if (words.matches(
                "(?s).*\\b(angr\\w*|furious|shout\\w*|bitter\\w*|cold\\w*|sharp\\w*|glar\\w*|snap\\w*|fight\\w*|hiss\\w*|firm\\w*|scowl\\w*)\\b.*")) {
            return ANGRY;
        }
        if (words.matches(
                "(?s).*\\b(afraid|scared|terrified|panic\\w*|fear\\w*|frightened|nervous\\w*|whisper\\w*|anxious\\w*|urgent\\w*|hunted|flee\\w*)\\b.*")) {
            return AFRAID;
        }
        if (words.matches(
                "(?s).*\\b(smil\\w*|laugh\\w*|grin\\w*|happ\\w*|glad\\w*|warm\\w*|amused|jok\\w*|delight\\w*|gentl\\w*)\\b.*")) {
            return GLAD;
        }
        if (words.matches(
                "(?s).*\\b(sad\\w*|quiet\\w*|cry\\w*|cries|tear\\w*|soft\\w*|sigh\\w*|tired\\w*|weary|sob\\w*|grie\\w*|lost|alone)\\b.*")
                || mood.contains("…")) {
            return SAD;
        }
        if (words.matches(
                "(?s).*\\b(surpris\\w*|startl\\w*|gasp\\w*|stares?|wide-eyed|shock\\w*|freezes?|amaz\\w*)\\b.*")) {
            return SURPRISED;
        }
        return mood.contains("!") ? SURPRISED : CALM;
    }

    double innerBrow() {
        return innerBrow;
    }

    double outerBrow() {
        return outerBrow;
    }

    /** How far the lids stand open, 1 is wide. */
    double lids() {
        return lids;
    }

    /** Corners of the mouth, positive is up. */
    double corners() {
        return corners;
    }

    /** How far the mouth stands open. */
    double open() {
        return open;
    }
}
