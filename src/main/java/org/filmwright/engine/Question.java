package org.filmwright.engine;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.flow.Texts;

/**
 * What a gate asks a person. Engine.md 6: normally four options.
 *
 * @param about path of the step whose output is judged
 */
public record Question(String text, List<Option> options, Optional<String> about, Optional<Deadline> deadline) {
    public Question {
        options = List.copyOf(options);
        if (text.isBlank() || options.isEmpty()) {
            throw new IllegalArgumentException("A question has a text and at least one option: " + text);
        }
    }

    /** A question that waits for as long as it takes. */
    public Question(String text, List<Option> options) {
        this(text, options, Optional.empty(), Optional.empty());
    }

    /** Whether a result that a handler is not sure of is taken; the usual four options. */
    static Question review(String path, double confidence, String output, List<MediaRef> preview) {
        return new Question("%s is %.0f %% sure of its result. Is it taken?".formatted(path, 100 * confidence), List.of(
                new Option("accept", "Accept", "It goes on with this result.", Then.SUCCEED, output, preview, ""),
                new Option("redo", "Do it again", "It is done anew.", Then.RUN_AGAIN, "{}"),
                new Option("edit", "Edit", "It goes on with what you write instead.", Then.EDIT, "{}"),
                new Option("reject", "Reject", "The workflow stops here; everything made so far is kept.", Then.FAIL,
                        "{}")));
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
     * @param preview what there is to look at
     * @param cost what it would cost, in words; empty where it is free
     */
    public record Option(String choice, String label, String why, Then then, String output, List<MediaRef> preview,
            String cost) {
        public Option {
            // Questions that were asked by an older version have neither.
            preview = preview == null ? List.of() : List.copyOf(preview);
            cost = Objects.requireNonNullElse(cost, "");
        }

        /** One with nothing to look at, for nothing. */
        public Option(String choice, String label, String why, Then then, String output) {
            this(choice, label, why, then, output, List.of(), "");
        }

        /** The same, with something to look at. */
        public Option showing(List<MediaRef> media) {
            return new Option(choice, label, why, then, output, media, cost);
        }

        /** Whether the work that is judged is done again: by the handler that asks, or by the loop of a gate. */
        public boolean sendsBack() {
            return then == Then.RUN_AGAIN || leadsTo("redo");
        }

        /** Whether it is that answer of a workflow's gate: accept, redo, edit or reject. */
        boolean leadsTo(String word) {
            return Texts.tree(output).path("then").asText().equals(word);
        }

        /** An answer that the handler gets to see: it runs again with {@link StepContext#answer()}. */
        public static Option toHandler(String choice, String label, String why) {
            return new Option(choice, label, why, Then.RUN_AGAIN, "{}");
        }
    }

    /** What an answer does to the step that asked. */
    public enum Then {
        /** The step is done, with the output of the option. */
        SUCCEED,
        /** The step is done, with what the person wrote. */
        EDIT,
        /** The handler runs again and finds the answer in its context. */
        RUN_AGAIN,
        /** The step fails. */
        FAIL
    }

    /** How long a question may stay open. @param choice that is taken where nobody chose in time */
    public record Deadline(Duration after, OnDeadline policy, String choice) {}

    /** What happens when nobody has answered in time. */
    public enum OnDeadline {
        /** It waits on, and says that it is late. */
        WAIT,
        /** The default is chosen. */
        DEFAULT,
        /** The step fails. */
        FAIL
    }
}
