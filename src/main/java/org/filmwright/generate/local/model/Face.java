package org.filmwright.generate.local.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.generate.onnx.Signature;
import org.filmwright.generate.onnx.Signature.Dimension;
import org.filmwright.generate.onnx.Signature.Element;
import org.filmwright.generate.onnx.Signature.Value;

/**
 * One graph of a model, held against what it is given and asked for. What its file leaves open is not held against it.
 *
 * @param file as messages name it
 */
record Face(String file, Signature declared) {
    private static final String OTHER = "Use another export of the model.";
    private static final String WHOLE = "Download the whole model again, from one export.";

    /** Refuses a graph that wants what nobody here would give it. */
    void wantsOnly(Set<String> known) throws Unusable {
        List<String> unknown = declared.inputs()
                .stream()
                .map(Value::name)
                .filter(name -> !known.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Unusable(file + " wants inputs that Filmwright does not know: " + String.join(", ", unknown)
                    + ".", OTHER);
        }
    }

    /** @param why what the lengths follow from, as {@code "the latents of its VAE have 4 channels"} */
    void takes(String input, String why, Object... lengths) throws Unusable {
        takes(needed(input), why, lengths);
    }

    /** The only input, or the first of several. */
    void takesFirst(String why, Object... lengths) throws Unusable {
        if (declared.inputs().isEmpty()) {
            throw new Unusable(file + " has no input.", OTHER);
        }
        takes(declared.inputs().getFirst(), why, lengths);
    }

    /** The same where it has such an input. */
    void mayTake(String input, String why, Object... lengths) throws Unusable {
        Optional<Value> value = declared.input(input);
        if (value.isPresent()) {
            takes(value.get(), why, lengths);
        }
    }

    /** Refuses an input that has not one of these numbers of dimensions. */
    void ranks(String input, Integer... ranks) throws Unusable {
        Value value = needed(input);
        numbers(value);
        OptionalInt rank = value.rank();
        if (rank.isPresent() && Stream.of(ranks).noneMatch(wanted -> wanted == rank.getAsInt())) {
            throw new Unusable(file + " wants " + input + " as " + value.spoken() + ", and it would be given with "
                    + Stream.of(ranks).map(String::valueOf).collect(Collectors.joining(" or "))
                    + " dimensions.", OTHER);
        }
    }

    private void takes(Value value, String why, Object... lengths) throws Unusable {
        numbers(value);
        if (!meets(value, lengths)) {
            throw new Unusable(file + " wants " + value.name() + " as " + value.spoken() + ", and would be given "
                    + spoken(lengths) + because(why), WHOLE);
        }
    }

    private void numbers(Value value) throws Unusable {
        if (value.element() == Element.OTHER) {
            throw new Unusable(
                    file + " wants " + value.name() + " in numbers of a type that Filmwright cannot give it.",
                    "Export it with float32, float16 or bfloat16 values, and int32 or int64 ids.");
        }
    }

    /** @param lengths every one that its first answer may have */
    void gives(String why, List<Object[]> lengths) throws Unusable {
        if (declared.outputs().isEmpty()) {
            throw new Unusable(file + " gives nothing.", OTHER);
        }
        Value first = declared.outputs().getFirst();
        if (lengths.stream().noneMatch(some -> meets(first, some))) {
            throw new Unusable(file + " gives " + first.name() + " as " + first.spoken() + ", and "
                    + lengths.stream().map(Face::spoken).collect(Collectors.joining(" or ")) + " is read of it"
                    + because(why), WHOLE);
        }
    }

    private Value needed(String input) throws Unusable {
        Optional<Value> value = declared.input(input);
        if (value.isEmpty()) {
            throw new Unusable(file + " has no input '" + input + "'; it has: " + declared.inputs()
                    .stream()
                    .map(Value::name)
                    .collect(Collectors.joining(", ")) + ".", OTHER);
        }
        return value.get();
    }

    private static boolean meets(Value value, Object... lengths) {
        if (value.shape().isEmpty()) {
            return true;
        }
        List<Dimension> shape = value.shape().get();
        boolean meets = shape.size() == lengths.length;
        for (int at = 0; meets && at < lengths.length; at++) {
            meets = !(lengths[at] instanceof Number length) || length.longValue() < 0 || shape.get(at).size() < 0
                    || shape.get(at).size() == length.longValue();
        }
        return meets;
    }

    private static String spoken(Object... lengths) {
        return Stream.of(lengths).map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String because(String why) {
        return why.isEmpty() ? "." : ": " + why + ".";
    }
}
