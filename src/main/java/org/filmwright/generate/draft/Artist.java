package org.filmwright.generate.draft;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Region;
import org.filmwright.base.ShotSize;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.people.Actor;
import org.filmwright.generate.draft.people.Figure;
import org.filmwright.generate.draft.people.Identity;
import org.filmwright.generate.draft.people.Stance;
import org.filmwright.generate.draft.people.View;
import org.filmwright.generate.draft.stage.Light;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Places;
import org.filmwright.generate.draft.stage.Props;
import org.filmwright.generate.draft.stage.Scenery;
import org.filmwright.generate.draft.stage.Stage;

/** Draws boards: composes, paints the place, the people, what stands before them, and the weather. */
public final class Artist {
    /**
     * A finished picture, where the eye should land, and the depth plane at each pixel.
     *
     * @param layers what each plane holds, far to near, where that was asked for
     */
    public record Drawing(BufferedImage picture, Region subject, byte[] planes, List<Easel.Layer> layers) {}

    private final Places places;
    private final Props props;

    public Artist(Places places, Props props) {
        this.places = places;
        this.props = props;
    }

    /** Same staging, size, seed and take: same pixels. */
    public Drawing draw(Staging staging, FrameSize size, long seed, int take) {
        Composition composition = Composition.of(staging, 720 * size.aspect(), seed, take);
        return draw(staging, composition, new Easel(size, seed * 31 + take, composition.roll()));
    }

    /** The same pixels, and what each depth plane holds. */
    public Drawing inLayers(Staging staging, FrameSize size, long seed, int take) {
        Composition composition = Composition.of(staging, 720 * size.aspect(), seed, take);
        return draw(staging, composition, new Easel(size, seed * 31 + take, composition.roll()).layered());
    }

    private Drawing draw(Staging staging, Composition composition, Easel easel) {
        Palette palette = composition.setup().palette();
        Scenery scenery = places.dress(composition.setup());
        scenery.paintBehind(easel);
        double close = composition.setup().close();
        if (close > .3) {
            easel.defocus(1.5 + 8 * close * close);
        }
        Region subject = staging.size() == ShotSize.INSERT
                ? new Insert(easel, composition, scenery.light(), props).paint()
                : people(easel, composition, scenery.light());
        easel.plane(Plane.NEAR);
        if (staging.size() != ShotSize.INSERT && composition.blocking().shoulder().isEmpty()) {
            scenery.paintBefore(easel);
        }
        shoulder(easel, composition, scenery.light());
        easel.plane(Plane.WEATHER);
        new Elements(easel, composition.setup()).paint();
        easel.vignette(palette.mood().dark() ? .36 : .17);
        easel.tooth(.052);
        int bits = palette.mood().dark() ? 7 : 6;
        return new Drawing(easel.picture(bits), subject, easel.planes(), easel.layers(bits));
    }

    private Region people(Easel easel, Composition composition, Light light) {
        easel.plane(Plane.FIGURES);
        List<Blocking.Role> farToNear = composition.roles()
                .stream()
                .sorted(Comparator.comparingDouble((Blocking.Role r) -> -r.z()))
                .toList();
        for (Blocking.Role role : farToNear) {
            new Figure(easel, actor(composition, role), light, composition.setup().palette()).paint();
        }
        return composition.roles()
                .stream()
                .filter(r -> r.person().focus())
                .findFirst()
                .or(() -> composition.roles().stream().findFirst())
                .map(r -> box(easel, actor(composition, r), composition))
                .orElse(new Region(.3, .3, .4, .4));
    }

    private Actor actor(Composition composition, Blocking.Role role) {
        Stage stage = composition.setup().stage();
        Point2D feet = stage.at(role.x(), 0, role.z());
        double head = composition.headSize() * stage.metre(role.x(), role.z()) / stage.metre(0, 0)
                * (role.who().heads() < 7 && composition.roles().size() > 1 ? .8 : 1);
        double depth = Math.clamp(stage.depth(role.x(), role.z()) / 16, 0, .5) * (role.person().focus() ? .45 : 1);
        double off = Figure.headAhead(role.stance(), role.view(), role.who()) * head / 100 * role.facing()
                * (composition.setup().close() > .1 ? 1 : .5);
        return Blocking.actor(role, composition.setup().staging(),
                new Actor.Spot(feet.getX() - off, feet.getY(), head, depth),
                held(composition, role));
    }

    /** The first thing of the shot that a hand can hold, in the hand of whoever matters. */
    private Optional<Props.Prop> held(Composition composition, Blocking.Role role) {
        if (role.stance() == Stance.PHONE) {
            return props.find("phone");
        }
        boolean mine = role.person().focus() || composition.roles().size() == 1;
        return mine
                ? composition.setup()
                        .staging()
                        .props()
                        .stream()
                        .flatMap(p -> props.find(p).stream())
                        .filter(Props.Prop::handheld)
                        .findFirst()
                : Optional.empty();
    }

    /** Head and shoulders in close shots, the whole person in wide ones, cut to the picture. */
    private static Region box(Easel easel, Actor actor, Composition composition) {
        double tall = Figure.height(actor.acting().stance(), actor.view(), actor.who()) * actor.head() / 100;
        double top = actor.feet() - tall - actor.head() * .15;
        double bottom = Math.min(actor.feet(), top + actor.head() * (composition.setup().close() >= .3 ? 1.9 : 8));
        double middle = actor.x() + Figure.headAhead(actor.acting().stance(), actor.view(), actor.who()) * actor.head()
                / 100 * actor.facing();
        double half = actor.head() * (composition.setup().close() >= .3 ? .75 : 1.3);
        return region(easel, middle - half, top, middle + half, bottom);
    }

    /** Board units to fractions, cut to the picture. */
    static Region region(Easel easel, double x0, double y0, double x1, double y1) {
        Point2D a = easel.onPicture(x0, y0);
        Point2D b = easel.onPicture(x1, y1);
        double left = Math.clamp(Math.min(a.getX(), b.getX()), 0, .95);
        double top = Math.clamp(Math.min(a.getY(), b.getY()), 0, .95);
        double right = Math.clamp(Math.max(a.getX(), b.getX()), left + .04, 1);
        double bottom = Math.clamp(Math.max(a.getY(), b.getY()), top + .04, 1);
        return new Region(left, top, right - left, bottom - top);
    }

    private void shoulder(Easel easel, Composition composition, Light light) {
        composition.blocking().shoulder().ifPresent(person -> {
            Blocking.Role focus = composition.roles().getFirst();
            double head = Math.max(composition.headSize() * 1.9, 300);
            double width = composition.setup().stage().width();
            int side = focus.facing();
            double x = width * (.5 + side * .40);
            Blocking.Role near = new Blocking.Role(person, Identity.of(person),
                    Stance.STAND, View.BACK, -side, 0, 0);
            double feet = 150 + head * (Blocking.heads(near) - .5) + 60;
            Light dim = light.dimmed(-side, .3);
            new Figure(easel, Blocking.actor(near, composition.setup().staging(), new Actor.Spot(x, feet, head, 0),
                    Optional.empty()), dim, composition.setup().palette()).paint();
        });
    }
}
