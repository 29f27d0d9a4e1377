package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.filmwright.base.Progress;
import org.filmwright.generate.Request;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is sent for every model on offer, against the fields that its provider documents: none unknown, none missing. */
class RequestFieldsTest {
    private static final String ASPECTS = "1:1|2:3|3:2|3:4|4:3|4:5|5:4|9:16|16:9|21:9";
    /**
     * Fields of a model as its provider documents them, one a word: {@code name}, {@code *} where it is required, and what
     * it may be: {@code text}, {@code true} for yes or no, {@code url}, {@code 0..1} a number in a range, {@code #0..9} a
     * whole one, {@code "a|b"} one of these texts, {@code #6|8} one of these whole numbers.
     */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("replicate:flux-schnell", "prompt*=text aspect_ratio=\"" + ASPECTS + "|9:21\" num_outputs=#1..4 "
                    + "num_inference_steps=#1..4 seed=#0..2147483647 output_format=\"webp|jpg|png\" "
                    + "output_quality=#0..100 megapixels=\"1|0.25\" go_fast=true disable_safety_checker=true"),
            Map.entry("replicate:flux-pro", "prompt*=text aspect_ratio=\"" + ASPECTS + "|custom\" steps=#1..50 "
                    + "guidance=2..5 interval=1..4 safety_tolerance=#1..5 seed=#0..2147483647 "
                    + "output_format=\"webp|jpg|png\" output_quality=#0..100 prompt_upsampling=true"),
            Map.entry("replicate:sdxl", "prompt*=text negative_prompt=text image=url mask=url width=#64..4096 "
                    + "height=#64..4096 num_outputs=#1..4 scheduler=text num_inference_steps=#1..500 "
                    + "guidance_scale=1..50 prompt_strength=0..1 seed=#0..2147483647 refine=text high_noise_frac=0..1 "
                    + "refine_steps=#1..500 apply_watermark=true lora_scale=0..1 disable_safety_checker=true"),
            Map.entry("fal:kling-v2.1", "prompt*=text image_url*=url duration=\"5|10\" negative_prompt=text "
                    + "cfg_scale=0..1"),
            Map.entry("fal:kling-v2.5-turbo", "prompt*=text image_url*=url duration=\"5|10\" negative_prompt=text "
                    + "cfg_scale=0..1 tail_image_url=url"),
            Map.entry("fal:kling-v3", "start_image_url*=url prompt=text end_image_url=url "
                    + "duration=\"3|4|5|6|7|8|9|10|11|12|13|14|15\" generate_audio=true cfg_scale=0..1 "
                    + "negative_prompt=text multi_prompt=text elements=text shot_type=text"),
            Map.entry("fal:ltx-13b", "prompt*=text image_url*=url negative_prompt=text num_inference_steps=#1..100 "
                    + "guidance_scale=0..20 seed=#0..2147483647 resolution=\"480p|720p\" aspect_ratio=text "
                    + "num_frames=#9..161 frame_rate=#1..60"),
            Map.entry("fal:ltx-2.3-fast", "prompt*=text image_url*=url duration=#6|8|10|12|14|16|18|20 "
                    + "resolution=\"1080p|1440p|2160p\" fps=#24|25|48|50 generate_audio=true end_image_url=url"),
            Map.entry("fal:hailuo-02", "prompt*=text image_url*=url prompt_optimizer=true duration=\"6|10\" "
                    + "resolution=\"512P|768P\" end_image_url=url"),
            Map.entry("fal:wan-i2v", "prompt*=text image_url*=url num_frames=#81..100 frames_per_second=#5..24 "
                    + "resolution=\"480p|720p\" aspect_ratio=text seed=#0..2147483647 negative_prompt=text "
                    + "num_inference_steps=#1..100 guide_scale=0..20 shift=0..20"));
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("replicate:flux-schnell", "/models/black-forest-labs/flux-schnell/predictions"),
            Map.entry("replicate:flux-pro", "/models/black-forest-labs/flux-pro/predictions"),
            Map.entry("replicate:sdxl", "/predictions"),
            Map.entry("gemini:3.1-flash-image", "/v1beta/models/gemini-3.1-flash-image:generateContent"),
            Map.entry("gemini:3-pro-image", "/v1beta/models/gemini-3-pro-image:generateContent"),
            Map.entry("fal:kling-v2.1", "/fal-ai/kling-video/v2.1/standard/image-to-video"),
            Map.entry("fal:kling-v2.5-turbo", "/fal-ai/kling-video/v2.5-turbo/pro/image-to-video"),
            Map.entry("fal:kling-v3", "/fal-ai/kling-video/v3/standard/image-to-video"),
            Map.entry("fal:ltx-13b", "/fal-ai/ltx-video-13b-distilled/image-to-video"),
            Map.entry("fal:ltx-2.3-fast", "/fal-ai/ltx-2.3/image-to-video/fast"),
            Map.entry("fal:hailuo-02", "/fal-ai/minimax/hailuo-02/standard/image-to-video"),
            Map.entry("fal:wan-i2v", "/fal-ai/wan-i2v"));
    private static final Map<String, String> KEYS = Map.of("replicate", "authorization=Bearer " + Counter.KEY, "fal",
            "authorization=Key " + Counter.KEY, "gemini", "x-goog-api-key=" + Counter.KEY);

    @TempDir
    private Path folder;
    private Customers customers;

    @BeforeEach
    void open() {
        customers = new Customers(folder);
    }

    @AfterEach
    void close() {
        customers.close();
    }

    @Test
    void everyModelOnOfferStandsInTheTables() {
        Set<String> offered = new TreeSet<>();
        Catalogue.shipped().offerings().forEach(each -> offered.add(each.id()));
        assertEquals(offered, new TreeSet<>(PATHS.keySet()));
        Set<String> drawnByJob = new TreeSet<>(offered);
        drawnByJob.removeIf(each -> each.startsWith("gemini:"));
        assertEquals(drawnByJob, new TreeSet<>(FIELDS.keySet()));
    }

    @TestFactory
    Stream<DynamicTest> everyModelIsAskedAtItsAddressWithTheFieldsThatItDocuments() {
        return Catalogue.shipped().offerings().stream().map(each -> DynamicTest.dynamicTest(each.id(), () -> {
            for (int frames : List.of(1, 72, 24 * 7, 24 * 60)) {
                ScriptedServer.Asked asked = ordered(each, each.makes() == Offering.Makes.CLIP
                        ? customers.clip(frames)
                        : Counter.image(folder));
                assertEquals("POST " + PATHS.get(each.id()) + " HTTP/1.1", asked.line());
                assertHeaders(each.provider(), asked.headers());
                if (each.provider().equals("gemini")) {
                    assertGemini(asked.json());
                } else {
                    assertEquals(List.of(), wrong(FIELDS.get(each.id()), input(each, asked.json())), asked.body());
                }
            }
        }));
    }

    /** The order itself, which is the last that is asked. */
    private ScriptedServer.Asked ordered(Offering offering, Request request) throws IOException {
        try (ScriptedServer server = new ScriptedServer()) {
            if (offering.provider().equals("fal")) {
                Customers.handedIn(server).forEach(server::then);
            }
            if (offering.byVersion()) {
                server.then(json(200, "{\"latest_version\":{\"id\":\"abc123\"}}"));
            }
            server.then(json(201, "{\"id\":\"job1\",\"request_id\":\"job1\"}"));
            customers.artist(offering.id(), server.address(), Duration.ofSeconds(60))
                    .start(request, "key-1",
                            Progress.NONE);
            return server.asked().getLast();
        }
    }

    private static void assertHeaders(String provider, Map<String, String> headers) {
        String[] key = KEYS.get(provider).split("=", 2);
        assertEquals(key[1], headers.get(key[0]), headers::toString);
        Set<String> usual = new TreeSet<>(List.of(key[0], "content-type", "content-length", "host", "connection",
                "accept-encoding", "user-agent", "accept"));
        Set<String> sent = new TreeSet<>(headers.keySet());
        sent.removeAll(usual);
        assertEquals(Set.of(), sent, "headers that nobody documents, Prefer and Origin among them");
        assertTrue(headers.get("content-type").startsWith("application/json"), headers::toString);
    }

    /** Unknown fields beside the input are refused by Replicate; of fal the body is the input itself. */
    private static JsonNode input(Offering offering, JsonNode body) {
        if (offering.provider().equals("fal")) {
            return body;
        }
        Set<String> around = new TreeSet<>(offering.byVersion() ? Set.of("version", "input") : Set.of("input"));
        assertEquals(around, names(body));
        assertTrue(!offering.byVersion() || body.get("version").asText().equals("abc123"), body::toString);
        return body.get("input");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What is missing, unknown or of another kind, in words. */
    private static List<String> wrong(String fields, JsonNode input) {
        Map<String, String> kinds = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (String field : fields.split(" ")) {
            String[] parts = field.split("=", 2);
            String name = parts[0].replace("*", "");
            kinds.put(name, parts[1]);
            if (parts[0].endsWith("*") && !input.has(name)) {
                wrong.add(name + " is missing");
            }
        }
        input.properties().forEach(each -> {
            String kind = kinds.get(each.getKey());
            if (kind == null) {
                wrong.add(each.getKey() + " is not known");
            } else if (!fits(kind, each.getValue())) {
                wrong.add(each.getKey() + " is " + each.getValue() + ", not " + kind);
            }
        });
        return wrong;
    }

    private static boolean fits(String kind, JsonNode value) {
        return switch (kind) {
            case "text" -> value.isTextual() && !value.asText().isBlank();
            case "true" -> value.isBoolean();
            case "url" -> value.isTextual() && URI.create(value.asText()).isAbsolute();
            default -> kind.startsWith("\"")
                    ? value.isTextual() && Set.of(kind.replace("\"", "").split("\\|")).contains(value.asText())
                    : number(kind, value);
        };
    }

    private static boolean number(String kind, JsonNode value) {
        String plain = kind.replace("#", "");
        boolean whole = !kind.startsWith("#") || value.isIntegralNumber();
        if (!value.isNumber() || !whole) {
            return false;
        }
        if (plain.contains("|")) {
            return Set.of(plain.split("\\|")).contains(value.asText());
        }
        String[] ends = plain.split("\\.\\.");
        return value.asDouble() >= Double.parseDouble(ends[0]) && value.asDouble() <= Double.parseDouble(ends[1]);
    }

    private static void assertGemini(JsonNode body) {
        assertEquals(Set.of("contents", "generationConfig"), names(body));
        assertEquals(1, body.get("contents").size());
        JsonNode content = body.at("/contents/0");
        assertEquals(Set.of("role", "parts"), names(content));
        assertEquals("user", content.get("role").asText());
        assertEquals(List.of(), wrong("text*=text", content.at("/parts/0")));
        JsonNode config = body.get("generationConfig");
        assertEquals(Set.of("seed", "responseModalities", "imageConfig"), names(config));
        assertEquals(Wire.read("[\"TEXT\",\"IMAGE\"]"), config.get("responseModalities"));
        assertTrue(config.get("seed").isInt(), config::toString);
        assertEquals(List.of(), wrong("aspectRatio*=\"" + ASPECTS + "\" imageSize=\"1K|2K|4K\"", config.get(
                "imageConfig")));
    }

    @Test
    void aFieldThatIsUnknownMissingOrOfAnotherKindIsFound() {
        String fields = FIELDS.get("fal:ltx-2.3-fast");
        assertEquals(List.of("prompt is missing", "duration is \"6\", not #6|8|10|12|14|16|18|20",
                "fps is 30, not #24|25|48|50", "quality is not known"),
                wrong(fields, Wire.read(
                        "{\"image_url\":\"https://x/y\",\"duration\":\"6\",\"fps\":30,\"quality\":1}")));
    }
}
