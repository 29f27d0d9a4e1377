package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.filmwright.engine.flow.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random workflows, done by the engine, end exactly as a few lines of plain reasoning say. */
class WorkflowGraphsTest {
    private static final int GRAPHS = Integer.getInteger("filmwright.graphs", 2000);

    @TempDir
    private Path folder;

    /** An edge; {@code least} is the output it needs, or nothing; {@code failed} for the edge of a failure. */
    private record Edge(String from, Optional<Integer> least, boolean failed) {
        String json() {
            String when = failed ? "failed" : "output.x >= " + least.orElse(0);
            return failed || least.isPresent()
                    ? "{\"from\":\"" + from + "\",\"if\":\"" + when + "\"}"
                    : "\"" + from + "\"";
        }
    }

    /** A node; {@code items} for one that is done for each item of {@code over}. {@code x} is its output. */
    private record Plan(String name, List<Edge> after, boolean all, boolean skips, boolean fails, int x,
            Optional<String> over) {
        String json() {
            String edges = after.stream().map(Edge::json).collect(Collectors.joining(","));
            String rest = ",\"handler\":\"work\",\"after\":[" + edges + "]" + (all ? ",\"join\":\"all\"" : "")
                    + (skips ? ",\"on_failure\":\"skip\"" : "") + "}";
            return over.map(list -> "{\"name\":\"" + name + "\",\"kind\":\"fanout\",\"over\":\"" + list + ".items\"")
                    .orElse("{\"name\":\"" + name + "\",\"kind\":\"task\"") + rest;
        }
    }

    @Test
    void everyGraphEndsAsTheModelSays() {
        Map<RunState, Integer> ends = new HashMap<>();
        for (int seed = 0; seed < GRAPHS; seed++) {
            List<Plan> graph = graph(new SplittableRandom(seed));
            ends.merge(check(seed, graph), 1, Integer::sum);
        }
        assertEquals(Set.of(RunState.SUCCEEDED, RunState.FAILED), ends.keySet(), "both ends were seen: " + ends);
    }

    private static List<Plan> graph(SplittableRandom random) {
        List<Plan> graph = new ArrayList<>();
        int size = 2 + random.nextInt(9);
        for (int i = 0; i < size; i++) {
            List<String> tasks = graph.stream().filter(p -> p.over().isEmpty()).map(Plan::name).toList();
            boolean fanout = !tasks.isEmpty() && random.nextInt(4) == 0;
            List<Edge> after = new ArrayList<>();
            if (!fanout) {
                graph.stream()
                        .filter(_ -> random.nextInt(3) == 0)
                        .forEach(p -> after.add(new Edge(p.name(), random.nextInt(3) == 0
                                ? Optional.of(random.nextInt(4))
                                : Optional.empty(), p.skips() && random.nextInt(3) == 0)));
            }
            boolean fails = random.nextInt(5) == 0;
            graph.add(new Plan("n" + i, after, random.nextInt(4) == 0 && !fanout, fails && random.nextInt(4) > 0, fails,
                    random.nextInt(4),
                    fanout ? Optional.of(tasks.get(random.nextInt(tasks.size()))) : Optional.empty()));
        }
        return graph;
    }

    private RunState check(int seed, List<Plan> graph) {
        Catalog catalog = new Catalog();
        catalog.add("g", "{\"name\":\"g\",\"version\":1,\"title\":\"G\",\"nodes\":["
                + graph.stream().map(Plan::json).collect(Collectors.joining(",")) + "]}");
        Map<String, Plan> byName = graph.stream().collect(Collectors.toMap(Plan::name, plan -> plan));
        StepHandler work = context -> done(byName.get(context.step().path().split("/")[0]));
        try (ManualEngine desk = new ManualEngine(new MemoryLedger(), Map.of("work", work), folder)) {
            Run run = desk.finish(Blueprint.run(ManualEngine.value(catalog.pinned("g")), "k", "{}"));
            Map<String, String> told = model(graph);
            String where = "seed " + seed + ": " + graph + "\n" + told;
            boolean fatal = told.containsValue("failed");
            assertEquals(fatal ? RunState.FAILED : RunState.SUCCEEDED, run.state(), where);
            if (!fatal) {
                Map<String, String> rows = new TreeMap<>();
                desk.engine().steps(run.id()).forEach(step -> rows.put(step.path(), word(step)));
                assertEquals(told, rows, where);
            }
            assertEquals(List.of(), EventFold.differences(desk.engine().events(run.id()), run,
                    desk.engine().steps(run.id())), where);
            return run.state();
        }
    }

    private static StepResult done(Plan plan) {
        if (plan.fails()) {
            return new StepResult.Failed(new Failure.Refused("No.", "Mend it."));
        }
        String items = IntStream.range(0, plan.x())
                .mapToObj(i -> "{\"key\":\"k" + i + "\"}")
                .collect(Collectors.joining(","));
        return StepResult.done("{\"x\":" + plan.x() + ",\"items\":[" + items + "]}");
    }

    private static String word(Step step) {
        return step.state() == StepState.SKIPPED && step.ending().failure().isPresent()
                ? "passed over"
                : step.state().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** What becomes of every step, from the first node to the last. */
    private static Map<String, String> model(List<Plan> graph) {
        Map<String, List<String>> steps = new LinkedHashMap<>();
        Map<String, String> states = new TreeMap<>();
        Map<String, Plan> byName = graph.stream().collect(Collectors.toMap(Plan::name, plan -> plan));
        for (Plan plan : graph) {
            List<String> own = plan.over()
                    .map(list -> states.get(list).equals("succeeded")
                            ? items(plan.name(), byName.get(list).x())
                            : List.<String>of())
                    .orElse(List.of(plan.name()));
            steps.put(plan.name(), own);
            boolean enters = enters(plan, steps, states, byName);
            String ending = !enters
                    ? "skipped"
                    : !plan.fails() ? "succeeded" : plan.skips() ? "passed over" : "failed";
            own.forEach(path -> states.put(path, ending));
        }
        return states;
    }

    private static List<String> items(String name, int n) {
        return IntStream.range(0, n).mapToObj(i -> name + "/k" + i).toList();
    }

    private static boolean enters(Plan plan, Map<String, List<String>> steps, Map<String, String> states,
            Map<String, Plan> byName) {
        List<Boolean> taken = new ArrayList<>();
        Set<Edge> edges = new HashSet<>(plan.after());
        for (Edge edge : edges) {
            Plan from = byName.get(edge.from());
            List<String> before = steps.get(edge.from());
            before.forEach(path -> taken.add(taken(edge, states.get(path), from.x())));
            if (before.isEmpty()) {
                taken.add(states.get(from.over().orElseThrow()).equals("succeeded"));
            }
        }
        return taken.isEmpty() || (plan.all() ? !taken.contains(false) : taken.contains(true));
    }

    private static boolean taken(Edge edge, String state, int x) {
        return edge.failed()
                ? state.equals("passed over")
                : state.equals("succeeded") && edge.least().map(least -> x >= least).orElse(true);
    }
}
