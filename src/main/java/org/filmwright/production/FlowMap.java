package org.filmwright.production;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.engine.flow.Node;
import org.filmwright.engine.flow.Workflow;
import org.filmwright.production.RunPicture.Kind;

/** Where each node of a workflow stands in its picture: in its stage, behind those of the stage that it waits for. */
record FlowMap(List<Stage> stages) {
    /** @param name as workflows call it; empty where there is none */
    record Stage(String name, List<Place> places) {}

    /** @param name from the top */
    record Place(String name, Kind kind, int rank) {}

    /** A node that does something itself. @param after all that has to come before it or before a fan-out around it */
    private record Leaf(String name, Node node, String stage, List<Node.Edge> after) {}

    /** @param names of the nodes, where there is no workflow */
    static FlowMap of(Optional<Workflow> flow, Collection<String> names) {
        return flow.map(FlowMap::of)
                .orElseGet(() -> new FlowMap(List.of(new Stage("",
                        names.stream().map(name -> new Place(name, Kind.TASK, 0)).toList()))));
    }

    private static FlowMap of(Workflow flow) {
        List<Leaf> leaves = new ArrayList<>();
        flow.nodes().forEach(node -> collect(node, "", node.stage().word(), List.of(), leaves));
        Map<String, Integer> ranks = new HashMap<>();
        Map<String, List<Place>> stages = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            int rank = leaf.after()
                    .stream()
                    .flatMap(edge -> leaves.stream().filter(before -> isOf(before, edge, leaf)))
                    .mapToInt(before -> ranks.getOrDefault(before.name(), -1) + 1)
                    .max()
                    .orElse(0);
            ranks.put(leaf.name(), rank);
            stages.computeIfAbsent(leaf.stage(), _ -> new ArrayList<>())
                    .add(new Place(leaf.name(), kind(leaf.node()),
                            rank));
        }
        return new FlowMap(stages.entrySet().stream().map(each -> new Stage(each.getKey(), each.getValue())).toList());
    }

    private static boolean isOf(Leaf before, Node.Edge edge, Leaf leaf) {
        boolean there = before.name().equals(edge.from()) || before.name().startsWith(edge.from() + ".");
        return there && before.stage().equals(leaf.stage());
    }

    private static void collect(Node node, String scope, String stage, List<Node.Edge> around, List<Leaf> leaves) {
        String name = node.name().isEmpty() ? scope : scope.isEmpty() ? node.name() : scope + "." + node.name();
        List<Node.Edge> after = new ArrayList<>(around);
        after.addAll(node.after());
        if (node.work() instanceof Node.Fanout(var over, var _, var body)) {
            if (!over.startsWith("input.")) {
                after.add(new Node.Edge(over.substring(0, over.lastIndexOf('.')), Optional.empty()));
            }
            body.forEach(inner -> collect(inner, name, stage, after, leaves));
        } else {
            leaves.add(new Leaf(name, node, stage, after));
        }
    }

    private static Kind kind(Node node) {
        return switch (node.work()) {
            case Node.Task _ -> Kind.TASK;
            case Node.Agent _ -> Kind.AGENT;
            case Node.Gate _ -> Kind.GATE;
            case Node.Subflow _ -> Kind.WORKFLOW;
            case Node.Fanout _ -> throw new IllegalStateException("A fan-out does nothing itself: " + node.name());
        };
    }
}
