package org.filmwright.ui.kit;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

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

    /** One button. @param id of its node @param lacks what must be done before it can be given; empty when nothing */
    public record Answer(String id, String words, Kind kind, Runnable then, ObservableValue<String> lacks) {
        /** One that can be given at once. */
        public Answer(String id, String words, Kind kind, Runnable then) {
            this(id, words, kind, then, new ReadOnlyStringWrapper(""));
        }
    }

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
