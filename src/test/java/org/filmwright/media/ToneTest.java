package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** How pictures look on the whole, and what changes from one to the next. */
class ToneTest {
    private static final Tone RED = Tone.of(new int[]{0xffff0000});
    private static final Tone GREY = Tone.of(new int[]{0xff808080});

    @Test
    void luminanceIsThatOfTheRecommendation() {
        assertEquals(0.2126, RED.luminance(), 1e-9);
        assertEquals(0.7152, Tone.of(new int[]{0xff00ff00}).luminance(), 1e-9);
        assertEquals(1, Tone.of(new int[]{0xffffffff}).luminance(), 1e-9);
        assertEquals(0.5, Tone.of(new int[]{0xff000000, 0xffffffff}).luminance(), 1e-9);
    }

    @Test
    void huesStandAroundTheCircle() {
        assertEquals(0, RED.hue(), 1e-9);
        assertEquals(60, Tone.of(new int[]{0xffffff00}).hue(), 1e-6);
        assertEquals(120, Tone.of(new int[]{0xff00ff00}).hue(), 1e-6);
        assertEquals(240, Tone.of(new int[]{0xff0000ff}).hue(), 1e-6);
    }

    @Test
    void greyHasNoSaturationAndNoHueToDifferFrom() {
        assertEquals(0, GREY.saturation());
        assertEquals(0, GREY.to(RED).hue());
        assertEquals(1, GREY.to(RED).saturation(), 1e-9);
    }

    @Test
    void theShorterWayRoundTheCircleCounts() {
        Tone pink = Tone.of(new int[]{0xffff0040});
        assertTrue(pink.hue() > 300, "on the other side of red");
        assertTrue(pink.to(RED).hue() < 30);
    }

    @Test
    void theSamePictureHasNoSeamAndABrighterOneAWorseThanASlightlyWarmerOne() {
        assertEquals(0, RED.to(RED).severity());
        Tone warmer = Tone.of(new int[]{0xff888080});
        Tone bright = Tone.of(new int[]{0xfff0f0f0});
        assertTrue(GREY.to(bright).severity() > GREY.to(warmer).severity());
        assertEquals((0xf0 - 0x80) / 255.0, GREY.to(bright).luminance(), 1e-9);
    }
}
