package org.filmwright.engine.flow;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what a node does, by its kind. */
record WorkReader(Field node, String scope) {
    private static final Set<String> ANSWERS = Set.of("accept", "redo", "edit", "reject");
    private static final List<Node.Option> USUAL = List.of(
            new Node.Option("accept", "Accept", "It goes on like this.", "accept"),
            new Node.Option("redo", "Do it again", "It is done anew and shown again.", "redo"),
            new Node.Option("edit", "Edit", "It goes on with what you write instead.", "edit"),
            new Node.Option("reject", "Reject", "The workflow stops here; everything made so far is kept.",
                    "reject"));

    Node.Work read(Supplier<List<Node>> body) {
        String kind = node.child("kind").text();
        return switch (kind) {
            case "task" -> task();
            case "agent" -> new Node.Agent(capability(), lane());
            case "gate" -> gate();
            case "fanout" -> fanout(body);
            case "subflow" -> new Node.Subflow(node.name("workflow"));
            default -> throw node.child("kind")
                    .wrong("'" + kind + "' is none of task, agent, gate, fanout and subflow.");
        };
    }

    /** A gate that can send back does so to what it is about, or further. */
    List<Node.Loop> loops(Node.Work work, List<Node.Loop> declared) {
        if (!(work instanceof Node.Gate gate) || gate.options().stream().noneMatch(o -> o.then().equals("redo"))) {
            return declared;
        }
        int limit = node.optional("redo_limit").map(_ -> node.number("redo_limit", 1, 100)).orElse(5);
        String back = node.optional("redo_to")
                .map(to -> WorkflowReader.absolute(to.text(), scope))
                .or(gate::about)
                .orElseThrow(() -> node.wrong("a gate that offers 'redo' says with 'about' what is done again."));
        Node.Loop redo = new Node.Loop(back, Condition.parse("output.then == 'redo'"), limit);
        return Stream.concat(Stream.of(redo), declared.stream()).toList();
    }

    private Node.Task task() {
        return new Node.Task(node.child("handler").text(), lane());
    }

    /** As agents write it: {@code scene-list}. */
    private String capability() {
        String text = node.child("capability").text();
        if (!text.matches("[a-z][a-z0-9_-]{0,39}")) {
            throw node.child("capability")
                    .wrong("a capability has 1 to 40 small letters, digits, hyphens and underscores, not '" + text
                            + "'.");
        }
        return text;
    }

    private String lane() {
        return node.optional("lane").map(Field::text).orElse("cpu");
    }

    private Node.Fanout fanout(Supplier<List<Node>> body) {
        String over = node.child("over").text();
        if (!over.matches("[a-z][a-zA-Z0-9_]*(\\.[a-zA-Z0-9_]+)+")) {
            throw node.child("over").wrong("'input.field' or 'node.field' is expected.");
        }
        String from = over.startsWith("input.") ? over : WorkflowReader.absolute(over, scope);
        String as = node.optional("as").map(Field::text).orElse("item");
        boolean single = node.optional("nodes").isEmpty();
        return new Node.Fanout(from, as, single ? List.of(repeated()) : body.get());
    }

    /** A fan-out without nodes of its own repeats its handler. */
    private Node repeated() {
        return new Node("", Stage.CONCEPT_DEVELOPMENT, task(), List.of(), new Node.Policy(Node.Join.ANY,
                node.word("on_failure", Node.OnFailure.FAIL), Optional.empty(), List.of()), "{}");
    }

    private Node.Gate gate() {
        List<Node.Option> options = node.optional("options")
                .map(list -> list.items().stream().map(WorkReader::option).toList())
                .orElse(USUAL);
        if (options.isEmpty() || options.stream().map(Node.Option::choice).distinct().count() < options.size()) {
            throw node.child("options").wrong("a gate has options, each with a choice of its own.");
        }
        return new Node.Gate(node.child("question").text(),
                node.optional("about").map(about -> WorkflowReader.absolute(about.text(), scope)), options,
                node.optional("deadline").map(field -> deadline(field, options)));
    }

    private static Node.Option option(Field field) {
        field.only("choice", "label", "why", "then");
        String then = field.child("then").text();
        if (!ANSWERS.contains(then)) {
            throw field.child("then").wrong("'" + then + "' is none of accept, redo, edit and reject.");
        }
        return new Node.Option(field.child("choice").text(), field.child("label").text(),
                field.optional("why").map(Field::text).orElse(""), then);
    }

    private static Node.Deadline deadline(Field field, List<Node.Option> options) {
        field.only("after", "policy", "choice");
        String policy = field.child("policy").text();
        String choice = field.optional("choice").map(Field::text).orElse("");
        if (!Set.of("wait", "default", "fail").contains(policy)) {
            throw field.child("policy").wrong("'" + policy + "' is none of wait, default and fail.");
        }
        if (policy.equals("default") && options.stream()
                .noneMatch(option -> option.choice().equals(choice)
                        && !option.then().equals("edit"))) {
            throw field.child("choice").wrong("the choice at the deadline is one of the options, and no edit.");
        }
        try {
            return new Node.Deadline(Duration.parse(field.child("after").text()), policy, choice);
        } catch (DateTimeParseException e) {
            throw field.child("after").wrong("a time like PT48H is expected.");
        }
    }
}
