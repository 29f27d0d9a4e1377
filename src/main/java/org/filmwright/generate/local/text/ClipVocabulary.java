package org.filmwright.generate.local.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.generate.local.text.BytePairs.Pair;

/**
 * What a folder says of a CLIP tokenizer: {@code vocab.json} with {@code merges.txt}, or {@code tokenizer.json}, and in
 * {@code special_tokens_map.json} and {@code tokenizer_config.json} which token pads. The first of them is believed where they
 * differ, as in Stable Diffusion 2.
 *
 * @param first the id before a text
 * @param last the id after it
 * @param pad what fills up; 49407 or 0 by the model, so it is never assumed
 */
record ClipVocabulary(BytePairs pairs, int first, int last, int pad) {
    private static final String FIRST = "<|startoftext|>";
    private static final String LAST = "<|endoftext|>";

    static ClipVocabulary read(Path folder) throws UnfitFile {
        TokenizerFile vocabulary = new TokenizerFile(folder.resolve("vocab.json"));
        TokenizerFile whole = new TokenizerFile(folder.resolve("tokenizer.json"));
        TokenizerFile merges = new TokenizerFile(folder.resolve("merges.txt"));
        if (whole.isThere() && !(vocabulary.isThere() && merges.isThere())) {
            return ofOneFile(folder, whole);
        }
        Map<String, Integer> ids = new HashMap<>();
        addIds(ids, vocabulary.object(), vocabulary);
        return of(folder, vocabulary, ids, pairs(merges, ids), Map.of());
    }

    private static ClipVocabulary ofOneFile(Path folder, TokenizerFile file) throws UnfitFile {
        JsonNode json = file.object();
        JsonNode model = json.path("model");
        boolean fits = model.path("type").asText("BPE").equals("BPE")
                && model.path("end_of_word_suffix").asText("").equals(BytePairs.END)
                && model.path("vocab").isObject() && model.path("merges").isArray();
        if (!fits) {
            throw file.unfit("is not of a CLIP text encoder");
        }
        Map<String, Integer> ids = new HashMap<>();
        addIds(ids, model.path("vocab"), file);
        for (JsonNode added : json.path("added_tokens")) {
            ids.putIfAbsent(added.path("content").asText(), added.path("id").asInt(-1));
        }
        List<Pair> pairs = new ArrayList<>();
        for (JsonNode merge : model.path("merges")) {
            String line = merge.isArray() ? merge.path(0).asText() + " " + merge.path(1).asText() : merge.asText();
            pairs.add(pair(line, "a merge", file, ids));
        }
        Map<String, String> specials = new HashMap<>();
        file.special(model, "unk_token").ifPresent(token -> specials.put("unk_token", token));
        file.special(json.path("padding"), "pad_token").ifPresent(token -> specials.put("pad_token", token));
        return of(folder, file, ids, pairs, specials);
    }

    private static void addIds(Map<String, Integer> ids, JsonNode vocabulary, TokenizerFile file) throws UnfitFile {
        for (Map.Entry<String, JsonNode> entry : vocabulary.properties()) {
            if (!entry.getValue().isInt() || entry.getValue().intValue() < 0) {
                throw file.unfit("has no whole number for '" + entry.getKey() + "'");
            }
            ids.put(entry.getKey(), entry.getValue().intValue());
        }
    }

    private static List<Pair> pairs(TokenizerFile merges, Map<String, Integer> ids) throws UnfitFile {
        List<Pair> pairs = new ArrayList<>();
        List<String> lines = merges.lines();
        for (int i = 0; i < lines.size(); i++) {
            boolean header = i == 0 && lines.get(i).startsWith("#version");
            if (!header && !lines.get(i).isBlank()) {
                pairs.add(pair(lines.get(i), "line " + (i + 1), merges, ids));
            }
        }
        if (pairs.isEmpty()) {
            throw merges.unfit("is empty");
        }
        return pairs;
    }

    private static Pair pair(String line, String where, TokenizerFile file, Map<String, Integer> ids) throws UnfitFile {
        String[] halves = line.strip().split(" ");
        if (halves.length != 2) {
            throw file.unfit("has " + where + " that is not two symbols");
        }
        if (!ids.containsKey(halves[0] + halves[1])) {
            throw file.unfit("has " + where + " that makes '" + halves[0] + halves[1]
                    + "', which the vocabulary does not have");
        }
        return new Pair(halves[0], halves[1]);
    }

    /** @param specials what the vocabulary's own file says of special tokens */
    private static ClipVocabulary of(Path folder, TokenizerFile file, Map<String, Integer> ids, List<Pair> pairs,
            Map<String, String> specials) throws UnfitFile {
        int last = id(LAST, ids, file);
        Optional<String> pad = special(folder, "pad_token", specials);
        int unknown = special(folder, "unk_token", specials).map(ids::get).orElse(last);
        return new ClipVocabulary(new BytePairs(ids, pairs, unknown), id(FIRST, ids, file), last,
                pad.isPresent() ? id(pad.get(), ids, file) : last);
    }

    private static int id(String token, Map<String, Integer> ids, TokenizerFile file) throws UnfitFile {
        Integer id = ids.get(token);
        if (id == null || id < 0) {
            throw file.unfit("has no " + token);
        }
        return id;
    }

    private static Optional<String> special(Path folder, String key, Map<String, String> specials) throws UnfitFile {
        for (String name : List.of("special_tokens_map.json", "tokenizer_config.json")) {
            TokenizerFile file = new TokenizerFile(folder.resolve(name));
            Optional<String> token = file.isThere() ? file.special(file.object(), key) : Optional.empty();
            if (token.isPresent()) {
                return token;
            }
        }
        return Optional.ofNullable(specials.get(key));
    }
}
