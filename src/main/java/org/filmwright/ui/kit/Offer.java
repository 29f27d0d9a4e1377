package org.filmwright.ui.kit;

/** What would happen to a file that is held over a pane. @param words said while it is held there */
public record Offer(String words, Runnable take) {}
