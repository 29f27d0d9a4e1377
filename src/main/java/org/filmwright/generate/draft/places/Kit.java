package org.filmwright.generate.draft.places;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.filmwright.base.ShotSize;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.stage.Light;
import org.filmwright.generate.draft.stage.Scenery;
import org.filmwright.generate.draft.stage.Setup;

/**
 * How one kind of place is built.
 *
 * @param rig its light @param behind paints everything behind the people
 * @param before what can stand between camera and people, one of them a take
 */
record Kit(Function<Setup, Rig> rig, Consumer<Carpenter> behind, List<Consumer<Carpenter>> before) {
    private static final Pattern OUT = Pattern
            .compile("lights? (go|goes|went|are|is) out|in the dark\\b|pitch dark|blackout");

    Kit {
        before = List.copyOf(before);
    }

    Scenery dress(Setup setup, PlaceKind kind) {
        return new Dressed(setup, this, kind, rig.apply(setup));
    }

    private record Dressed(Setup setup, Kit kit, PlaceKind kind, Rig rig) implements Scenery {
        @Override
        public Light light() {
            return rig.light(setup.stage(), setup.palette());
        }

        @Override
        public void paintBehind(Easel easel) {
            Carpenter set = new Carpenter(easel, setup, rig);
            kit.behind.accept(set);
            if (kind != PlaceKind.SPACE && kind != PlaceKind.CAR) {
                easel.shade(Heavens.rectangle(set, 650, 900), setup.palette().ink(), 70, .42);
            }
            Dressing.paint(set, kind);
            if (kind.indoors() && OUT.matcher(setup.words()).find()) {
                easel.shade(Heavens.rectangle(set, -100, 900), Tone.hex(0x10141C), 0, .8);
            }
        }

        @Override
        public void paintBefore(Easel easel) {
            easel.plane(Plane.NEAR);
            boolean insert = setup.staging().size() == ShotSize.INSERT;
            boolean wanted = setup.idea().foreground() > 0 || kind == PlaceKind.CAR;
            if (wanted && !kit.before.isEmpty() && !insert) {
                int which = Math.max(0, setup.idea().foreground() - 1) % kit.before.size();
                boolean soft = setup.close() > .5 && kind != PlaceKind.CAR;
                (soft ? (Consumer<Carpenter>) Foreground::edge : kit.before.get(which))
                        .accept(new Carpenter(easel, setup, rig));
            }
        }
    }
}
