package org.filmwright.generate.draft.stage;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Wash;

/** Sky or wall and a floor, nothing more: to try figures on. */
public final class EmptyStage implements Places {
    @Override
    public Scenery dress(Setup setup) {
        Palette p = setup.palette();
        boolean dark = p.mood().dark();
        Light light = new Light(setup.idea().lightSide() * .8, -.6, dark ? p.lamp() : p.light(), p.top(),
                dark ? .8 : .5, dark ? .55 : .95,
                List.of(), p.horizon(), .4);
        return new Bare(setup, light);
    }

    private record Bare(Setup setup, Light light) implements Scenery {
        @Override
        public void paintBehind(Easel easel) {
            Palette p = setup.palette();
            Stage stage = setup.stage();
            easel.plane(Plane.SKY);
            easel.wash(new Rectangle2D.Double(-200, -200, easel.width() + 400, 1120),
                    Wash.of(p.top(), p.horizon())
                            .vertical(0, Math.max(200, stage.horizon()))
                            .streak(p.mood().indoors() ? 89 : 0, .10));
            easel.plane(Plane.MIDDLE);
            easel.wash(stage.floor(-80, -80, 80, p.mood().indoors() ? 4 : 300),
                    Wash.of(p.middle(), p.near()).vertical(stage.horizon(), 720).streak(0, .14));
        }

        @Override
        public void paintBefore(Easel easel) {}
    }
}
