package org.filmwright.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.Setting;
import org.filmwright.base.TimeOfDay;

/**
 * A scene heading taken apart: {@code INT. HARBOUR - WAREHOUSE, NIGHT}.
 *
 * @param location without setting and time; never empty
 * @param time where the heading names one
 * @param goesOn whether it says CONTINUOUS, SAME or LATER: light and weather come from the scene before
 */
record HeadingText(Setting setting, String location, Optional<TimeOfDay> time, boolean goesOn) {
    private static final Map<String, TimeOfDay> TIMES = Map.ofEntries(Map.entry("DAWN", TimeOfDay.DAWN),
            Map.entry("SUNRISE", TimeOfDay.DAWN), Map.entry("DAYBREAK", TimeOfDay.DAWN),
            Map.entry("MORNING", TimeOfDay.MORNING), Map.entry("DAY", TimeOfDay.DAY), Map.entry("NOON", TimeOfDay.DAY),
            Map.entry("MIDDAY", TimeOfDay.DAY), Map.entry("AFTERNOON", TimeOfDay.DAY),
            Map.entry("DUSK", TimeOfDay.DUSK), Map.entry("SUNSET", TimeOfDay.DUSK),
            Map.entry("TWILIGHT", TimeOfDay.DUSK), Map.entry("EVENING", TimeOfDay.DUSK),
            Map.entry("NIGHT", TimeOfDay.NIGHT), Map.entry("MIDNIGHT", TimeOfDay.NIGHT));
    private static final Set<String> GOES_ON = Set.of("CONTINUOUS", "CONT'D", "SAME", "LATER");

    static HeadingText of(String heading) {
        int prefix = LineRules.headingPrefix(heading);
        List<String> parts = parts(heading.substring(prefix));
        Optional<TimeOfDay> time = Optional.empty();
        boolean goesOn = false;
        while (!parts.isEmpty() && timely(parts.getLast(), parts.size())) {
            String words = parts.removeLast();
            time = time.or(() -> time(words));
            goesOn |= words(words).stream().anyMatch(GOES_ON::contains);
        }
        String location = String.join(" - ", parts).toUpperCase(Locale.ROOT);
        return new HeadingText(setting(heading.substring(0, prefix)),
                location.isBlank() ? "SOMEWHERE" : location, time, goesOn);
    }

    private static Setting setting(String prefix) {
        String letters = prefix.toUpperCase(Locale.ROOT);
        if (letters.contains("/")) {
            return Setting.INT_EXT;
        }
        return letters.startsWith("EXT") || letters.startsWith("EST") ? Setting.EXT : Setting.INT;
    }

    /** Split at dashes with blanks around them, double dashes, long dashes and commas. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.replace("--", "\n")
                .replace('\u2013', '\n')
                .replace('\u2014', '\n')
                .replace(" - ", "\n")
                .replace(',', '\n')
                .split("\n")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** A part of at most four words with a time in it; the only part is the place, unless it is a bare time. */
    private static boolean timely(String part, int count) {
        List<String> words = words(part);
        boolean says = words.stream().anyMatch(word -> TIMES.containsKey(word) || GOES_ON.contains(word));
        return says && words.size() <= 4 && (count > 1 || words.size() == 1);
    }

    private static Optional<TimeOfDay> time(String part) {
        return words(part).stream().filter(TIMES::containsKey).findFirst().map(TIMES::get);
    }

    private static List<String> words(String part) {
        return List.of(part.toUpperCase(Locale.ROOT).replace('(', ' ').replace(')', ' ').strip().split(" +"));
    }
}
