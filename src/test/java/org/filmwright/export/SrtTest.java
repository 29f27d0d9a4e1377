package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.filmwright.base.FrameRate;
import org.filmwright.timeline.Subtitle;
import org.junit.jupiter.api.Test;

class SrtTest {
    private static final List<Subtitle> TWO = List.of(new Subtitle(1, 25, "Grüß Gott,\nTomáš."),
            new Subtitle(86_401, 86_448, "- 4:14 bravo\n- a --> b & <i>c</i>"));

    @Test
    void subRipHasNumbersCommasAndWindowsLines() {
        assertEquals("""
                1
                00:00:00,042 --> 00:00:01,041
                Grüß Gott,
                Tomáš.

                2
                01:00:00,042 --> 01:00:02,000
                - 4:14 bravo
                - a → b & <i>c</i>

                """.replace("\n", "\r\n"), new String(Srt.bytes(TWO, FrameRate.FILM), StandardCharsets.UTF_8));
    }

    @Test
    void aStartIsNeverBeforeItsFrameAndAnEndNeverAfter() {
        FrameRate ntsc = FrameRate.parse("23.976");
        for (int frame = 0; frame < 2000; frame++) {
            double exact = ntsc.seconds(frame) * 1000;
            long start = Srt.startMillis(frame, ntsc);
            long end = Srt.endMillis(frame, ntsc);
            assertEquals((long) Math.ceil(exact - 1e-6), start, "start of frame " + frame);
            assertEquals((long) Math.floor(exact + 1e-6), end, "end of frame " + frame);
        }
    }

    @Test
    void webVttEscapesWhatWouldBeMarkup() {
        assertEquals("""
                WEBVTT

                00:00:00.042 --> 00:00:01.041
                Grüß Gott,
                Tomáš.

                01:00:00.042 --> 01:00:02.000
                - 4:14 bravo
                - a --&gt; b &amp; &lt;i&gt;c&lt;/i&gt;

                """, new String(WebVtt.bytes(TWO, FrameRate.FILM), StandardCharsets.UTF_8));
    }

    @Test
    void aFilmWithoutWordsHasAnEmptyFile() {
        assertEquals(0, Srt.bytes(List.of(), FrameRate.FILM).length);
    }
}
