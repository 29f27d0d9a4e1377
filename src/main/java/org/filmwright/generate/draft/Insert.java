package org.filmwright.generate.draft;

import java.awt.geom.Rectangle2D;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Region;
import org.filmwright.base.Setting;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.people.Grip;
import org.filmwright.generate.draft.people.Identity;
import org.filmwright.generate.draft.stage.Light;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Props;

/** One object at half to two thirds of the frame, on a table seen from above, with the hand that holds it. */
final class Insert {
    private final Easel easel;
    private final Composition composition;
    private final Light light;
    private final Props props;
    private final Palette palette;

    Insert(Easel easel, Composition composition, Light light, Props props) {
        this.easel = easel;
        this.composition = composition;
        this.light = light;
        this.props = props;
        palette = composition.setup().palette();
    }

    Region paint() {
        Staging staging = composition.setup().staging();
        Optional<Props.Prop> prop = staging.props()
                .stream()
                .flatMap(p -> props.find(p + ": " + staging.action()).stream())
                .findFirst()
                .or(() -> props.find(staging.action()));
        boolean lying = prop.map(Props.Prop::handheld).orElse(true);
        boolean outside = staging.place().setting() == Setting.EXT;
        if (lying && outside && held(staging)) {
            easel.haze(palette.near(), .25);
        } else if (lying) {
            ground(outside);
        }
        easel.plane(Plane.FIGURES);
        double aspect = prop.map(Props.Prop::aspect).orElse(1.5);
        double height = Math.min(720 * .56, easel.width() * .56 / aspect);
        double cx = easel.width() * (lying && held(staging) ? .44 : .5 - composition.setup().idea().side() * .04);
        double cy = 372;
        double w = height * aspect;
        Props.Pose pose = new Props.Pose(cx, cy, height, lying ? -7 * composition.setup().idea().lightSide() : 0,
                composition.setup().geography());
        Optional<Grip> grip = lying && held(staging)
                ? Optional.of(new Grip(easel, cx + w / 2 - 26, cy + 20, .86, hand(staging), light, palette))
                : Optional.empty();
        grip.ifPresent(Grip::paintBehind);
        prop.ifPresentOrElse(p -> p.paint(easel, pose, palette, light), () -> sheet(cx, cy, w, height));
        grip.ifPresent(Grip::paintBefore);
        return Artist.region(easel, cx - w / 2, cy - height / 2, cx + w / 2, cy + height / 2);
    }

    /** Whether a hand comes into the picture: not where the script says that the thing lies. */
    private boolean held(Staging staging) {
        boolean lies = staging.action()
                .toLowerCase(Locale.ROOT)
                .matches(
                        "(?s).*\\b(lies|lay|lying|on the (table|floor|crate|ground|desk|bar)|where the|among|hangs|beside)\\b.*");
        return !lies && composition.setup().idea().take() != 2;
    }

    private static Identity hand(Staging staging) {
        return Identity.of(staging.people().isEmpty()
                ? new Staging.Person("SOMEBODY", "dark coat", false, "", "", Optional.empty())
                : staging.people().getFirst());
    }

    /** Boards of a table seen from above, or stone outside. */
    private void ground(boolean outside) {
        Tone base = outside
                ? palette.middle()
                : Tone.hex(0x7A5836).lit(light.key().mix(Tone.WHITE, .4)).times(light.exposure());
        Tone dark = outside ? palette.near() : Tone.hex(0x2A1C12).times(Math.min(1, light.exposure() + .2));
        easel.wash(new Rectangle2D.Double(-200, -200, easel.width() + 400, 1120),
                Wash.of(base, dark)
                        .along(easel.width() * .4, 120, easel.width() * .75, 760)
                        .streak(-8, outside ? .08 : .2)
                        .bloom(outside ? .16 : .07));
        for (int i = -1; i < 8; i++) {
            double y = i * (outside ? 210 : 112) + 20;
            easel.ink(Spline.line(-60, y + 70, easel.width() * .5, y, easel.width() + 60, y - 84),
                    Ink.of(palette.ink(), outside ? 2 : 4).dry(outside ? .4 : .1).wobble(1.4));
        }
        easel.glow(easel.width() * .44, 190, 480, light.key(), outside ? .2 : .4);
    }

    /** Something the store does not have: folded paper. */
    private void sheet(double cx, double cy, double w, double h) {
        Tone paper = Tone.hex(0xE8DFC8).lit(light.key().mix(Tone.WHITE, .5)).times(Math.min(1, light.exposure() + .3));
        java.awt.Shape card = Spline.poly(cx - w / 2, cy - h / 2 + 20,
                cx + w / 2 - 10, cy - h / 2, cx + w / 2, cy + h / 2 - 16, cx - w / 2 + 12, cy + h / 2);
        easel.wash(card,
                Wash.of(paper, paper.times(.8)).along(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2).streak(8, .06));
        easel.contour(card, Ink.of(palette.ink(), 2), light.x(), light.y());
    }
}
