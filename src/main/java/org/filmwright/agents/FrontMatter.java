package org.filmwright.agents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The YAML between the two {@code ---} lines at the head of a Markdown file, and the text below it.
 *
 * @param lines JSON pointer to the line of the file where that value stands
 */
record FrontMatter(JsonNode top, Map<String, Integer> lines, String body) {
    private static final Pattern HEAD = Pattern.compile("\\A\uFEFF?---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\\z)",
            Pattern.DOTALL);
    private static final YAMLMapper YAML = new YAMLMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

    static FrontMatter of(String text) throws Misfit {
        Matcher head = HEAD.matcher(text.replace("\r\n", "\n"));
        if (!head.lookingAt()) {
            throw new Misfit(1, "an agent begins with '---', YAML lines, and '---' again.");
        }
        try {
            String yaml = head.group(1);
            JsonNode top = YAML.readTree(yaml);
            if (!top.isObject()) {
                throw new Misfit(2, "the front matter is not a list of names and values.");
            }
            return new FrontMatter(top, lines(yaml), head.replaceFirst("").strip());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : 1 + e.getLocation().getLineNr();
            throw new Misfit(line, "this is no YAML: " + e.getOriginalMessage().lines().findFirst().orElse("") + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line of the file is the opening mark, so that YAML line n is line n + 1. */
    private static Map<String, Integer> lines(String yaml) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = YAML.createParser(yaml)) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(parser.getParsingContext().pathAsPointer().toString(),
                        1 + parser.currentTokenLocation().getLineNr());
            }
        }
        return lines;
    }

    /** The line where a value stands, or the nearest one around it. */
    int lineOf(String pointer) {
        String at = pointer;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return at.isEmpty() ? 2 : lines.get(at);
    }
}
