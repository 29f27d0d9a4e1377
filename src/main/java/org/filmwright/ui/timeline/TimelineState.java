package org.filmwright.ui.timeline;

/** What the timeline workspace shows. */
enum TimelineState {
    NO_PROJECT, NO_CUT, CUT
}
