package org.filmwright.base;

import java.util.function.Function;

/** The answer of work whose failure a user can act on. */
public sealed interface Outcome<T> {
    record Ok<T>(T value) implements Outcome<T> {}

    record Failed<T>(Failure failure) implements Outcome<T> {}

    static <T> Outcome<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Outcome<T> failed(Failure failure) {
        return new Failed<>(failure);
    }

    /** Goes on with the value; a failure stays what it is. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Failed<T>(Failure failure) -> new Failed<>(failure);
        };
    }

    /** The value, or what {@code otherwise} makes of (or throws for) the failure. */
    default T orElse(Function<? super Failure, ? extends T> otherwise) {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Failed<T>(Failure failure) -> otherwise.apply(failure);
        };
    }
}
