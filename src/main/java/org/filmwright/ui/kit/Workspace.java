package org.filmwright.ui.kit;

/** A page with side panels: Story, Images, Timeline. */
public interface Workspace extends Page {
    /** The panels that Alt+1 and Alt+2 show and hide. */
    ThreePanes panes();
}
