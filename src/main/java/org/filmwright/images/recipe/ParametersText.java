package org.filmwright.images.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.FrameSize;

/**
 * The common {@code parameters} text of A1111 and its kin: the prompt, a negative prompt from a line that says so, and a
 * last line of settings, {@code Steps: 20, Sampler: Euler a, …}.
 */
final class ParametersText {
    private static final String NEGATIVE = "Negative prompt:";
    private static final int FEWEST_SETTINGS = 3;

    private ParametersText() {}

    static Recipe recipe(String text) {
        List<String> lines = text.replace("\r\n", "\n").lines().toList();
        int last = settingsLine(lines);
        Map<String, String> settings = last < lines.size() ? settings(lines.get(last)) : Map.of();
        List<String> words = lines.subList(0, last);
        int negative = 0;
        while (negative < words.size() && !words.get(negative).strip().startsWith(NEGATIVE)) {
            negative++;
        }
        String unwanted = String.join("\n", words.subList(negative, words.size())).strip();
        return new Recipe(Dialect.A1111, String.join("\n", words.subList(0, negative)),
                unwanted.isEmpty() ? "" : unwanted.substring(NEGATIVE.length()), settings(settings));
    }

    /** Where the settings stand; after the last line where there are none. */
    private static int settingsLine(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).strip().startsWith("Steps: ")) {
                return i;
            }
        }
        boolean some = !lines.isEmpty() && settings(lines.getLast()).size() >= FEWEST_SETTINGS;
        return some ? lines.size() - 1 : lines.size();
    }

    private static Recipe.Settings settings(Map<String, String> by) {
        Optional<Double> scale = value(by, "cfg scale").flatMap(BoundedJson::decimal);
        // A distilled model runs at scale 1 and has a guidance of its own.
        Optional<Double> guidance = value(by, "distilled cfg scale").flatMap(BoundedJson::decimal)
                .filter(_ -> scale.filter(one -> one != 1).isEmpty())
                .or(() -> scale);
        Optional<String> sampler = value(by, "sampler").map(name -> value(by, "schedule type")
                .filter(schedule -> !schedule.equalsIgnoreCase("automatic"))
                .map(schedule -> name + " " + schedule)
                .orElse(name));
        return new Recipe.Settings(value(by, "seed").flatMap(BoundedJson::seed),
                value(by, "size").flatMap(ParametersText::size), value(by, "steps").flatMap(BoundedJson::count),
                guidance, sampler, value(by, "model").or(() -> value(by, "model hash")));
    }

    static Optional<FrameSize> size(String text) {
        String[] sides = text.strip().split("[xX]", -1);
        return sides.length == 2
                ? BoundedJson.count(sides[0])
                        .flatMap(wide -> BoundedJson.count(sides[1]).flatMap(high -> BoundedJson.size(wide, high)))
                : Optional.empty();
    }

    private static Optional<String> value(Map<String, String> by, String key) {
        return Optional.ofNullable(by.get(key)).filter(text -> !text.isBlank());
    }

    /** {@code Name: value} pairs between commas; commas in quotes do not count. */
    private static Map<String, String> settings(String line) {
        Map<String, String> settings = new HashMap<>();
        for (String part : parts(line)) {
            int colon = part.indexOf(':');
            if (colon > 0) {
                String value = part.substring(colon + 1).strip();
                boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                settings.putIfAbsent(part.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"") : value);
            }
        }
        return settings;
    }

    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '"' && (i == 0 || line.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                parts.add(line.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(line.substring(from));
        return parts;
    }
}
