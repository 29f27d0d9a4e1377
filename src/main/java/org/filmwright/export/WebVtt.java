package org.filmwright.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.filmwright.base.FrameRate;
import org.filmwright.timeline.Subtitle;

/** WebVTT: a dot before the milliseconds; {@code &}, {@code <} and {@code >} are escaped, so no arrow can appear in a text. */
public final class WebVtt {
    private WebVtt() {}

    public static byte[] bytes(List<Subtitle> subtitles, FrameRate rate) {
        StringBuilder out = new StringBuilder("WEBVTT\n\n");
        for (Subtitle subtitle : subtitles) {
            out.append(Srt.time(Srt.startMillis(subtitle.start(), rate), '.'))
                    .append(" --> ")
                    .append(Srt.time(Srt.endMillis(subtitle.end(), rate), '.'))
                    .append('\n');
            subtitle.text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(
                            line -> out.append(escaped(line)).append('\n'));
            out.append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String line) {
        return line.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
