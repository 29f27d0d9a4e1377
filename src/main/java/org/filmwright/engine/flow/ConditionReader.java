package org.filmwright.engine.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a condition: or, and, comparison, not, value; by descent, never deeper than {@link #DEEPEST}. */
final class ConditionReader {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 16;
    private static final Pattern WORD = Pattern.compile("\\s*(?:(\\|\\||&&|==|!=|<=|>=|[<>!()])"
            + "|(-?\\d{1,15}(?:\\.\\d{1,15})?)|'([^']*)'|([A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_]+)*))");
    private static final Map<String, JsonNode> CONSTANTS = Map.of("true", BooleanNode.TRUE, "false", BooleanNode.FALSE,
            "null", NullNode.getInstance());
    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int next;
    private int depth;

    private enum Kind {
        SIGN, NUMBER, TEXT, NAME
    }

    private record Word(Kind kind, String text, int at) {}

    ConditionReader(String text) {
        this.text = text;
    }

    Expression read() {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A condition has 1 to " + LONGEST + " characters, not " + text.length()
                    + ".");
        }
        split();
        Expression whole = either();
        if (next < words.size()) {
            throw unexpected();
        }
        return whole;
    }

    /** The names that follow {@code root} in the paths of an expression. */
    static Set<String> fields(Expression expression, String root) {
        return paths(expression).map(Expression.Path::names)
                .filter(names -> names.size() > 1 && names.getFirst().equals(root))
                .map(names -> names.get(1))
                .collect(Collectors.toSet());
    }

    private static Stream<Expression.Path> paths(Expression expression) {
        return switch (expression) {
            case Expression.Literal _ -> Stream.empty();
            case Expression.Path path -> Stream.of(path);
            case Expression.Size size -> paths(size.of());
            case Expression.Not not -> paths(not.of());
            case Expression.Both both -> Stream.concat(paths(both.left()), paths(both.right()));
        };
    }

    private void split() {
        Matcher matcher = WORD.matcher(text);
        int at = 0;
        int end = text.stripTrailing().length();
        while (at < end) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("Character " + (at + 1) + " of the condition is not understood: "
                        + text);
            }
            for (Kind kind : Kind.values()) {
                String found = matcher.group(kind.ordinal() + 1);
                if (found != null) {
                    words.add(new Word(kind, found, matcher.start(kind.ordinal() + 1)));
                }
            }
            at = matcher.end();
        }
    }

    private Expression either() {
        Expression left = both();
        while (takes("||")) {
            left = new Expression.Both(left, "||", both());
        }
        return left;
    }

    private Expression both() {
        Expression left = comparison();
        while (takes("&&")) {
            left = new Expression.Both(left, "&&", comparison());
        }
        return left;
    }

    private Expression comparison() {
        Expression left = value();
        for (String sign : List.of("==", "!=", "<=", ">=", "<", ">")) {
            if (takes(sign)) {
                return new Expression.Both(left, sign, value());
            }
        }
        return left;
    }

    private Expression value() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("The condition is more than " + DEEPEST + " brackets deep.");
        }
        Expression read = takes("!") ? new Expression.Not(value()) : takes("(") ? inBrackets() : simple();
        depth--;
        return read;
    }

    private Expression inBrackets() {
        Expression inside = either();
        if (!takes(")")) {
            throw unexpected();
        }
        return inside;
    }

    private Expression simple() {
        if (next >= words.size() || words.get(next).kind() == Kind.SIGN) {
            throw unexpected();
        }
        Word word = words.get(next++);
        if (word.text().equals("size") && word.kind() == Kind.NAME && takes("(")) {
            return new Expression.Size(inBrackets());
        }
        return switch (word.kind()) {
            case NUMBER -> new Expression.Literal(DecimalNode.valueOf(new BigDecimal(word.text())));
            case TEXT -> new Expression.Literal(TextNode.valueOf(word.text()));
            case NAME, SIGN -> CONSTANTS.containsKey(word.text())
                    ? new Expression.Literal(CONSTANTS.get(word.text()))
                    : new Expression.Path(List.of(word.text().split("\\.")));
        };
    }

    private boolean takes(String sign) {
        boolean there = next < words.size() && words.get(next).kind() == Kind.SIGN
                && words.get(next).text().equals(sign);
        if (there) {
            next++;
        }
        return there;
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException(next < words.size()
                ? "'" + words.get(next).text() + "' is not expected at character " + (words.get(next).at() + 1)
                        + " of the condition: " + text
                : "The condition ends too soon: " + text);
    }
}
