package org.filmwright;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code image} made.
 *
 * @param model empty for the storyboard artist
 * @param provider who made it: draft or local
 */
record ImageReport(List<Picture> files, Optional<String> model, Optional<Integer> steps, String provider,
        String device) {
    /** @param seconds of each stage, in order */
    record Picture(String file, long seed, String size, Map<String, Double> seconds, List<String> notices) {}

    void print(Console console) {
        PrintWriter out = console.out();
        files.forEach(picture -> {
            picture.notices.forEach(console::notice);
            out.println(picture.file + "  " + picture.size + "  seed " + picture.seed + "  " + stages(picture));
        });
    }

    private static String stages(Picture picture) {
        return picture.seconds.entrySet()
                .stream()
                .map(stage -> String.format(Locale.ROOT, "%s %.2f s", stage.getKey(), stage.getValue()))
                .collect(Collectors.joining(", "));
    }
}
