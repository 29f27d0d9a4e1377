package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.Request;

/**
 * What goes into the slots of a graph.
 *
 * @param values by slot, all but the picture
 * @param needed slots without which a graph is of no use, and what each is for
 * @param known all that there are
 */
record ComfySlots(Map<String, Object> values, Map<String, String> needed, Set<String> known) {
    static final String IMAGE = "image";
    static final long SEEDS = 0xffff_ffffL;
    private static final long PIXELS = 1L << 20;
    /** 832 x 480, which most models of clips like. */
    private static final long CLIP_PIXELS = 832 * 480;
    private static final String SEED = "the seed, without which every take would be the same";

    /** Of a picture. @param seen whether a picture is handed in, too */
    static ComfySlots of(Request.Image image, Offering offering, boolean seen) {
        Map<String, Object> values = common(image, offering, PIXELS, 64);
        values.put("prompt", image.prompt());
        values.put("negative", image.words().negative());
        Set<String> known = new TreeSet<>(values.keySet());
        if (seen) {
            known.add(IMAGE);
        }
        return new ComfySlots(values, Map.of("prompt", "the words of a shot", "seed", SEED), known);
    }

    /** Of a clip: as long as the shot, in the model's own rate. */
    static ComfySlots of(Request.Clip clip, Offering offering) {
        Map<String, Object> values = common(clip, offering, CLIP_PIXELS, 16);
        String words = clip.motion().prompt().strip();
        values.put("prompt", words.isEmpty() ? "the camera stands still" : words);
        values.put("negative", offering.form().path("negative").asText());
        double fps = offering.form().path("fps").asDouble(clip.rate().perSecond());
        double seconds = clip.rate().seconds(clip.motion().frames());
        values.put("frames", frames(seconds * fps, offering.form().path("frames")));
        values.put("fps", (int) Math.round(fps));
        values.put("seconds", seconds);
        Set<String> known = new TreeSet<>(values.keySet());
        known.add(IMAGE);
        return new ComfySlots(values, Map.of(IMAGE, "the picture that is to be moved", "seed", SEED), known);
    }

    private static Map<String, Object> common(Request request, Offering offering, long pixels, int step) {
        FrameSize size = Aspect.near(request.size(), offering.form().path("pixels").asLong(pixels),
                offering.form().path("step").asInt(step));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("seed", request.seed() & SEEDS);
        values.put("width", size.width());
        values.put("height", size.height());
        values.put("model", offering.model());
        return values;
    }

    /** Models make so many frames at a time and one more: {@code {"step": 4, "plus": 1, "most": 81}}. */
    private static int frames(double wanted, JsonNode rule) {
        int step = Math.max(1, rule.path("step").asInt(1));
        int plus = rule.path("plus").asInt(0);
        long whole = (long) Math.ceil((wanted - plus - 1e-6) / step) * step + plus;
        return Math.clamp(whole, 1, rule.path("most").asInt(10_000));
    }

    /** With the picture as ComfyUI calls it. */
    Map<String, Object> seeing(String picture) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(IMAGE, picture);
        return all;
    }
}
