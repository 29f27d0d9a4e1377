package org.filmwright.production;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is remembered of a person, and how it counts: the whole rule is here and in {@link Standing} (decision 0087).
 *
 * @param judgements oldest first; only the newest {@value #MOST} are kept
 * @param last who was asked last, and about what
 */
public record Remembered(List<Judgement> judgements, Optional<Asked> last) {
    public static final Remembered NOTHING = new Remembered(List.of(), Optional.empty());
    /** So many of an agent's last judgements count: a taste may change. */
    static final int WINDOW = 20;
    private static final int MOST = 500;
    /** After so many refusals in a row an agent's suggestions start folded. */
    private static final int WEARY = 3;

    public Remembered {
        judgements = judgements == null ? List.of() : judgements;
        last = last == null ? Optional.empty() : last;
        judgements = List.copyOf(judgements.subList(Math.max(0, judgements.size() - MOST), judgements.size()));
    }

    /** @param script whether about all of the script, not about a scene */
    public record Asked(String agent, String title, boolean script) {
        public Asked {
            if (agent == null || title == null) {
                throw new IllegalArgumentException("Somebody was asked");
            }
        }
    }

    /** One of those who were judged. @param suggestions @param answers parts of {@code all} */
    public record Known(String agent, String title, Standing all, Standing suggestions, Standing answers,
            boolean folded) {}

    public Standing standing(String agent) {
        return count(of(agent), _ -> true);
    }

    /** Whether the last that was said about these words, whoever suggested them, was no. */
    boolean refuses(Crew.Suggestion suggestion) {
        Judgement.Words words = Judgement.Words.of(suggestion);
        return judgements.reversed()
                .stream()
                .filter(each -> each.about().filter(about -> about.key().equals(words.key())).isPresent())
                .findFirst()
                .filter(each -> !each.taken())
                .isPresent();
    }

    /** Whether the last three suggestions of an agent that were judged were all refused. */
    boolean isWeary(String agent) {
        List<Judgement> suggestions = of(agent).stream().filter(each -> each.about().isPresent()).toList();
        return suggestions.size() >= WEARY && suggestions.subList(suggestions.size() - WEARY, suggestions.size())
                .stream()
                .noneMatch(Judgement::taken);
    }

    /** What was remembered then: who began something goes on with those who were chosen for it. */
    Remembered at(Instant then) {
        return new Remembered(judgements.stream().filter(each -> each.at().isBefore(then)).toList(), last);
    }

    /** Those who were judged, in the order of their first judgement. */
    public List<Known> known() {
        Map<String, String> titles = new LinkedHashMap<>();
        judgements.forEach(each -> titles.put(each.agent(), each.title()));
        return titles.entrySet().stream().map(each -> known(each.getKey(), each.getValue())).toList();
    }

    private Known known(String agent, String title) {
        List<Judgement> own = of(agent);
        return new Known(agent, title, count(own, _ -> true), count(own, each -> each.about().isPresent()),
                count(own, each -> each.about().isEmpty()), isWeary(agent));
    }

    /** Suggestions that are not made again, the newest first. */
    public List<Judgement> refused() {
        Map<String, Judgement> newest = new LinkedHashMap<>();
        judgements.reversed()
                .forEach(each -> each.about().ifPresent(about -> newest.putIfAbsent(about.key(), each)));
        return newest.values().stream().filter(each -> !each.taken()).toList();
    }

    /** The same words judged again count once, as they were judged last. */
    Remembered with(Judgement judgement) {
        List<Judgement> all = new ArrayList<>(judgements);
        judgement.about()
                .ifPresent(about -> all.removeIf(each -> each.agent().equals(judgement.agent())
                        && each.about().filter(old -> old.key().equals(about.key())).isPresent()));
        all.add(judgement);
        return new Remembered(all, last);
    }

    Remembered asking(Asked asked) {
        return new Remembered(judgements, Optional.of(asked));
    }

    /** Without an agent and everything it suggested, or without one refusal, or who was asked last. */
    public Remembered without(String id) {
        return new Remembered(judgements.stream()
                .filter(each -> !each.agent().equals(id)
                        && each.about().filter(about -> about.id().equals(id)).isEmpty())
                .toList(),
                last.filter(asked -> !asked.agent().equals(id) && !id.equals(Preferences.LAST)));
    }

    private List<Judgement> of(String agent) {
        List<Judgement> own = judgements.stream().filter(each -> each.agent().equals(agent)).toList();
        return own.subList(Math.max(0, own.size() - WINDOW), own.size());
    }

    private static Standing count(List<Judgement> some, Predicate<Judgement> which) {
        List<Judgement> counted = some.stream().filter(which).toList();
        return new Standing((int) counted.stream().filter(Judgement::taken).count(), counted.size());
    }
}
