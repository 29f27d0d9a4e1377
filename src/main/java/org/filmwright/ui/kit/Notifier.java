package org.filmwright.ui.kit;

/** Tells a person something in the desktop's own way, outside the window; headless tests listen instead. */
public interface Notifier {
    /** Returns at once; what cannot be shown is written to the log. */
    void tell(String title, String words);
}
