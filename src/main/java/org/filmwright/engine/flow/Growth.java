package org.filmwright.engine.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The steps of a run that can be known now: all but those that wait for the items of a fan-out which nobody has put out
 * yet. Pure: the same definition, input and outputs give the same steps.
 */
public final class Growth {
    private static final String KEY = "[\\p{L}\\p{N}][\\p{L}\\p{N}._ #+()-]{0,79}";
    private static final Set<String> RESERVED = Set.of("key", "lane", "lanes", "after");
    private final Function<String, Optional<JsonNode>> outputs;
    private final List<Planned> planned = new ArrayList<>();

    /** A step as it follows from its node. @param after paths of the steps it waits for */
    public record Planned(String path, Node node, String lane, String input, List<String> after) {}

    private Growth(Function<String, Optional<JsonNode>> outputs) {
        this.outputs = outputs;
    }

    /**
     * @param outputs what a step put out, by its path; nothing while it has not ended
     * @throws IllegalArgumentException with a sentence, where an item cannot be used
     */
    public static List<Planned> of(Workflow flow, JsonNode input, Function<String, Optional<JsonNode>> outputs) {
        Growth growth = new Growth(outputs);
        growth.grow(flow.nodes(), new Scope(Optional.empty(), "", "", (ObjectNode) input, ItemLanes.NONE, List.of(),
                new LinkedHashMap<>()));
        return List.copyOf(growth.planned);
    }

    /**
     * One scope: the top, or one item of a fan-out.
     *
     * @param name from the top; {@code prefix} of the paths of its steps; {@code first} what its steps wait for
     * @param paths the steps of each node that is known, by name from the top
     */
    private record Scope(Optional<Scope> outer, String name, String prefix, ObjectNode input, ItemLanes lanes,
            List<String> first, Map<String, List<String>> paths) {
        /** The steps behind a name, unless they are not known yet. */
        Optional<List<String>> find(String node) {
            return Optional.ofNullable(paths.get(node))
                    .or(() -> outer.filter(_ -> !Workflow.within(node, name) || node.equals(name))
                            .flatMap(scope -> scope.find(node)));
        }

        String path(String node) {
            return node.isEmpty() ? prefix.substring(0, prefix.length() - 1) : prefix + node;
        }
    }

    /**
     * In which lanes the steps of an item are done.
     *
     * @param usual that of its {@code lane} @param named those that its {@code lanes} tell of single nodes, by their names
     */
    private record ItemLanes(String usual, Map<String, String> named) {
        static final ItemLanes NONE = new ItemLanes("", Map.of());

        String of(String node) {
            return named.getOrDefault(node, usual);
        }

        /** What an inner item does not say is as around it. */
        ItemLanes under(JsonNode item) {
            Map<String, String> all = new LinkedHashMap<>(named);
            item.path("lanes").properties().forEach(each -> all.put(each.getKey(), each.getValue().asText()));
            return new ItemLanes(item.path("lane").asText(usual), all);
        }
    }

    private void grow(List<Node> nodes, Scope scope) {
        for (Node node : WorkflowRules.ordered(nodes, scope.name)) {
            Optional<List<String>> before = before(node, scope);
            before.ifPresent(paths -> {
                switch (node.work()) {
                    case Node.Fanout fanout -> fanOut(node, fanout, scope, paths);
                    case Node.Task task -> add(node, scope, task.lane(), paths);
                    case Node.Agent agent -> add(node, scope, agent.lane(), paths);
                    case Node.Gate _,Node.Subflow _ -> add(node, scope, "", paths);
                }
            });
        }
    }

    private static Optional<List<String>> before(Node node, Scope scope) {
        boolean begins = node.after().stream().noneMatch(edge -> Workflow.within(edge.from(), scope.name));
        Set<String> paths = new LinkedHashSet<>(begins || scope.name.isEmpty() ? scope.first : List.of());
        for (Node.Edge edge : node.after()) {
            Optional<List<String>> found = scope.find(edge.from());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            paths.addAll(found.get());
        }
        return Optional.of(List.copyOf(paths));
    }

    private void add(Node node, Scope scope, String lane, List<String> before) {
        String path = scope.path(node.name());
        ObjectNode input = scope.input.deepCopy();
        input.setAll((ObjectNode) Texts.tree(node.with()));
        planned.add(new Planned(path, node, lane.equals("item") ? scope.lanes.of(node.name()) : lane, input.toString(),
                before));
        scope.paths.put(Workflow.join(scope.name, node.name()), List.of(path));
    }

    private void fanOut(Node node, Node.Fanout fanout, Scope scope, List<String> before) {
        Optional<List<String>> source = source(fanout, scope);
        Optional<JsonNode> list = source.flatMap(steps -> items(fanout, scope, steps));
        if (list.isEmpty()) {
            return;
        }
        String name = Workflow.join(scope.name, node.name());
        List<Scope> items = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (JsonNode item : each(list.get())) {
            String key = key(item, name);
            if (!keys.add(key)) {
                throw new IllegalArgumentException("Two items of " + name + " are called '" + key + "'.");
            }
            Scope inner = inner(new Place(node.name(), name, key), fanout, scope, item, before);
            grow(fanout.body(), inner);
            items.add(inner);
        }
        gather(name, fanout, scope, items, items.isEmpty() ? both(before, source.get()) : source.get());
    }

    private record Place(String node, String name, String key) {}

    private static Scope inner(Place place, Node.Fanout fanout, Scope scope, JsonNode item, List<String> before) {
        ObjectNode input = scope.input.deepCopy();
        List<String> first = new ArrayList<>(before);
        if (item.isObject()) {
            item.properties()
                    .stream()
                    .filter(field -> !RESERVED.contains(field.getKey()))
                    .forEach(field -> input.set(field.getKey(), field.getValue()));
            item.path("after").forEach(path -> first.add(path.asText()));
        } else {
            input.set(fanout.as(), item);
        }
        return new Scope(Optional.of(scope), place.name, scope.path(place.node) + "/" + place.key + "/", input,
                scope.lanes.under(item), first, new LinkedHashMap<>());
    }

    /** What later nodes find under the names of the fan-out and of the nodes in it. */
    private static void gather(String name, Node.Fanout fanout, Scope scope, List<Scope> items, List<String> before) {
        Map<String, Node> inside = Workflow.byName(List.of(new Node("", Stage.CONCEPT_DEVELOPMENT, fanout,
                List.of(), new Node.Policy(Node.Join.ANY, Node.OnFailure.FAIL, Optional.empty(), List.of()), "{}")));
        for (String relative : inside.keySet()) {
            String node = Workflow.join(name, relative);
            if (!node.equals(name) && items.stream().allMatch(item -> item.paths.containsKey(node))) {
                scope.paths.put(node, both(items.stream().flatMap(item -> item.paths.get(node).stream()).toList(),
                        before));
            }
        }
        List<String> ends = fanout.body()
                .stream()
                .filter(end -> fanout.body()
                        .stream()
                        .flatMap(other -> other.after().stream())
                        .noneMatch(edge -> Workflow.within(edge.from(), Workflow.join(name, end.name()))))
                .map(end -> Workflow.join(name, end.name()))
                .toList();
        if (items.stream().allMatch(item -> item.paths.keySet().containsAll(ends))) {
            scope.paths.put(name, both(
                    items.stream().flatMap(item -> ends.stream().flatMap(end -> item.paths.get(end).stream())).toList(),
                    before));
        }
    }

    private Optional<List<String>> source(Node.Fanout fanout, Scope scope) {
        return fanout.overInput()
                ? Optional.of(List.of())
                : scope.find(fanout.over().substring(0, fanout.over().lastIndexOf('.')));
    }

    private Optional<JsonNode> items(Node.Fanout fanout, Scope scope, List<String> source) {
        String field = fanout.over().substring(fanout.over().lastIndexOf('.') + 1);
        if (fanout.overInput()) {
            JsonNode at = scope.input;
            for (String name : fanout.over().substring("input.".length()).split("\\.")) {
                at = at.path(name);
            }
            return Optional.of(at);
        }
        return outputs.apply(source.getFirst()).map(output -> output.path(field));
    }

    private static List<JsonNode> each(JsonNode list) {
        if (list.isIntegralNumber()) {
            int n = Math.clamp(list.longValue(), 0, 10_000);
            return IntStream.rangeClosed(1, n).<JsonNode>mapToObj(JsonNodeFactory.instance::numberNode).toList();
        }
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }

    private static String key(JsonNode item, String node) {
        String key = item.isObject() ? item.path("key").asText() : item.asText();
        if (!key.matches(KEY)) {
            throw new IllegalArgumentException("An item of " + node + " has no key to name its steps by: '"
                    + key.substring(0, Math.min(80, key.length())) + "'.");
        }
        return key;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
