package org.filmwright.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.flow.Definition;

/** The rows of {@link MemoryLedger}; a transaction works on a copy. */
record MemoryTables(Map<RunId, Run> runs, Map<StepId, Step> steps, Map<StepId, List<StepId>> dependsOn,
        Map<RunId, List<Event>> events, Map<Key, Asked> asked, Map<String, Lane> lanes, MemoryPurse purse,
        Map<RunId, Lineage> lineages, Map<String, Definition> definitions, Map<StepId, Integer> rounds,
        Map<String, Pace> paces, Map<StepId, List<MediaRef>> artifacts, Map<String, Instant> countedFrom) {
    MemoryTables() {
        this(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>(), new HashMap<>(), new LinkedHashMap<>(),
                new HashMap<>(), new MemoryPurse(), new HashMap<>(), new HashMap<>(), new HashMap<>(),
                new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    MemoryTables copy() {
        Map<RunId, List<Event>> logs = new HashMap<>();
        events.forEach((run, log) -> logs.put(run, new ArrayList<>(log)));
        return new MemoryTables(new LinkedHashMap<>(runs), new LinkedHashMap<>(steps), new HashMap<>(dependsOn), logs,
                new LinkedHashMap<>(asked), new HashMap<>(lanes), purse.copy(), new HashMap<>(lineages),
                new HashMap<>(definitions), new HashMap<>(rounds), new HashMap<>(paces), new HashMap<>(artifacts),
                new HashMap<>(countedFrom));
    }

    List<Reviewed> reviewed(String handlers) {
        return steps.values()
                .stream()
                .filter(step -> step.work() instanceof StepSpec.Work.Task task && task.handler().startsWith(handlers))
                .map(step -> new Reviewed(step, asked.entrySet()
                        .stream()
                        .filter(entry -> entry.getValue().question().isPresent()
                                && (entry.getValue().choice().isPresent() || entry.getValue().state().equals("OPEN")))
                        .filter(entry -> isAbout(step, entry.getKey().step(),
                                entry.getValue().question().orElseThrow()))
                        .map(entry -> new Reviewed.Review(entry.getValue().question().orElseThrow(),
                                entry.getValue().at(), entry.getValue().choice(),
                                entry.getKey().step().equals(step.id())))
                        .toList()))
                .toList();
    }

    private boolean isAbout(Step step, StepId asking, Question question) {
        Step asked = steps.get(asking);
        return asking.equals(step.id()) || asked.run().equals(step.run())
                && asked.work() instanceof StepSpec.Work.Gate && question.about().equals(Optional.of(step.path()));
    }

    List<OpenQuestion> open() {
        return asked.entrySet()
                .stream()
                .filter(entry -> entry.getValue().state().equals("OPEN"))
                .map(entry -> open(entry.getKey(), entry.getValue()))
                .toList();
    }

    private OpenQuestion open(Key key, Asked question) {
        Step step = steps.get(key.step());
        return new OpenQuestion(key.step(), key.number(), step.run(), step.path(), question.question().orElseThrow(),
                question.at());
    }

    /** Which question of which step. */
    record Key(StepId step, int number) {}

    /** A question, where it was asked, and what was answered. */
    record Asked(Optional<Question> question, Instant at, Optional<Choice> choice, String state) {}
}
