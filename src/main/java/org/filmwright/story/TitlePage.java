package org.filmwright.story;

import java.util.List;
import java.util.Optional;

/** The title page: keys as written, in order, each with its values; keys ignore case. */
public record TitlePage(List<Entry> entries) {
    public static final TitlePage EMPTY = new TitlePage(List.of());

    public TitlePage {
        entries = List.copyOf(entries);
    }

    /** One key and its lines of text. */
    public record Entry(String key, List<String> values) {
        public Entry {
            values = List.copyOf(values);
        }
    }

    /** The values of a key, or none. */
    public List<String> values(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equalsIgnoreCase(key))
                .findFirst()
                .map(Entry::values)
                .orElse(List.of());
    }

    /** The title on one line, without emphasis marks. */
    public Optional<String> title() {
        return Optional.of(Emphasis.plain(String.join(" ", values("title")))).filter(title -> !title.isBlank());
    }
}
