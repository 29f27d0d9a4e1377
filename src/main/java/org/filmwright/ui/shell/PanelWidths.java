package org.filmwright.ui.shell;

import java.util.List;
import java.util.Locale;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Setting;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.ThreePanes;
import org.filmwright.ui.kit.Workspace;

/** Remembers how wide the side panels of each workspace are and how high the drawer stands. */
final class PanelWidths {
    private static final Setting<Double> DRAWER = Setting.number("panels.drawer", 240, 160, 1200);

    private PanelWidths() {}

    static void restore(Settings settings, DrawerPane body) {
        body.drawerHeight().set(settings.of(DRAWER).get());
    }

    /** For a page that has just been made. */
    static void restore(Settings settings, Page made) {
        if (made instanceof Workspace page) {
            page.panes().leftWidth().set(settings.of(left(page)).get());
            page.panes().rightWidth().set(settings.of(right(page)).get());
        }
    }

    static void keep(Settings settings, List<Page> made, DrawerPane body) {
        settings.of(DRAWER).set(body.drawerHeight().get());
        made.stream().filter(Workspace.class::isInstance).map(Workspace.class::cast).forEach(page -> {
            ThreePanes panes = page.panes();
            panes.remember();
            settings.of(left(page)).set(panes.leftWidth().get());
            settings.of(right(page)).set(panes.rightWidth().get());
        });
    }

    private static Setting<Double> left(Workspace page) {
        return Setting.number("panels." + name(page) + ".left", 280, 220, 420);
    }

    private static Setting<Double> right(Workspace page) {
        return Setting.number("panels." + name(page) + ".right", 320, 280, 480);
    }

    private static String name(Workspace page) {
        return page.scope().name().toLowerCase(Locale.ROOT);
    }
}
