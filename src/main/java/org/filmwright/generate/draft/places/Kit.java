package org.filmwright.generate.draft.places;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.filmwright.base.ShotSize;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Plane;
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
        }

        @Override
        public void paintBefore(Easel easel) {
            easel.plane(Plane.NEAR);
            boolean insert = setup.staging().size() == ShotSize.INSERT;
            if (setup.idea().foreground() > 0 && !kit.before.isEmpty() && !insert) {
                int which = (setup.idea().foreground() - 1) % kit.before.size();
                kit.before.get(which).accept(new Carpenter(easel, setup, rig));
            }
        }
    }
}
