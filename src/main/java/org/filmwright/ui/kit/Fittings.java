package org.filmwright.ui.kit;

import org.filmwright.ui.fx.Clockwork;

/** What the window gives to every page that stands in it. */
public record Fittings(Desk desk, Commands commands, Settings settings, Keymap keymap, Look look, Toasts toasts,
        Sheets sheets, Clockwork clockwork, ArtistChoice artist, FilmerChoice filmer) {}
