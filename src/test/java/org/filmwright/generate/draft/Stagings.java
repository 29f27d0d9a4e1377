package org.filmwright.generate.draft;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.Setting;
import org.filmwright.base.ShotSize;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.filmwright.generate.Staging;
import org.filmwright.generate.Staging.Person;
import org.filmwright.generate.Staging.Place;

/** A spread of stagings to draw. */
final class Stagings {
    static final Person MARA = mara("stands alone at the rail", "");
    static final Place HARBOUR = new Place(Setting.EXT, "HARBOUR", TimeOfDay.DAWN, Weather.FOG);
    static final Place WAREHOUSE = new Place(Setting.INT, "WAREHOUSE", TimeOfDay.NIGHT, Weather.CLEAR);
    static final Place ALLEY = new Place(Setting.EXT, "ALLEY", TimeOfDay.NIGHT, Weather.RAIN);

    private Stagings() {}

    static Person mara(String doing, String mood) {
        return new Person("MARA", "30s, ochre scarf, long dark coat, long black hair", true, doing, mood,
                Optional.of("TOBIAS"), -1);
    }

    static Person tobias(String doing, String mood, boolean focus) {
        return new Person("TOBIAS", "50s, broad, teal work jacket, flat cap, grey stubble", focus, doing, mood,
                Optional.of("MARA"), 1);
    }

    static Person other(String name, String description, String doing, String mood) {
        return new Person(name, description, true, doing, mood, Optional.empty(), 0);
    }

    static Staging shot(Place place, ShotSize size, CameraAngle angle, String action, Person... people) {
        return new Staging(place, size, angle, List.of(people), List.of(), action, size + "  " + place.location());
    }

    /** As close to the painted targets as words go, then more. */
    static List<Staging> spread() {
        Place street = new Place(Setting.EXT, "STREET", TimeOfDay.DAY, Weather.CLEAR);
        Place kitchen = new Place(Setting.INT, "KITCHEN", TimeOfDay.DAY, Weather.CLEAR);
        Place ship = new Place(Setting.INT, "SPACESHIP CORRIDOR", TimeOfDay.NIGHT, Weather.CLEAR);
        Person ada = other("ADA", "26, curly red hair, grey flight suit", "looks at the console", "");
        Person boy = other("PIET", "a boy of 9 in a yellow raincoat", "runs", "!");
        return List.of(shot(HARBOUR, ShotSize.EWS, CameraAngle.EYE_LEVEL, "Mara stands alone.", mara("stands", "")),
                shot(HARBOUR, ShotSize.MS, CameraAngle.EYE_LEVEL,
                        "Mara leans on the rail, her scarf flying in the wind.",
                        mara("Mara leans on the rail in the wind", "")),
                shot(WAREHOUSE, ShotSize.WS, CameraAngle.TWO_SHOT, "They face each other.", mara("Mara stands", ""),
                        tobias("Tobias talks", "", false)),
                shot(WAREHOUSE, ShotSize.MCU, CameraAngle.OVER_SHOULDER, "Tobias answers.",
                        new Person("MARA", MARA.description(), false, "", "", Optional.of("TOBIAS"), -1),
                        tobias("", "bitter", true)),
                new Staging(WAREHOUSE, ShotSize.INSERT, CameraAngle.EYE_LEVEL, List.of(), List.of("FERRY TICKET"),
                        "The ticket on the crate.", "insert"),
                shot(WAREHOUSE, ShotSize.CU, CameraAngle.EYE_LEVEL, "Mara, quietly.", mara("", "quietly ?")),
                shot(ALLEY, ShotSize.WS, CameraAngle.LOW, "Tobias runs through the rain.",
                        tobias("Tobias runs", "", true)),
                shot(ship, ShotSize.WS, CameraAngle.EYE_LEVEL, "Mara walks away towards the light.",
                        mara("Mara walks away towards the light", "")),
                shot(WAREHOUSE, ShotSize.MCU, CameraAngle.EYE_LEVEL, "Tobias.", tobias("", "", true)),
                shot(WAREHOUSE, ShotSize.CU, CameraAngle.EYE_LEVEL, "Tobias.", tobias("", "!", true)),
                shot(kitchen, ShotSize.MS, CameraAngle.EYE_LEVEL, "She sits at the table.",
                        other("LENA", "", "sits at the table", "smiling")),
                shot(street, ShotSize.MWS, CameraAngle.EYE_LEVEL, "Jonas walks.",
                        other("JONAS", "40, suit, hat", "walks", "")),
                shot(street, ShotSize.WS, CameraAngle.HIGH, "A boy runs.", boy),
                shot(ship, ShotSize.ECU, CameraAngle.EYE_LEVEL, "Her eyes.", ada),
                shot(ship, ShotSize.MCU, CameraAngle.DUTCH, "Ada at the console.", ada),
                shot(street, ShotSize.MS, CameraAngle.TWO_SHOT, "They argue.", ada, boy));
    }

    /** What the painted targets do not show: sitting, lying, crowds, snow, odd angles. */
    static List<Staging> rarities() {
        Place kitchen = new Place(Setting.INT, "KITCHEN", TimeOfDay.DAY, Weather.CLEAR);
        Place bedroom = new Place(Setting.INT, "BEDROOM", TimeOfDay.NIGHT, Weather.CLEAR);
        Place bar = new Place(Setting.INT, "BAR", TimeOfDay.NIGHT, Weather.CLEAR);
        Place forest = new Place(Setting.EXT, "FOREST", TimeOfDay.DAY, Weather.SNOW);
        Place square = new Place(Setting.EXT, "SQUARE", TimeOfDay.DUSK, Weather.CLEAR);
        Place office = new Place(Setting.INT, "OFFICE", TimeOfDay.DAY, Weather.CLEAR);
        Person lena = other("LENA", "40s, green cardigan, bob", "Lena sits at the table", "smiling");
        Person rui = new Person("RUI", "60s, bald, beard, black coat", false, "Rui stands", "", Optional.of("LENA"), 1);
        Person girl = other("OTTILIE", "a girl of 7 in a red dress, braids", "Ottilie runs", "!");
        Person guard = new Person("GUARD", "uniform, cap", false, "The guard points at them", "!", Optional.empty(), 0);
        return List.of(shot(kitchen, ShotSize.WS, CameraAngle.EYE_LEVEL, "Lena sits at the table.", lena, rui),
                shot(kitchen, ShotSize.MS, CameraAngle.EYE_LEVEL, "Lena sits at the table.", lena),
                shot(bedroom, ShotSize.WS, CameraAngle.HIGH, "Rui lies in bed.",
                        other("RUI", rui.description(), "Rui lies asleep in bed", "")),
                shot(bar, ShotSize.MWS, CameraAngle.EYE_LEVEL, "Three at the bar.", lena, rui, guard),
                shot(square, ShotSize.WS, CameraAngle.EYE_LEVEL, "A crowd.", lena, rui, guard, girl,
                        tobias("Tobias walks", "", false)),
                shot(forest, ShotSize.WS, CameraAngle.EYE_LEVEL, "A girl runs through the snow.", girl),
                shot(forest, ShotSize.MCU, CameraAngle.EYE_LEVEL, "The girl.", girl),
                shot(square, ShotSize.WS, CameraAngle.AERIAL, "They meet.", lena, rui),
                shot(square, ShotSize.MS, CameraAngle.EYE_LEVEL, "They embrace.",
                        other("LENA", lena.description(), "Lena embraces him", ""),
                        new Person("RUI", rui.description(), false, "Rui hugs her", "", Optional.of("LENA"), 1)),
                shot(bar, ShotSize.MWS, CameraAngle.DUTCH, "They fight.", tobias("Tobias punches the guard", "!", true),
                        new Person("GUARD", "uniform, cap", false, "guard fights", "!", Optional.empty(), 0)),
                shot(office, ShotSize.MS, CameraAngle.EYE_LEVEL, "On the phone.",
                        other("VITO", "50, suit, tie", "Vito talks on the phone", "angry")),
                shot(office, ShotSize.ECU, CameraAngle.EYE_LEVEL, "His eyes.",
                        other("VITO", "50, suit, tie", "", "afraid")),
                shot(office, ShotSize.MCU, CameraAngle.POV, "He looks at us.",
                        other("VITO", "50, suit, tie", "Vito looks at us", "?")),
                shot(square, ShotSize.EWS, CameraAngle.HIGH, "Far away, somebody.", mara("Mara walks away", "")),
                shot(square, ShotSize.MS, CameraAngle.LOW, "Rui towers.",
                        other("RUI", rui.description(), "Rui stands", "cold")));
    }
}
