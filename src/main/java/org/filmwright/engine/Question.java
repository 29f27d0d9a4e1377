package org.filmwright.engine;

import java.util.List;
import java.util.Optional;

/** What a gate asks a person. Engine.md 6: normally four options. */
public record Question(String text, List<Option> options) {
    public Question {
        options = List.copyOf(options);
        if (text.isBlank() || options.isEmpty()) {
            throw new IllegalArgumentException("A question has a text and at least one option: " + text);
        }
    }

    public Optional<Option> option(String choice) {
        return options.stream().filter(option -> option.choice().equals(choice)).findFirst();
    }

    /**
     * One answer that can be given.
     *
     * @param choice the word that is typed or sent: {@code take-2}
     * @param label for a button
     * @param why this would be a good answer
     * @param output JSON; becomes the step's output where {@code then} is {@link Then#SUCCEED}
     */
    public record Option(String choice, String label, String why, Then then, String output) {
        /** An answer that the handler gets to see: it runs again with {@link StepContext#answer()}. */
        public static Option toHandler(String choice, String label, String why) {
            return new Option(choice, label, why, Then.RUN_AGAIN, "{}");
        }
    }

    /** What an answer does to the step that asked. */
    public enum Then {
        /** The step is done, with the output of the option. */
        SUCCEED,
        /** The handler runs again and finds the answer in its context. */
        RUN_AGAIN,
        /** The step fails. */
        FAIL
    }
}
