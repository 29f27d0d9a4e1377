package org.filmwright.generate.draft.places;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.stage.Light;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage;
import org.filmwright.generate.draft.stage.Stage.Spot;

/**
 * The light of a set, measured in metres like the set: what a surface looks like that stands somewhere and faces
 * somewhere.
 *
 * @param sun colour of sky light; @param from unit direction towards it; @param hardness 0 overcast to 1 low sun
 * @param ambient what every paint is multiplied with
 */
record Rig(Tone sun, Spot from, double hardness, Tone ambient, List<Bulb> bulbs, Air air) {
    /** A lamp or a window; {@code radius} is how many metres away its light has halved. */
    record Bulb(Spot at, double radius, Tone tone) {}

    /** What distance fades into, its thickness (.3 clear to 1.9 fog), and the metres at which distance is full. */
    record Air(Tone tone, double fog, double reach) {}

    Rig {
        bulbs = List.copyOf(bulbs);
    }

    /** The sky's light outside, from time, weather and the side the take wants it from. */
    static Rig outside(Setup setup, double reach) {
        Palette palette = setup.palette();
        Weather weather = setup.staging().place().weather();
        int side = setup.idea().lightSide();
        double fog = switch (weather) {
            case FOG -> 1.9;
            case RAIN, SNOW -> 1.4;
            case CLEAR, OVERCAST, WIND -> 1;
        };
        boolean thick = weather == Weather.FOG;
        Tone distance = palette.horizon().mix(palette.far(), thick ? .3 : .5);
        Air air = new Air(distance, fog, thick ? Math.min(60, reach) : reach);
        Tone neutral = weather == Weather.SNOW ? Tone.hex(0xF2F6FF) : Tone.WHITE;
        return switch (palette.mood()) {
            case DAY, ROOM_DAY -> new Rig(sunlight(setup), unit(side * .66, .55, -.5), .9, neutral, List.of(), air);
            case DAWN, DUSK -> new Rig(palette.light(), unit(side * .34, .1, .93), .75, neutral, List.of(), air);
            case OVERCAST -> new Rig(palette.light(), unit(side * .3, .95, .1), .25, neutral, List.of(), air);
            case NIGHT, ROOM_NIGHT,
                    MACHINE -> new Rig(palette.light(), unit(side * .5, .5, .7), .35, neutral, List.of(), air);
        };
    }

    /** Warmer in the morning. */
    private static Tone sunlight(Setup setup) {
        boolean morning = setup.staging().place().time() == TimeOfDay.MORNING;
        return setup.palette().light().mix(Tone.hex(0xFFD89A), morning ? .6 : .3);
    }

    /** Inside: what comes from lamps and windows, and nearly no air. */
    static Rig inside(Setup setup, double reach) {
        Palette palette = setup.palette();
        boolean dark = palette.mood().dark();
        TimeOfDay time = setup.staging().place().time();
        Tone ambient = dark ? Tone.hex(0xBFBFC8) : time == TimeOfDay.DAWN ? Tone.hex(0x8E949E) : Tone.hex(0xDDD8D2);
        Air air = new Air(palette.horizon(), .3, reach);
        return new Rig(palette.light(), unit(setup.idea().lightSide() * .8, .5, -.2), dark ? .12 : .3, ambient,
                List.of(), air);
    }

    Rig with(List<Bulb> more) {
        List<Bulb> all = new ArrayList<>(bulbs);
        all.addAll(more);
        return new Rig(sun, from, hardness, ambient, all, air);
    }

    Rig with(Bulb bulb) {
        return with(List.of(bulb));
    }

    /** The main light from elsewhere. */
    Rig turned(double x, double y, double z, double strength) {
        return new Rig(sun, unit(x, y, z), strength, ambient, bulbs, air);
    }

    /** A surface of that paint as it looks in this light. */
    Tone on(Tone paint, Spot at, Spot normal) {
        double facing = Math.max(0, dot(normal, from)) * hardness;
        Tone tone = paint.lit(ambient).times(1 - .36 * hardness + .5 * facing).mix(sun, .34 * facing);
        for (Bulb bulb : bulbs) {
            Spot to = new Spot(bulb.at.x() - at.x(), bulb.at.y() - at.y(), bulb.at.z() - at.z());
            double d = Math.sqrt(dot(to, to));
            double turned = dot(normal, to) / Math.max(.01, d);
            double share = .85 * Math.max(.05, turned) / (1 + d * d / (bulb.radius * bulb.radius));
            tone = tone.times(turned < 0 ? 1 - .25 / (1 + d / 6) : 1)
                    .mix(bulb.tone.lit(paint.ofValue(.74).saturated(.7)), Math.min(.85, share));
        }
        return tone;
    }

    /** The same through the air of {@code depth} metres. */
    Tone through(Tone tone, double depth) {
        return tone.mix(air.tone, 1 - Math.exp(-air.fog * Math.min(1, Math.max(0, depth) / air.reach)));
    }

    /** As the people need it: lamps where they show on the board. */
    Light light(Stage stage, Palette palette) {
        List<Light.Lamp> lamps = bulbs.stream().filter(bulb -> stage.depth(bulb.at.x(), bulb.at.z()) > .3).map(bulb -> {
            Point2D p = stage.at(bulb.at.x(), bulb.at.y(), bulb.at.z());
            double reach = Math.min(900, bulb.radius * stage.metre(bulb.at.x(), bulb.at.z()));
            return new Light.Lamp(p.getX(), p.getY(), reach, bulb.tone);
        }).toList();
        boolean dark = palette.mood().dark();
        Tone key = lamps.isEmpty() ? sun : bulbs.getFirst().tone;
        double exposure = dark ? lamps.isEmpty() ? .46 : .64 : palette.mood() == Palette.Mood.DUSK ? .62 : .9;
        double contrast = lamps.isEmpty() ? Math.max(.2, hardness) : .8;
        return new Light(from.x(), -Math.max(.35, from.y()), key, palette.horizon(),
                new Light.Strength(contrast, exposure * ambient.value()), lamps,
                new Light.Haze(air.tone, Math.min(.6, air.fog * .35)));
    }

    static Spot unit(double x, double y, double z) {
        double d = Math.max(1e-9, Math.sqrt(x * x + y * y + z * z));
        return new Spot(x / d, y / d, z / d);
    }

    private static double dot(Spot a, Spot b) {
        return a.x() * b.x() + a.y() * b.y() + a.z() * b.z();
    }
}
