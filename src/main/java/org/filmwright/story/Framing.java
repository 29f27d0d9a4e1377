package org.filmwright.story;

import org.filmwright.base.CameraAngle;
import org.filmwright.base.ShotSize;

/** Size and angle of a shot, and why the plan chose them. */
public record Framing(ShotSize size, CameraAngle angle, String why) {}
