package org.filmwright.timeline;

/**
 * A dissolve at the cut before item {@code at}. It takes no time of its own (OTIO): {@code inOffset} frames before the
 * cut show the incoming item too, {@code outOffset} frames after it the outgoing one; where an item has no frames left
 * its edge frame is held.
 *
 * @param at index of the incoming item, 1 or more
 */
public record Transition(int at, int inOffset, int outOffset) {}
