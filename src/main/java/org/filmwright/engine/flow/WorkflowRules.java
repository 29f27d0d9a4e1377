package org.filmwright.engine.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold of a definition as a whole: every name is there, nothing waits for itself, stages follow each other. */
final class WorkflowRules {
    private static final int DEEPEST = 4;
    private final Workflow flow;
    private final Map<String, Node> byName;

    WorkflowRules(Workflow flow) {
        this.flow = flow;
        this.byName = Workflow.byName(flow.nodes());
    }

    void check() {
        scope(flow.nodes(), "", 0);
        flow.output().ifPresent(name -> found(name, "output"));
    }

    /** The nodes in an order in which each comes after what it waits for; as declared where that is free. */
    static List<Node> ordered(List<Node> nodes, String scope) {
        List<Node> left = new ArrayList<>(nodes);
        List<Node> placed = new ArrayList<>();
        while (!left.isEmpty()) {
            Node next = left.stream()
                    .filter(node -> left.stream()
                            .noneMatch(other -> other != node && needs(node, Workflow.join(scope, other.name()))))
                    .findFirst()
                    .orElseThrow(() -> new Malformed("nodes", "these wait for each other: "
                            + left.stream().map(Node::name).toList() + "."));
            left.remove(next);
            placed.add(next);
        }
        return placed;
    }

    private static boolean needs(Node node, String other) {
        return references(node).anyMatch(name -> Workflow.within(name, other));
    }

    /** What a node and, in a fan-out, the nodes in it refer to. */
    private static Stream<String> references(Node node) {
        Stream<String> own = node.after().stream().map(Node.Edge::from);
        return node.work() instanceof Node.Fanout fanout
                ? Stream.of(own, fanout.overInput() ? Stream.<String>empty() : Stream.of(source(fanout)),
                        fanout.body().stream().flatMap(WorkflowRules::references)).flatMap(each -> each)
                : own;
    }

    /** The node whose output a fan-out runs over: the longest part of {@code over} is found by {@link #check}. */
    private static String source(Node.Fanout fanout) {
        return fanout.over().substring(0, fanout.over().lastIndexOf('.'));
    }

    private void scope(List<Node> nodes, String scope, int depth) {
        if (depth > DEEPEST) {
            throw new Malformed(scope, "fan-outs lie more than " + DEEPEST + " deep.");
        }
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            String name = Workflow.join(scope, node.name());
            if (!names.add(node.name()) || node.name().equals("input")) {
                throw new Malformed(name, "this name is taken.");
            }
            node.after().forEach(edge -> edge(node, name, edge));
            work(node, name, scope, depth);
            node.policy().loops().forEach(loop -> loop(name, loop));
        }
        ordered(nodes, scope);
    }

    private void work(Node node, String name, String scope, int depth) {
        switch (node.work()) {
            case Node.Fanout fanout -> {
                over(fanout, name);
                scope(fanout.body(), name, depth + 1);
            }
            case Node.Gate gate -> gate.about().ifPresent(about -> about(about, name));
            case Node.Task _,Node.Agent _,Node.Subflow _ -> unnamed(node, name, scope);
        }
    }

    private void about(String about, String name) {
        Node subject = found(about, name + ".about");
        if (subject.work() instanceof Node.Fanout || !ancestors(name).contains(about)) {
            throw new Malformed(name + ".about", "the gate has to come after '" + about + "', which is no fan-out.");
        }
    }

    private static void unnamed(Node node, String name, String scope) {
        if (node.name().isEmpty() && !name.equals(scope)) {
            throw new Malformed(name, "a node has a name.");
        }
    }

    private void edge(Node node, String name, Node.Edge edge) {
        Node from = found(edge.from(), name + ".after");
        if (!inScope(edge.from(), name)) {
            throw new Malformed(name + ".after", "'" + edge.from() + "' lies in items that this node is no part of.");
        }
        if (from.stage().compareTo(node.stage()) > 0) {
            throw new Malformed(name + ".stage", node.stage().word() + " comes before " + from.stage().word()
                    + ", which it waits for.");
        }
        edge.when().ifPresent(condition -> inputs(condition, name));
    }

    /** A fan-out may be referred to from outside as a whole or by its nodes; from inside only what comes before. */
    private boolean inScope(String from, String name) {
        return !Workflow.within(name, from) || from.isEmpty();
    }

    private void loop(String name, Node.Loop loop) {
        if (found(loop.to(), name + ".loops").work() instanceof Node.Fanout) {
            throw new Malformed(name + ".loops", "a loop leads to a step, and '" + loop.to() + "' is a fan-out.");
        }
        String scope = loop.to().contains(".") ? loop.to().substring(0, loop.to().lastIndexOf('.')) : "";
        if (!loop.to().equals(name) && !ancestors(name).contains(loop.to())
                || !scope.isEmpty() && !Workflow.within(name, scope)) {
            throw new Malformed(name + ".loops", "'" + loop.to() + "' does not come before this node.");
        }
        inputs(loop.when(), name);
    }

    private void inputs(Condition condition, String name) {
        Optional<String> strange = condition.inputs()
                .stream()
                .filter(field -> !flow.input().containsKey(field))
                .findFirst();
        strange.ifPresent(field -> {
            throw new Malformed(name, "the input has no field '" + field + "'.");
        });
    }

    private void over(Node.Fanout fanout, String name) {
        if (fanout.overInput()) {
            String field = fanout.over().split("\\.")[1];
            if (!flow.input().containsKey(field)) {
                throw new Malformed(name + ".over", "the input has no field '" + field + "'.");
            }
        } else if (!(found(source(fanout), name + ".over").work() instanceof Node.Task)
                && !(found(source(fanout), name + ".over").work() instanceof Node.Agent)) {
            throw new Malformed(name + ".over", "a fan-out runs over the output of a task.");
        }
    }

    private Node found(String name, String place) {
        Node node = byName.get(name);
        if (node == null) {
            throw new Malformed(place, "there is no node '" + name + "'.");
        }
        return node;
    }

    /** Every node that comes before this one, by name from the top. */
    private Set<String> ancestors(String name) {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            String at = open.poll();
            for (String scope = at; !scope.isEmpty();) {
                Node node = byName.get(scope);
                if (node != null) {
                    references(node).filter(from -> seen.putIfAbsent(from, true) == null).forEach(open::add);
                }
                scope = scope.contains(".") ? scope.substring(0, scope.lastIndexOf('.')) : "";
            }
        }
        return seen.keySet();
    }
}
