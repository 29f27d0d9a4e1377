package org.filmwright.generate.draft.places;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Setting;
import org.filmwright.base.ShotSize;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.stage.Idea;
import org.filmwright.generate.draft.stage.Mark;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Scenery;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SetsTest {
    private static final FrameSize SMALL = new FrameSize(160, 90);

    @ParameterizedTest
    @EnumSource(PlaceKind.class)
    void everyKindOfPlaceIsFoundByItsNameAndPaintedAlikeTwice(PlaceKind kind) {
        Setting setting = kind.indoors() && kind != PlaceKind.CAVE ? Setting.INT : Setting.EXT;
        assertEquals(kind, Gazetteer.kind(setting, kind.name(), ""));
        assertArrayEquals(pixels(kind.name(), setting, TimeOfDay.NIGHT), pixels(kind.name(), setting, TimeOfDay.NIGHT));
    }

    @ParameterizedTest
    @EnumSource(PlaceKind.class)
    void everyKindOfPlaceShowsTheTimeOfDay(PlaceKind kind) {
        Setting setting = kind.indoors() ? Setting.INT : Setting.EXT;
        if (kind != PlaceKind.SPACE
                && Palette.of(place(kind.name(), setting, TimeOfDay.DAY)).mood() != Palette.Mood.MACHINE) {
            double day = brightness(pixels(kind.name(), setting, TimeOfDay.DAY));
            assertTrue(day > 1.3 * brightness(pixels(kind.name(), setting, TimeOfDay.NIGHT)),
                    () -> kind + " by day " + day);
        }
    }

    @Test
    void twoPlacesOfAKindDiffer() {
        int[] one = pixels("MARA'S KITCHEN", Setting.INT, TimeOfDay.DAY);
        int[] two = pixels("TOBIAS'S KITCHEN", Setting.INT, TimeOfDay.DAY);
        assertTrue(difference(one, two) > 6, "mean difference " + difference(one, two));
    }

    @Test
    void theLampsOfAPlaceAreToldToThePeople() {
        assertEquals(1, new Sets().dress(setup("WAREHOUSE", Setting.INT, TimeOfDay.NIGHT)).light().lamps().size());
        assertTrue(new Sets().dress(setup("FIELD", Setting.EXT, TimeOfDay.DAY)).light().lamps().isEmpty());
    }

    private static int[] pixels(String location, Setting setting, TimeOfDay time) {
        Setup setup = setup(location, setting, time);
        Easel easel = new Easel(SMALL, 5, 0);
        Scenery scenery = new Sets().dress(setup);
        scenery.paintBehind(easel);
        scenery.paintBefore(easel);
        BufferedImage picture = easel.picture(8);
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    private static Staging.Place place(String location, Setting setting, TimeOfDay time) {
        return new Staging.Place(setting, location, time, Weather.CLEAR);
    }

    private static Setup setup(String location, Setting setting, TimeOfDay time) {
        Staging.Place place = place(location, setting, time);
        Staging staging = new Staging(place, ShotSize.WS, CameraAngle.EYE_LEVEL, List.of(), List.of(),
                "A dog under a clock.", "");
        Stage stage = new Stage(new Stage.Frame(1280, 345, 700, 460), 704, 1, 2.5, .2);
        return new Setup(staging, stage, Palette.of(place), new Idea(0, 1, -1, 1, 1, 1),
                List.of(new Mark(0, 0, Mark.Support.SEAT, 1, true)),
                new Setup.Seeds(Signature.of(location).seed(), 3), 0);
    }

    private static double brightness(int[] pixels) {
        double sum = 0;
        for (int p : pixels) {
            sum += (p >> 16 & 255) + (p >> 8 & 255) + (p & 255);
        }
        return sum / pixels.length / 3;
    }

    private static double difference(int[] a, int[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] >> 8 & 255) - (b[i] >> 8 & 255));
        }
        return sum / a.length;
    }
}
