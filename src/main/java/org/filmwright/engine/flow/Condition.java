package org.filmwright.engine.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When an edge is taken: {@code output.scenes > 1 && input.make.approve == 'ASK'}, or the single word {@code failed}.
 * It sees the output of the step that the edge leaves ({@code output}) and the input of the run ({@code input}), calls
 * nothing, and ends at once: at most 200 characters, 16 brackets deep.
 */
public final class Condition {
    private static final Set<String> ROOTS = Set.of("output", "input");
    private final String text;
    private final Expression expression;

    private Condition(String text, Expression expression) {
        this.text = text;
        this.expression = expression;
    }

    /** @throws IllegalArgumentException with a sentence, where this is no condition */
    public static Condition parse(String text) {
        Expression read = new ConditionReader(text).read();
        Set<String> strange = read.roots().filter(root -> !ROOTS.contains(root)).collect(Collectors.toSet());
        boolean failed = read.equals(new Expression.Path(java.util.List.of("failed")));
        if (!strange.isEmpty() && !failed) {
            throw new IllegalArgumentException("A condition knows 'output' and 'input', not '"
                    + strange.iterator().next() + "'.");
        }
        return new Condition(text, read);
    }

    public String text() {
        return text;
    }

    /** Whether the edge is for the case that the step before it failed. */
    public boolean onFailure() {
        return text.strip().equals("failed");
    }

    public boolean holds(JsonNode output, JsonNode input) {
        ObjectNode scope = JsonNodeFactory.instance.objectNode();
        scope.set("output", output);
        scope.set("input", input);
        return Expression.isTrue(expression.of(scope));
    }

    /** The fields of the run's input that it looks at, top level. */
    Set<String> inputs() {
        return ConditionReader.fields(expression, "input");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
