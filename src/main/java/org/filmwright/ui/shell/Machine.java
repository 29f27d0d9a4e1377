package org.filmwright.ui.shell;

import java.util.Optional;

/**
 * What this computer has to make films with.
 *
 * @param memory all of it, in bytes
 * @param gpu its name or driver, if one was found
 * @param painting whether models paint on it: what they need for that was installed
 */
public record Machine(int cores, long memory, Optional<String> gpu, boolean painting) {}
