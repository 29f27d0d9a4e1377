package org.filmwright.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the title page: it begins on the first line and ends at the first blank one (film.md 1.1). */
final class TitlePageReader {
    private static final Set<String> KNOWN = Set.of("title", "credit", "author", "authors", "source", "draft date",
            "date", "contact", "copyright", "notes", "revision");
    private static final String FORCING = "!@.>~#=[/";

    private TitlePageReader() {}

    /** How many of these lines are title page. */
    static int length(List<SourceLine> lines) {
        int first = 0;
        while (first < lines.size() && lines.get(first).transparent()) {
            first++;
        }
        if (first == lines.size() || !begins(lines, first)) {
            return 0;
        }
        int end = first;
        while (end < lines.size() && !lines.get(end).blank()
                && !LineRules.naturalHeading(lines.get(end).text())) {
            end++;
        }
        return end;
    }

    /** An unknown key counts only when more indented or {@code Key:} lines follow: {@code FADE IN:} is no key. */
    private static boolean begins(List<SourceLine> lines, int first) {
        String line = lines.get(first).text();
        if (!key(line)) {
            return false;
        }
        if (known(keyOf(line))) {
            return true;
        }
        int next = first + 1;
        while (next < lines.size() && lines.get(next).transparent()) {
            next++;
        }
        if (next == lines.size() || lines.get(next).blank()) {
            return false;
        }
        String follower = lines.get(next).text();
        return indented(follower) || (key(follower) && !keyOf(follower).equalsIgnoreCase(keyOf(line)));
    }

    static boolean known(String key) {
        return KNOWN.contains(key.toLowerCase(Locale.ROOT));
    }

    private static boolean key(String line) {
        return line.indexOf(':') > 0 && !Character.isWhitespace(line.charAt(0)) && FORCING.indexOf(line.charAt(0)) < 0
                && !keyOf(line).isEmpty() && !LineRules.naturalHeading(line);
    }

    private static String keyOf(String line) {
        return line.substring(0, line.indexOf(':')).strip();
    }

    private static boolean indented(String line) {
        return line.startsWith("\t") || line.startsWith("   ");
    }

    static TitlePage read(List<SourceLine> lines) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Entry current = new Entry("", new ArrayList<>());
        for (SourceLine line : lines) {
            String text = line.text();
            boolean key = !line.transparent() && key(text);
            if (key) {
                String name = keyOf(text);
                current = entries.computeIfAbsent(name.toLowerCase(Locale.ROOT),
                        any -> new Entry(name, new ArrayList<>()));
            }
            String value = key ? text.substring(text.indexOf(':') + 1).strip() : text.strip();
            if (!value.isEmpty()) {
                current.values.add(value);
            }
        }
        return new TitlePage(
                entries.values().stream().map(entry -> new TitlePage.Entry(entry.key, entry.values)).toList());
    }

    /** A key while its values are collected. */
    private record Entry(String key, List<String> values) {}
}
