package org.filmwright.story;

/** A character of the film: the name, and the script's own words where it introduces them ({@code 30, in a grey coat}). */
public record Person(String name, String description) {}
