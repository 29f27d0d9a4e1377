package org.filmwright.review;

import java.time.Instant;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

/** Who decided what about which take, when and why. The latest verdict of a take counts. */
public record Verdict(TakeId take, ShotId shot, Ruling ruling, String reason, String by, Instant at) {}
