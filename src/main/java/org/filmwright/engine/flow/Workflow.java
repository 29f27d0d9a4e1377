package org.filmwright.engine.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workflow that was read and found sound.
 *
 * @param input the fields a run needs and their types; a type that ends in {@code ?} may be left out
 * @param output the node whose output is the output of the run
 * @param subflows which definition, by hash, each nested workflow is pinned to; empty before it is pinned
 */
public record Workflow(Definition definition, String title, Map<String, String> input, List<Node> nodes,
        Optional<String> output, Map<String, String> subflows) {
    public Workflow {
        input = Map.copyOf(input);
        nodes = List.copyOf(nodes);
        subflows = Map.copyOf(subflows);
    }

    /** Reads what was read before. @throws IllegalArgumentException where it is not what this version understands */
    public static Workflow of(Definition definition) {
        return new WorkflowReader(definition.name()).parse(definition.json());
    }

    public String name() {
        return definition.name();
    }

    /** Where a step stands, by its path: {@code shot/1-A/draw/2}; nothing for a step of another making. */
    public Optional<Site> site(String path) {
        return site(nodes, List.of(path.split("/")), "", List.of(), List.of());
    }

    /** The condition of the edge between two steps; nothing where no edge of the definition leads so. */
    public Optional<Node.Edge> edge(Site from, Site to) {
        return Stream.concat(Stream.of(to.node()), to.around().stream())
                .flatMap(node -> node.after().stream())
                .filter(edge -> within(from.name(), edge.from()))
                .findFirst();
    }

    /** The node that puts out the list of the fan-out in which a node lies; nothing where that is the input. */
    public Optional<String> source(String name) {
        return byName(nodes).entrySet()
                .stream()
                .filter(entry -> within(name, entry.getKey()))
                .flatMap(entry -> entry.getValue().work() instanceof Node.Fanout fanout && !fanout.overInput()
                        ? Stream.of(fanout.over().substring(0, fanout.over().lastIndexOf('.')))
                        : Stream.empty())
                .findFirst();
    }

    /** Whether some fan-out runs over what this node puts out. */
    public boolean feeds(Site site) {
        return all(nodes).anyMatch(node -> node.work() instanceof Node.Fanout over && !over.overInput()
                && over.over().startsWith(site.name() + "."));
    }

    /** Every handler that a step may need. */
    public Set<String> handlers() {
        return all(nodes).flatMap(node -> switch (node.work()) {
            case Node.Task task -> Stream.of(task.handler());
            case Node.Agent agent -> Stream.of(agent.handler());
            case Node.Gate _,Node.Fanout _,Node.Subflow _ -> Stream.<String>empty();
        }).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** The workflows nested in this one. */
    public Set<String> nested() {
        return all(nodes)
                .flatMap(node -> node.work() instanceof Node.Subflow sub ? Stream.of(sub.workflow()) : Stream.empty())
                .collect(Collectors.toSet());
    }

    /** What is wrong with the input of a run, as a sentence. */
    public Optional<String> misfit(JsonNode given) {
        return new InputTypes(input).misfit(given);
    }

    static Stream<Node> all(List<Node> nodes) {
        return nodes.stream()
                .flatMap(node -> node.work() instanceof Node.Fanout fanout
                        ? Stream.concat(Stream.of(node), all(fanout.body()))
                        : Stream.of(node));
    }

    /** Whether {@code name} is {@code node} or lies in it. */
    static boolean within(String name, String node) {
        return name.equals(node) || name.startsWith(node + ".");
    }

    static String join(String scope, String name) {
        return scope.isEmpty() ? name : name.isEmpty() ? scope : scope + "." + name;
    }

    private static Optional<Site> site(List<Node> nodes, List<String> path, String scope, List<Node> around,
            List<String> keys) {
        for (Node node : nodes) {
            boolean only = node.name().isEmpty();
            if (only || !path.isEmpty() && path.getFirst().equals(node.name())) {
                List<String> rest = only ? path : path.subList(1, path.size());
                return inside(node, rest, join(scope, node.name()), around, keys);
            }
        }
        return Optional.empty();
    }

    private static Optional<Site> inside(Node node, List<String> rest, String name, List<Node> around,
            List<String> keys) {
        if (!(node.work() instanceof Node.Fanout fanout)) {
            return rest.isEmpty() ? Optional.of(new Site(node, name, around, keys)) : Optional.empty();
        }
        return rest.isEmpty()
                ? Optional.empty()
                : site(fanout.body(), rest.subList(1, rest.size()), name, with(around, node),
                        with(keys, rest.getFirst()));
    }

    /** The path of a node in the same items as {@code site}: where a loop from there leads to. */
    public Optional<String> pathFrom(Site site, String node) {
        List<String> parts = new ArrayList<>();
        List<Node> scope = nodes;
        List<String> names = Arrays.asList(node.split("\\."));
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Optional<Node> found = scope.stream().filter(each -> each.name().equals(name)).findFirst();
            parts.add(name);
            boolean last = i == names.size() - 1;
            if (found.isEmpty() || !last && i >= site.keys().size()) {
                return Optional.empty();
            }
            if (!last && found.get().work() instanceof Node.Fanout fanout) {
                parts.add(site.keys().get(i));
                scope = fanout.body();
            }
        }
        return Optional.of(String.join("/", parts));
    }

    private static <T> List<T> with(List<T> before, T next) {
        return Stream.concat(before.stream(), Stream.of(next)).toList();
    }

    /** The names of all nodes, from the top. */
    static Map<String, Node> byName(List<Node> nodes) {
        Map<String, Node> found = new LinkedHashMap<>();
        collect(nodes, "", found);
        return found;
    }

    private static void collect(List<Node> nodes, String scope, Map<String, Node> found) {
        for (Node node : nodes) {
            String name = join(scope, node.name());
            found.putIfAbsent(name, node);
            if (node.work() instanceof Node.Fanout fanout) {
                collect(fanout.body(), name, found);
            }
        }
    }
}
