package org.filmwright.ui.story;

/** What the story workspace shows. */
enum StoryState {
    NO_PROJECT, NO_SCRIPT, SCRIPT
}
