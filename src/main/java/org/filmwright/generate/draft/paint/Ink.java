package org.filmwright.generate.draft.paint;

/**
 * A pen: a stroke that wobbles, swells in its middle and runs dry here and there.
 *
 * @param width in board units at the widest, 1.1-3.4
 * @param dry share of 0..1 that stays unpainted (dry brush)
 * @param overshoot how far corners run past their end, board units
 */
public record Ink(Tone tone, double width, double opacity, double wobble, double dry, double overshoot) {
    public static Ink of(Tone tone, double width) {
        return new Ink(tone, width, .88, .6, .22, 0);
    }

    public Ink opacity(double share) {
        return new Ink(tone, width, share, wobble, dry, overshoot);
    }

    public Ink dry(double share) {
        return new Ink(tone, width, opacity, wobble, share, overshoot);
    }

    public Ink wobble(double units) {
        return new Ink(tone, width, opacity, units, dry, overshoot);
    }

    public Ink overshoot(double units) {
        return new Ink(tone, width, opacity, wobble, dry, units);
    }

    public Ink width(double units) {
        return new Ink(tone, units, opacity, wobble, dry, overshoot);
    }
}
