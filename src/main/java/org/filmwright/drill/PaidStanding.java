package org.filmwright.drill;

import java.util.List;

/**
 * What a worker at rest says of its project: read from its rows and its files, not remembered.
 *
 * @param spent what counts against the cap of the project, as {@code 1.50 USD}
 */
public record PaidStanding(List<Call> calls, List<Want> wants, String spent) {
    public PaidStanding {
        calls = List.copyOf(calls);
        wants = List.copyOf(wants);
    }

    /** A paid call. @param job empty where none is known @param counted as {@code 0.003 USD}, empty where nothing counts */
    public record Call(String key, String step, String provider, String state, String job, String counted) {}

    /**
     * A picture that was ordered.
     *
     * @param seed tells it from every other one
     * @param whole whether its take is there, with a file that is what its name says
     * @param asked whether a person is asked about it
     */
    public record Want(String step, long seed, String state, boolean whole, boolean asked) {}
}
