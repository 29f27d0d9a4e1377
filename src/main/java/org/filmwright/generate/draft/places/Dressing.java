package org.filmwright.generate.draft.places;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.filmwright.base.ShotSize;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.props.Inventory;
import org.filmwright.generate.draft.props.PropKind;
import org.filmwright.generate.draft.props.PropKind.Stand;
import org.filmwright.generate.draft.props.PropStore;
import org.filmwright.generate.draft.stage.Props;

/** Dresses a finished set for one shot: what people sit on, and the things the script names, where they belong. */
final class Dressing {
    private static final int MOST = 3;
    /** Every set has its own of these. */
    private static final Set<PropKind> BUILT = Set.of(PropKind.TABLE, PropKind.CHAIR, PropKind.BED, PropKind.DOOR,
            PropKind.WINDOW, PropKind.LAMP, PropKind.TREE, PropKind.ROCK, PropKind.SHIP, PropKind.ROPE, PropKind.CRATE);
    private static final Set<PlaceKind> MACHINES = Set.of(PlaceKind.LABORATORY, PlaceKind.COCKPIT, PlaceKind.SPACE,
            PlaceKind.STATION);

    private Dressing() {}

    static void paint(Carpenter set, PlaceKind kind) {
        set.easel().plane(Plane.MIDDLE);
        if (kind != PlaceKind.CAR && kind != PlaceKind.COCKPIT) {
            supports(set);
        }
        if (!set.soft() && set.setup().staging().size() != ShotSize.INSERT && kind != PlaceKind.SPACE) {
            int place = 0;
            for (PropKind prop : named(set.setup().staging(), kind)) {
                stand(set, prop, place++);
            }
        }
    }

    /** What carries those who sit, lie or lean: below their mark. */
    private static void supports(Carpenter set) {
        Tone wood = set.palette().middle().mix(set.palette().near(), .35);
        boolean indoors = set.palette().mood().indoors();
        set.setup().marks().forEach(mark -> {
            switch (mark.support()) {
                case SEAT -> {
                    if (indoors) {
                        Furniture.chair(set, wood, mark.x() - .22, mark.z() - .12, -mark.facing());
                    } else {
                        Furniture.bench(set, wood, mark.x() - .8, mark.z() - .1, 1.6);
                    }
                }
                case BED -> set.box(wood, mark.x() - .9, 0, mark.z() - .3, mark.x() + .9, .46, mark.z() + .5);
                case RAIL -> {
                    if (indoors) {
                        Furniture.table(set, wood, mark.x() - .8, mark.z() + .25, 1.6, .5, .95);
                    }
                }
                case GROUND -> {
                }
            }
        });
    }

    /** The script's things that no hand holds, most important first. */
    private static List<PropKind> named(Staging staging, PlaceKind kind) {
        Set<PropKind> all = new LinkedHashSet<>();
        Stream.concat(staging.props().stream().flatMap(prop -> Inventory.of(prop).stream()),
                Inventory.in(staging.action()).stream())
                .filter(prop -> !BUILT.contains(prop) && !held(prop))
                .filter(prop -> !(MACHINES.contains(kind) && Inventory.stand(prop) == Stand.WALL))
                .filter(prop -> !kind.indoors() || Inventory.height(prop) < 2.5)
                .forEach(all::add);
        return all.stream().limit(MOST).toList();
    }

    private static boolean held(PropKind prop) {
        return PropStore.plain(prop, false).handheld();
    }

    private static void stand(Carpenter set, PropKind kind, int place) {
        int side = (place + (set.setup().idea().third() > 0 ? 1 : 0)) % 2 == 0 ? 1 : -1;
        Props.Prop prop = PropStore.plain(kind, side > 0);
        double broad = prop.aspect() * prop.height();
        double away = .9 + .5 * place + broad * .55;
        switch (Inventory.stand(kind)) {
            case FLOOR, TABLE -> floor(set, prop, side * away, .5 + broad * 1.3);
            case WALL -> Fittings.thing(set, prop, side * (1 + .5 * place), 1.75,
                    set.palette().mood().indoors() ? 2.9 : 5.2);
            case SKY -> Fittings.thing(set, prop, side * prop.height() * 6, 4 + prop.height() * 4.5,
                    12 + prop.height() * 5);
            case WATER -> Fittings.thing(set, prop, side * 7, -.6, 20);
        }
    }

    private static void floor(Carpenter set, Props.Prop prop, double x, double z) {
        double half = prop.height() * prop.aspect() / 2;
        set.shadow(x - half, z - .15, x + half, z + .25, prop.height() * .5);
        Fittings.thing(set, prop, x, prop.height() / 2, z);
    }
}
