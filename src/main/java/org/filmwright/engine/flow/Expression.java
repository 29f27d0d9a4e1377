package org.filmwright.engine.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A condition as understood. It can only look at the JSON it is given. */
sealed interface Expression {
    JsonNode of(JsonNode scope);

    /** The names it looks at. */
    Stream<String> roots();

    /** A number, a text, true, false or null. */
    record Literal(JsonNode value) implements Expression {
        @Override
        public JsonNode of(JsonNode scope) {
            return value;
        }

        @Override
        public Stream<String> roots() {
            return Stream.empty();
        }
    }

    /** {@code output.shots.0.name}; what is not there is missing, never an error. */
    record Path(List<String> names) implements Expression {
        @Override
        public JsonNode of(JsonNode scope) {
            JsonNode at = scope;
            for (String name : names) {
                at = at.isArray() && name.matches("\\d{1,9}") ? at.path(Integer.parseInt(name)) : at.path(name);
            }
            return at;
        }

        @Override
        public Stream<String> roots() {
            return Stream.of(names.getFirst());
        }
    }

    /** How many items a list or letters a text has. */
    record Size(Expression of) implements Expression {
        @Override
        public JsonNode of(JsonNode scope) {
            JsonNode value = of.of(scope);
            int size = value.isTextual() ? value.textValue().length() : value.size();
            return com.fasterxml.jackson.databind.node.IntNode.valueOf(size);
        }

        @Override
        public Stream<String> roots() {
            return of.roots();
        }
    }

    /** Not. */
    record Not(Expression of) implements Expression {
        @Override
        public JsonNode of(JsonNode scope) {
            return BooleanNode.valueOf(!isTrue(of.of(scope)));
        }

        @Override
        public Stream<String> roots() {
            return of.roots();
        }
    }

    /** A comparison, or {@code &&} and {@code ||}. */
    record Both(Expression left, String sign, Expression right) implements Expression {
        private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");

        @Override
        public JsonNode of(JsonNode scope) {
            return BooleanNode.valueOf(switch (sign) {
                case "&&" -> isTrue(left.of(scope)) && isTrue(right.of(scope));
                case "||" -> isTrue(left.of(scope)) || isTrue(right.of(scope));
                case "==" -> same(left.of(scope), right.of(scope));
                case "!=" -> !same(left.of(scope), right.of(scope));
                default -> ORDER.contains(sign) && ordered(left.of(scope), right.of(scope));
            });
        }

        @Override
        public Stream<String> roots() {
            return Stream.concat(left.roots(), right.roots());
        }

        private static boolean same(JsonNode a, JsonNode b) {
            if (a.isNumber() && b.isNumber()) {
                return a.decimalValue().compareTo(b.decimalValue()) == 0;
            }
            return nothing(a) ? nothing(b) : a.equals(b);
        }

        private static boolean nothing(JsonNode value) {
            return value.isMissingNode() || value.isNull();
        }

        /** Numbers by size, texts by letters; anything else has no order. */
        private boolean ordered(JsonNode a, JsonNode b) {
            Optional<Integer> order = a.isNumber() && b.isNumber()
                    ? Optional.of(a.decimalValue().compareTo(b.decimalValue()))
                    : a.isTextual() && b.isTextual()
                            ? Optional.of(a.textValue().compareTo(b.textValue()))
                            : Optional.empty();
            return order.filter(sides -> switch (sign) {
                case "<" -> sides < 0;
                case "<=" -> sides <= 0;
                case ">" -> sides > 0;
                default -> sides >= 0;
            }).isPresent();
        }
    }

    /** Only {@code true} is true. */
    static boolean isTrue(JsonNode value) {
        return value != MissingNode.getInstance() && value.isBoolean() && value.booleanValue();
    }
}
