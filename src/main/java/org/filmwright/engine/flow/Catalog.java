package org.filmwright.engine.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** The workflows that can be started, by name, and why others cannot. */
public final class Catalog {
    private final Map<String, Workflow> byName = new TreeMap<>();
    private final Map<String, Failure> refused = new TreeMap<>();

    /** Adds a definition; one of the same name that was there before is replaced. @param file as messages name it */
    public void add(String file, String json) {
        switch (new WorkflowReader(file).read(json)) {
            case Outcome.Ok<Workflow>(Workflow flow) -> byName.put(flow.name(), flow);
            case Outcome.Failed<Workflow>(Failure failure) -> refused.put(file, failure);
        }
    }

    public Collection<Workflow> all() {
        return byName.values();
    }

    /** Files that are no sound definitions, and why. */
    public Map<String, Failure> refused() {
        return Map.copyOf(refused);
    }

    /** The definition of that name and those nested in it, each bound to the very text it has now; its own comes first. */
    public Outcome<List<Definition>> pinned(String name) {
        List<Definition> found = new ArrayList<>();
        return pin(name, new ArrayDeque<>(), found).then(_ -> Outcome.ok(found.reversed()));
    }

    private Outcome<Definition> pin(String name, Deque<String> around, List<Definition> found) {
        Workflow flow = byName.get(name);
        if (flow == null && reasons(name).isPresent()) {
            return Outcome.failed(reasons(name).get());
        }
        if (flow == null || around.contains(name)) {
            return Outcome.failed(new Failure.Refused(flow == null
                    ? "There is no workflow '" + name + "'. There are: " + String.join(", ", byName.keySet()) + "."
                            + refusals()
                    : "The workflow '" + name + "' is nested in itself.", "List them: filmwright workflows list."));
        }
        around.push(name);
        Outcome<Map<String, String>> nested = Outcome.ok(new TreeMap<>());
        for (String inner : flow.nested().stream().sorted().toList()) {
            nested = nested.then(known -> pin(inner, around, found).then(definition -> {
                known.put(inner, definition.hash());
                return Outcome.ok(known);
            }));
        }
        around.pop();
        return nested.then(known -> {
            Definition definition = bound(flow, known);
            found.remove(definition);
            found.add(definition);
            return Outcome.ok(definition);
        });
    }

    /** Why the file that should hold a workflow was refused. */
    private Optional<Failure> reasons(String name) {
        return refused.entrySet()
                .stream()
                .filter(entry -> entry.getKey().endsWith(name + ".json"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String refusals() {
        return refused.isEmpty() ? "" : " Refused: " + String.join(", ", refused.keySet()) + ".";
    }

    private static Definition bound(Workflow flow, Map<String, String> nested) {
        if (nested.isEmpty()) {
            return flow.definition();
        }
        ObjectNode whole = (ObjectNode) Texts.tree(flow.definition().json());
        ObjectNode hashes = whole.putObject("subflows");
        nested.forEach(hashes::put);
        return Definition.of(flow.name(), flow.definition().version(), whole.toString());
    }
}
