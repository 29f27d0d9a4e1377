package org.filmwright.production;

import java.util.List;

/**
 * What a job asks a person.
 *
 * @param result what is judged and may be edited: text, or JSON; empty where there is nothing
 */
public record Asked(String words, List<Answer> answers, String result) {
    public Asked {
        answers = List.copyOf(answers);
    }

    /** One answer that can be given. @param choice the word for it */
    public record Answer(String choice, String label, String why, Does does) {}

    /** What an answer does to the order. */
    public enum Does {
        GO_ON, AGAIN, EDIT, STOP
    }
}
