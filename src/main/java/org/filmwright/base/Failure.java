package org.filmwright.base;

import java.time.Duration;
import java.util.Optional;

/** The one vocabulary of things that go wrong. Each text is a sentence a person can read. */
public sealed interface Failure {
    /** What happened, in one sentence. */
    String what();

    /** May work later by itself; {@code retryAfter} is zero unless the other side named a time to wait. */
    record Transient(String what, Duration retryAfter) implements Failure {}

    /** The input cannot be used; {@code remedy} says what to do. */
    record Refused(String what, String remedy) implements Failure {}

    /** Setup is missing or wrong: a model, a key, a driver, a setting. */
    record Misconfigured(String what, String remedy) implements Failure {}

    /** Memory, disk, or a budget ran out. */
    record Exhausted(String resource, String what) implements Failure {}

    /** It is not known whether the work happened (and was charged); never retried by itself. */
    record Ambiguous(String what, Optional<String> handle) implements Failure {}

    /** A mistake of ours; {@code code} names the place. */
    record Bug(String code, String what) implements Failure {}
}
