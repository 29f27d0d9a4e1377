package org.filmwright.engine.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.core.JsonFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** Reads a definition and refuses one that is not sound, with the place and the reason. */
public final class WorkflowReader {
    static final int LONGEST = 262_144;
    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(40).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();
    private final String file;

    /** @param file as messages name it */
    public WorkflowReader(String file) {
        this.file = file;
    }

    public Outcome<Workflow> read(String json) {
        try {
            return Outcome.ok(parse(json));
        } catch (IllegalArgumentException wrong) {
            return Outcome.failed(new Failure.Refused("The workflow " + file + " cannot be used. "
                    + wrong.getMessage() + " Nothing was started.", "Correct that place and open the project again."));
        }
    }

    /** @throws IllegalArgumentException with place and reason */
    Workflow parse(String json) {
        JsonNode top = tree(json);
        Field whole = new Field("", top);
        whole.only("name", "version", "title", "input", "nodes", "output", "subflows");
        Map<String, String> input = new LinkedHashMap<>();
        whole.child("input").each((name, type) -> input.put(name, inputType(type)));
        List<Node> nodes = nodes(whole.child("nodes"), "", Stage.CONCEPT_DEVELOPMENT);
        Map<String, String> subflows = new LinkedHashMap<>();
        whole.child("subflows").each((name, hash) -> subflows.put(name, hash.text()));
        Workflow flow = new Workflow(Definition.of(whole.name("name"), whole.number("version", 1, 1_000_000), json),
                whole.child("title").text(), input, nodes, whole.optional("output").map(Field::text), subflows);
        new WorkflowRules(flow).check();
        return flow;
    }

    private static JsonNode tree(String json) {
        if (json.length() > LONGEST) {
            throw new Malformed("The file", "it has more than " + LONGEST + " characters.");
        }
        try {
            JsonNode top = MAPPER.readTree(json);
            if (!top.isObject()) {
                throw new Malformed("Line 1", "a workflow is a JSON object.");
            }
            return top;
        } catch (JsonProcessingException e) {
            throw new Malformed(e.getLocation() == null
                    ? "The file"
                    : "Line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr(),
                    e.getOriginalMessage() + ".");
        }
    }

    private static String inputType(Field type) {
        if (!InputTypes.known(type.text())) {
            throw type.wrong("'" + type.text() + "' is no type of an input.");
        }
        return type.text();
    }

    private List<Node> nodes(Field list, String scope, Stage stage) {
        List<Field> fields = list.items();
        if (fields.isEmpty() || fields.size() > 200) {
            throw list.wrong("there are 1 to 200 nodes, not " + fields.size() + ".");
        }
        return fields.stream().map(field -> node(field, scope, stage)).toList();
    }

    private Node node(Field field, String scope, Stage usual) {
        field.only("name", "kind", "stage", "handler", "capability", "lane", "after", "join", "on_failure",
                "review_below", "loops", "with", "over", "as", "nodes", "workflow", "question", "about", "options",
                "deadline", "redo_limit", "redo_to");
        String name = field.name("name");
        String full = Workflow.join(scope, name);
        Stage stage = field.optional("stage").map(WorkflowReader::stage).orElse(usual);
        List<Node.Edge> after = field.child("after").items().stream().map(edge -> edge(edge, scope)).toList();
        List<Node.Loop> loops = IntStream.range(0, field.child("loops").items().size())
                .mapToObj(i -> loop(field.child("loops").items().get(i), scope))
                .toList();
        Node.Work work = new WorkReader(field, scope).read(() -> nodes(field.child("nodes"), full, stage));
        Node.Policy policy = new Node.Policy(field.word("join", Node.Join.ANY),
                field.word("on_failure", Node.OnFailure.FAIL),
                field.optional("review_below").map(each -> each.fraction()),
                new WorkReader(field, scope).loops(work, loops));
        return new Node(name, stage, work, after, policy, field.child("with").object());
    }

    private static Stage stage(Field word) {
        return Stage.of(word.text()).orElseThrow(() -> word.wrong("there is no stage '" + word.text() + "'."));
    }

    private static Node.Edge edge(Field field, String scope) {
        if (field.value().isTextual()) {
            return new Node.Edge(absolute(field.text(), scope), Optional.empty());
        }
        field.only("from", "if");
        return new Node.Edge(absolute(field.child("from").text(), scope),
                field.optional("if").map(WorkflowReader::condition));
    }

    private static Node.Loop loop(Field field, String scope) {
        field.only("to", "if", "limit");
        return new Node.Loop(absolute(field.child("to").text(), scope), condition(field.child("if")),
                field.number("limit", 1, 100));
    }

    /** {@code ^name} is looked up one scope further out. */
    static String absolute(String reference, String scope) {
        String inner = scope;
        String name = reference;
        while (name.startsWith("^")) {
            inner = inner.contains(".") ? inner.substring(0, inner.lastIndexOf('.')) : "";
            name = name.substring(1);
        }
        return Workflow.join(inner, name);
    }

    private static Condition condition(Field field) {
        try {
            return Condition.parse(field.text());
        } catch (IllegalArgumentException e) {
            throw field.wrong(e.getMessage());
        }
    }
}
