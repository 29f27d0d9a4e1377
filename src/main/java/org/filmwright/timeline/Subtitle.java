package org.filmwright.timeline;

/** Text on the film from frame {@code start} up to, not including, {@code end}; at most two lines. */
public record Subtitle(int start, int end, String text) {}
