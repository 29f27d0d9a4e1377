package org.filmwright.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that can be set.
 *
 * @param key its name in the file of settings, {@code appearance.theme}
 * @param normal what holds until somebody sets it
 * @param read empty for what cannot be understood; then the normal value holds
 */
public record Setting<T>(String key, T normal, Function<List<String>, Optional<T>> read,
        Function<T, List<String>> write) {
    public static Setting<Boolean> flag(String key, boolean normal) {
        return new Setting<>(key, normal, lines -> first(lines).map(Boolean::parseBoolean), on -> List.of(Boolean
                .toString(on)));
    }

    public static <E extends Enum<E>> Setting<E> choice(String key, E normal) {
        return new Setting<>(key, normal, lines -> first(lines).flatMap(name -> constant(normal.getDeclaringClass(),
                name)), value -> List.of(value.name()));
    }

    /** A number between {@code least} and {@code most}; what lies outside is brought inside. */
    public static Setting<Double> number(String key, double normal, double least, double most) {
        return new Setting<>(key, normal, lines -> first(lines).flatMap(Setting::parse)
                .map(value -> Math.clamp(value, least, most)), value -> List.of(Double.toString(value)));
    }

    public static Setting<String> text(String key, String normal) {
        return new Setting<>(key, normal, Setting::first, List::of);
    }

    public static Setting<List<String>> lines(String key) {
        return new Setting<>(key, List.of(), lines -> Optional.of(List.copyOf(lines)), Function.identity());
    }

    private static Optional<String> first(List<String> lines) {
        return lines.stream().findFirst();
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return List.of(type.getEnumConstants()).stream().filter(value -> value.name().equals(name)).findFirst();
    }

    private static Optional<Double> parse(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
