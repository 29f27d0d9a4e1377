package org.filmwright.generate.local.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokenizer folders of a sample. CLIP: every byte, alone and at the end of a word, then what the merges below make, then
 * start and end of text. T5: letters, and some words, in a Unigram tokenizer.json with pad 0, end 1 and unknown 2.
 */
public final class Vocabularies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MERGES = List.of("c a", "ca t</w>", "d o", "do g</w>", "r e", "re d</w>", "l o",
            "lo w</w>",
            "e r</w>");
    private static final List<String> PIECES = List.of("▁cat", "▁dog", "▁red", "▁a", "s");

    private Vocabularies() {}

    static void write(SampleModel sample, Path folder) throws IOException {
        boolean second = sample.family == Family.SD_TURBO;
        clip(sample, folder, "tokenizer", second ? "!" : "<|endoftext|>");
        if (sample.family.isXl()) {
            clip(sample, folder, "tokenizer_2", "!");
        } else if (sample.family == Family.FLUX && sample.has("tokenizer_2")) {
            Path tokenizer = Files.createDirectories(folder.resolve("tokenizer_2"));
            Files.writeString(tokenizer.resolve("tokenizer.json"), t5());
            Files.writeString(tokenizer.resolve("tokenizer_config.json"),
                    "{\"tokenizer_class\": \"T5Tokenizer\", \"model_max_length\": 512}");
        }
    }

    /** The id of each of CLIP's pieces, as in vocab.json. "!" is 0. */
    public static Map<String, Integer> clip() {
        Map<String, Integer> ids = new LinkedHashMap<>();
        List<String> bytes = bytes();
        bytes.forEach(piece -> ids.put(piece, ids.size()));
        bytes.forEach(piece -> ids.put(piece + "</w>", ids.size()));
        MERGES.forEach(merge -> ids.put(merge.replace(" ", ""), ids.size()));
        ids.put("<|startoftext|>", ids.size());
        ids.put("<|endoftext|>", ids.size());
        return ids;
    }

    /** The 256 letters that GPT-2 writes bytes with: those that can be seen, then others in the place of those that cannot. */
    private static List<String> bytes() {
        List<String> letters = new ArrayList<>();
        int unseen = 0;
        List<String> others = new ArrayList<>();
        for (int b = 0; b < 256; b++) {
            if (b > ' ' && b <= '~' || b >= 0xa1 && b != 0xad) {
                letters.add(Character.toString(b));
            } else {
                others.add(Character.toString(256 + unseen++));
            }
        }
        letters.addAll(others);
        return letters;
    }

    private static void clip(SampleModel sample, Path folder, String part, String pad) throws IOException {
        if (!sample.has(part)) {
            return;
        }
        Path tokenizer = Files.createDirectories(folder.resolve(part));
        JSON.writeValue(tokenizer.resolve("vocab.json").toFile(), clip());
        Files.writeString(tokenizer.resolve("merges.txt"), "#version: 0.2\n" + String.join("\n", MERGES) + "\n");
        ObjectNode special = JSON.createObjectNode();
        special.putObject("bos_token").put("content", "<|startoftext|>").put("normalized", true);
        special.putObject("eos_token").put("content", "<|endoftext|>").put("normalized", false);
        special.put("pad_token", pad);
        special.put("unk_token", "<|endoftext|>");
        JSON.writeValue(tokenizer.resolve("special_tokens_map.json").toFile(), special);
        Files.writeString(tokenizer.resolve("tokenizer_config.json"),
                "{\"tokenizer_class\": \"CLIPTokenizer\", \"model_max_length\": %d}"
                        .formatted(SampleModel.CLIP_LENGTH));
    }

    private static String t5() {
        ObjectNode all = JSON.createObjectNode().put("version", "1.0");
        all.putNull("truncation").putNull("padding");
        ArrayNode added = all.putArray("added_tokens");
        List<String> special = List.of("<pad>", "</s>", "<unk>");
        for (int id = 0; id < special.size(); id++) {
            added.addObject()
                    .put("id", id)
                    .put("content", special.get(id))
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
        all.putNull("normalizer");
        ObjectNode space = JSON.createObjectNode()
                .put("type", "Metaspace")
                .put("replacement", "▁")
                .put("add_prefix_space", true)
                .put("prepend_scheme", "first");
        all.set("pre_tokenizer", space);
        all.set("post_processor", ending());
        all.set("decoder", space.deepCopy().put("prepend_scheme", "always"));
        ObjectNode model = all.putObject("model").put("type", "Unigram").put("unk_id", 2).put("byte_fallback", false);
        ArrayNode vocabulary = model.putArray("vocab");
        special.forEach(piece -> vocabulary.addArray().add(piece).add(0.0));
        vocabulary.addArray().add("▁").add(-2.0);
        PIECES.forEach(piece -> vocabulary.addArray().add(piece).add(-3.0));
        for (char letter = 'a'; letter <= 'z'; letter++) {
            if (letter != 's') {
                vocabulary.addArray().add(Character.toString(letter)).add(-6.0);
            }
        }
        return all.toPrettyString();
    }

    /** Each text ends with the end, id 1. */
    private static ObjectNode ending() {
        ObjectNode template = JSON.createObjectNode().put("type", "TemplateProcessing");
        ArrayNode single = template.putArray("single");
        ArrayNode pair = template.putArray("pair");
        for (String part : List.of("A", "B")) {
            for (ArrayNode to : part.equals("A") ? List.of(single, pair) : List.of(pair)) {
                to.addObject().putObject("Sequence").put("id", part).put("type_id", 0);
                to.addObject().putObject("SpecialToken").put("id", "</s>").put("type_id", 0);
            }
        }
        ObjectNode end = template.putObject("special_tokens").putObject("</s>").put("id", "</s>");
        end.putArray("ids").add(1);
        end.putArray("tokens").add("</s>");
        return template;
    }
}
