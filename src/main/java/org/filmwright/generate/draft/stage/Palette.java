package org.filmwright.generate.draft.stage;

import java.util.regex.Pattern;
import org.filmwright.base.Setting;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.paint.Tone;

/**
 * The colours of a board (draft-boards.md 2).
 */
public record Palette(Mood mood, Sky sky, Ground ground, Tone ink, Shine shine) {
    /** Top of sky or back wall, and where it meets the ground. */
    public record Sky(Tone top, Tone horizon) {}

    /** The three values of the land. */
    public record Ground(Tone far, Tone middle, Tone near) {}

    /** Sun, moon or window; and the artificial light: warm, or the machine's orange. */
    public record Shine(Tone light, Tone lamp) {}

    /** Which row of the table. */
    public enum Mood {
        DAY, DAWN, DUSK, NIGHT, ROOM_DAY, ROOM_NIGHT, OVERCAST, MACHINE;

        public boolean dark() {
            return this == NIGHT || this == ROOM_NIGHT || this == MACHINE;
        }

        public boolean indoors() {
            return this == ROOM_DAY || this == ROOM_NIGHT || this == MACHINE;
        }
    }

    private static final Pattern FUTURE = Pattern.compile(
            "(?i)\\b(space|spaceship|starship|ship's (bridge|core)|airlock|cockpit|orbit\\w*|station module|cryo\\w*|"
                    + "reactor|android|laboratory|lab|hangar|bridge of the|escape pod|pod|moon|mars|planet|satellite)\\b");

    public static Palette of(Staging.Place place) {
        return of(mood(place));
    }

    private static Mood mood(Staging.Place place) {
        boolean dark = place.time() == TimeOfDay.NIGHT;
        if (place.setting() == Setting.INT) {
            return FUTURE.matcher(place.location()).find()
                    ? Mood.MACHINE
                    : dark || place.time() == TimeOfDay.DUSK ? Mood.ROOM_NIGHT : Mood.ROOM_DAY;
        }
        boolean grey = place.weather() == Weather.RAIN || place.weather() == Weather.OVERCAST
                || place.weather() == Weather.FOG;
        return switch (place.time()) {
            case NIGHT -> Mood.NIGHT;
            case DUSK -> Mood.DUSK;
            case DAWN -> grey && place.weather() != Weather.FOG ? Mood.OVERCAST : Mood.DAWN;
            case MORNING, DAY -> grey ? Mood.OVERCAST : Mood.DAY;
        };
    }

    public static Palette of(Mood mood) {
        return switch (mood) {
            case DAY -> row(mood, 0xC9DCE6, 0xF4EDE0, 0xAEBBBB, 0x808C85, 0x3E4744, 0x23282B, 0xFFF6E2, 0xFFD594);
            case DAWN -> row(mood, 0x7F97B8, 0xF3C9A5, 0xB59C9A, 0x7A6F78, 0x37343F, 0x211F29, 0xFFE0B8, 0xFFD594);
            case DUSK -> row(mood, 0x33365C, 0xE5905E, 0x6E5A72, 0x453F58, 0x221F30, 0x17151F, 0xFFB36B, 0xFFD594);
            case NIGHT -> row(mood, 0x0E1728, 0x24344F, 0x1D2A41, 0x141E31, 0x0A101B, 0x05080E, 0xC8D7EF, 0xFFD594);
            case ROOM_DAY -> row(mood, 0xDCD1C1, 0xC2B39F, 0xC2B39F, 0x96846E, 0x4B3F35, 0x28221D, 0xFFF9EC, 0xF3B869);
            case ROOM_NIGHT -> row(mood, 0x2C2723, 0x3A312A, 0x3A312A, 0x221D19, 0x120F0D, 0x0A0807, 0xC8D7EF,
                    0xF3B869);
            case OVERCAST -> row(mood, 0xAEB7BC, 0xD5D8D6, 0x98A1A3, 0x707A7C, 0x363D40, 0x20262A, 0xE9EEF0, 0xFFD594);
            case MACHINE -> row(mood, 0x101820, 0x2B3F4A, 0x2A3A44, 0x1B272E, 0x0C1216, 0x070B0D, 0x9BE8FF, 0xFF7A4D);
        };
    }

    private static Palette row(Mood mood, int... hex) {
        return new Palette(mood, new Sky(Tone.hex(hex[0]), Tone.hex(hex[1])),
                new Ground(Tone.hex(hex[2]), Tone.hex(hex[3]), Tone.hex(hex[4])), Tone.hex(hex[5]),
                new Shine(Tone.hex(hex[6]), Tone.hex(hex[7])));
    }

    public Tone top() {
        return sky.top;
    }

    public Tone horizon() {
        return sky.horizon;
    }

    public Tone far() {
        return ground.far;
    }

    public Tone middle() {
        return ground.middle;
    }

    public Tone near() {
        return ground.near;
    }

    public Tone light() {
        return shine.light;
    }

    public Tone lamp() {
        return shine.lamp;
    }

    /** Mixed towards the air as fog does: depth of 0..1, thickness 1.6 in fog, .6 in clear air. */
    public Tone airy(Tone tone, double depth, double thickness) {
        return tone.mix(sky.horizon, 1 - Math.exp(-thickness * depth));
    }
}
