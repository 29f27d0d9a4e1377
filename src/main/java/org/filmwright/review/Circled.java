package org.filmwright.review;

import org.filmwright.images.ImageTake;

record Circled(ImageTake take, Verdict verdict) implements ApprovedImage {}
