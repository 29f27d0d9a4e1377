package org.filmwright.generate.draft.paint;

/**
 * How an area is painted: a gradient from one tone to another along a line, broken by paper, blooms and brush. All
 * lengths are board units (the board is 720 high); amounts are shares of 0..1. Start from {@link #of} and refine.
 *
 * @param axis x0, y0, x1, y1: where {@code from} and {@code to} stand
 * @param angle brush direction in degrees: 90 walls, 0 floors, 80 hair, 60-76 cloth
 */
public record Wash(Tone from, Tone to, Axis axis, double angle, Texture texture, Edge edge, double opacity) {
    /** Where the gradient begins and ends. */
    public record Axis(double x0, double y0, double x1, double y1) {}

    /** Strength of brush streaks, wet blooms, and grain of its own (the paper's comes last, over everything). */
    public record Texture(double streak, double bloom, double grain) {}

    /** Wobble of the edge, softness (blur radius), and how dark the pooled rim is. */
    public record Edge(double displace, double blur, double pool) {}

    private static final Texture PLAIN = new Texture(.10, .07, 0);
    private static final Edge CRISP = new Edge(1.5, 0, .13);

    /** A vertical gradient over the whole board; narrow it with {@link #vertical} or {@link #along}. */
    public static Wash of(Tone from, Tone to) {
        return new Wash(from, to, new Axis(0, 0, 0, 720), 90, PLAIN, CRISP, 1);
    }

    public static Wash flat(Tone tone) {
        return of(tone, tone);
    }

    public Wash vertical(double y0, double y1) {
        return along(0, y0, 0, y1);
    }

    public Wash horizontal(double x0, double x1) {
        return along(x0, 0, x1, 0);
    }

    public Wash along(double x0, double y0, double x1, double y1) {
        return new Wash(from, to, new Axis(x0, y0, x1, y1), angle, texture, edge, opacity);
    }

    public Wash streak(double degrees, double strength) {
        return new Wash(from, to, axis, degrees, new Texture(strength, texture.bloom, texture.grain), edge, opacity);
    }

    public Wash bloom(double strength) {
        return new Wash(from, to, axis, angle, new Texture(texture.streak, strength, texture.grain), edge, opacity);
    }

    public Wash grain(double strength) {
        return new Wash(from, to, axis, angle, new Texture(texture.streak, texture.bloom, strength), edge, opacity);
    }

    public Wash displace(double units) {
        return new Wash(from, to, axis, angle, texture, new Edge(units, edge.blur, edge.pool), opacity);
    }

    /** A soft edge; pooling goes away with it. */
    public Wash blur(double units) {
        return new Wash(from, to, axis, angle, texture, new Edge(edge.displace, units, 0), opacity);
    }

    public Wash pool(double strength) {
        return new Wash(from, to, axis, angle, texture, new Edge(edge.displace, edge.blur, strength), opacity);
    }

    public Wash opacity(double share) {
        return new Wash(from, to, axis, angle, texture, edge, share);
    }
}
