package org.filmwright;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code image} made.
 *
 * @param files where the pictures are
 * @param seed of the first
 * @param model empty for the storyboard artist
 * @param seconds of each stage, of all pictures together
 * @param provider who made it: draft or local
 */
record ImageReport(List<String> files, long seed, Optional<String> model, Optional<Integer> steps,
        Map<String, Double> seconds, String provider, String device, List<Picture> pictures) {
    static ImageReport of(List<Picture> pictures, Optional<String> model, Optional<Integer> steps, String provider,
            String device) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        pictures.forEach(picture -> picture.seconds.forEach((stage, time) -> seconds.merge(stage, time, Double::sum)));
        return new ImageReport(pictures.stream().map(Picture::file).toList(), pictures.getFirst().seed, model, steps,
                seconds, provider, device, pictures);
    }

    /** @param seconds of each stage, in order */
    record Picture(String file, long seed, String size, Map<String, Double> seconds, List<String> notices) {}

    void print(Console console) {
        PrintWriter out = console.out();
        pictures.forEach(picture -> {
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
