package org.filmwright.story;

/** One spoken line. {@code manner} is the parenthetical without brackets, empty where there is none. */
public record Line(String speaker, String manner, String text) {}
