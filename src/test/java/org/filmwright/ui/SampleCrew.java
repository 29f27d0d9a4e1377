package org.filmwright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.filmwright.base.Outcome;
import org.filmwright.production.Crew;

/** A crew that has said what a test wants said. */
public final class SampleCrew implements Crew {
    private final List<Talk> talks = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Price price = new Price.Free();
    private volatile Roster roster = new Roster(List.of(new Member("consistency-supervisor", "Consistency supervisor",
            true, false, false), new Member("script-doctor", "Script doctor", false, false, false)), List.of(),
            Optional.empty());

    @Override
    public Roster roster() {
        return roster;
    }

    public void roster(Roster now) {
        roster = now;
    }

    /** What asking costs from now on. */
    public void costs(Price now) {
        price = now;
    }

    @Override
    public Price price(String agent, Optional<Integer> scene) {
        return price;
    }

    public List<String> asked() {
        return asked;
    }

    /** Newest first. */
    public void says(Talk... newest) {
        talks.clear();
        talks.addAll(List.of(newest));
    }

    public static Talk talk(String title, State state, String words, List<Remark> remarks,
            List<Suggestion> suggestions) {
        return new Talk(title, title, Optional.of(1), SampleProject.NOON, state, words, remarks,
                suggestions, List.of());
    }

    @Override
    public Outcome<String> ask(String agent, Optional<Integer> scene, Optional<String> question) {
        asked.add(agent + scene.map(number -> " about scene " + number).orElse("") + question.map(words -> ": " + words)
                .orElse(""));
        talks.addFirst(talk(agent, State.WRITING, "Fog lies", List.of(), List.of()));
        return Outcome.ok(agent);
    }

    @Override
    public List<Talk> talks() {
        return new ArrayList<>(talks);
    }

    @Override
    public Outcome<String> decide(String talk, String choice) {
        asked.add(choice);
        return Outcome.ok(talk);
    }

    @Override
    public Outcome<String> judge(String talk, Suggestion suggestion, boolean taken) {
        asked.add((taken ? "took " : "refused ") + suggestion.after());
        talks.replaceAll(each -> each.id().equals(talk) && !taken ? without(each, suggestion) : each);
        return Outcome.ok(talk);
    }

    private static Talk without(Talk talk, Suggestion refused) {
        return new Talk(talk.id(), talk.title(), talk.scene(), talk.at(), talk.state(), talk.words(), talk.remarks(),
                talk.suggestions().stream().filter(each -> !each.equals(refused)).toList(), talk.answers(),
                new Recalled(talk.recalled().refused() + 1, talk.recalled().folded()));
    }

    @Override
    public void stop(String stopped) {
        talks.removeIf(talk -> talk.id().equals(stopped));
    }
}
