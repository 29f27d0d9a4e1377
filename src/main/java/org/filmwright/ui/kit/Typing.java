package org.filmwright.ui.kit;

/** A node in which text is typed, though it is no text field: keys without Ctrl and Alt belong to it. */
public interface Typing {}
