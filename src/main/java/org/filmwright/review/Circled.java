package org.filmwright.review;

import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

record Circled(TakeId take, ShotId shot, MediaRef media, Region subject, Verdict verdict) implements ApprovedImage {}
