package org.filmwright.ui.kit;

import java.util.List;

/**
 * Something the window must ask before it goes on; only for data loss, money, or closing work. Esc answers nothing.
 *
 * @param title what it is about, as a question
 * @param words what happens with each answer
 */
public record Question(String title, String words, List<Answer> answers) {
    public Question {
        answers = List.copyOf(answers);
    }

    /** One button. @param id of its node */
    public record Answer(String id, String words, Kind kind, Runnable then) {}

    /** How a button looks: blue, red outline, or like any other. */
    public enum Kind {
        PRIMARY("accent"), DESTRUCTIVE("danger"), PLAIN("fw-plain");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }
}
