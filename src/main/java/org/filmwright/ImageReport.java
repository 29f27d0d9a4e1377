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
 * @param expected seconds that a picture was thought to take; empty where nothing like it was measured here
 */
record ImageReport(List<String> files, long seed, Optional<String> model, Optional<Integer> steps,
        Map<String, Double> seconds, String provider, String device, Optional<Double> expected,
        List<Picture> pictures) {
    static ImageReport of(List<Picture> pictures, Optional<String> model, Optional<Integer> steps, String provider,
            String device, Optional<Double> expected) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        pictures.forEach(picture -> picture.seconds.forEach((stage, time) -> seconds.merge(stage, time, Double::sum)));
        return new ImageReport(pictures.stream().map(Picture::file).toList(), pictures.getFirst().seed, model, steps,
                seconds, provider, device, expected, pictures);
    }

    /** @param seconds of each stage, in order */
    record Picture(String file, long seed, String size, Map<String, Double> seconds, List<String> notices,
            Optional<Memory> memory) {}

    /** @param plan what was weighed before, and how it was decided; @param promise and @param peak for a person */
    record Memory(String plan, String promise, String peak) {
        private String words() {
            return plan + " At its highest it held " + peak + ".";
        }
    }

    void print(Console console) {
        PrintWriter out = console.out();
        pictures.forEach(picture -> {
            picture.notices.forEach(console::notice);
            picture.memory.filter(_ -> console.verbose()).map(Memory::words).ifPresent(console::notice);
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
