package org.filmwright.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a line that is being typed may become: people who speak, places the film has been to, times of day. Pure. */
public record Completion(List<String> people, List<String> headings) {
    private static final List<String> PREFIXES = List.of("INT. ", "EXT. ", "INT./EXT. ");
    private static final List<String> TIMES = List.of("DAY", "NIGHT", "DAWN", "DUSK", "MORNING", "EVENING",
            "CONTINUOUS", "LATER");
    private static final int MOST = 8;

    public Completion {
        people = List.copyOf(people);
        headings = List.copyOf(headings);
    }

    /** @param scene in which somebody writes: those who speak there come first, who spoke last comes last of them */
    public static Completion of(List<Element> elements, int scene) {
        Map<String, List<String>> speakers = new HashMap<>();
        Map<String, Integer> spoken = new LinkedHashMap<>();
        Set<String> here = new LinkedHashSet<>();
        Set<String> headings = new LinkedHashSet<>();
        for (Element element : elements) {
            if (element.type() == ElementType.CHARACTER) {
                List<String> names = speakers.computeIfAbsent(element.text(), cue -> SceneText.speakers(element));
                names.forEach(name -> spoken.merge(name, 1, Integer::sum));
                if (element.scene() == scene) {
                    names.forEach(name -> {
                        here.remove(name);
                        here.add(name);
                    });
                }
            } else if (element.type() == ElementType.SCENE_HEADING) {
                headings.add(element.plain().toUpperCase(Locale.ROOT));
            }
        }
        List<String> people = new ArrayList<>(here);
        spoken.entrySet()
                .stream()
                .filter(entry -> !here.contains(entry.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> people.add(entry.getKey()));
        return new Completion(people, List.copyOf(headings));
    }

    /**
     * Whole lines that begin with what is typed, the likeliest first; none where there is nothing to add.
     *
     * @param opens whether a cue or a heading may stand here: an empty line lies before
     */
    public List<String> of(String typed, boolean opens) {
        if (!opens) {
            return List.of();
        }
        String start = typed.stripLeading().toUpperCase(Locale.ROOT);
        Set<String> found = new LinkedHashSet<>();
        if (LineRules.naturalHeading(start)) {
            int dash = start.lastIndexOf(" - ");
            headings.stream().filter(heading -> heading.startsWith(start)).forEach(found::add);
            TIMES.stream()
                    .filter(time -> dash >= 0 && time.startsWith(start.substring(dash + 3)))
                    .map(time -> start.substring(0, dash + 3) + time)
                    .forEach(found::add);
        } else {
            people.stream().filter(name -> name.startsWith(start)).forEach(found::add);
            PREFIXES.stream()
                    .filter(prefix -> !start.isEmpty() && prefix.startsWith(start) && start.length() > 1)
                    .forEach(found::add);
        }
        found.remove(start);
        return found.stream().limit(MOST).toList();
    }
}
