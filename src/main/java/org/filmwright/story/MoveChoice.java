package org.filmwright.story;

import org.filmwright.base.CameraMove;

/** A camera move and the words of the script that asked for it ({@code 'she runs' -> tracking right}). */
public record MoveChoice(CameraMove move, String reason) {}
