package org.filmwright.ui.models;

import java.util.List;
import javafx.scene.control.TextArea;
import org.filmwright.ui.kit.Areas;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Sheets;
import org.filmwright.ui.kit.Words;

/** Shows the text of a licence, and has it accepted. */
final class LicenceSheet {
    private static final int ROWS = 16;

    private LicenceSheet() {}

    /** @param words what it is accepted for; @param answers as of a question */
    static void ask(Sheets sheets, String title, String words, String text, List<Question.Answer> answers) {
        sheets.ask(new Question(title, words, answers), area(text));
    }

    static void show(Sheets sheets, String title, String text) {
        sheets.show(title, area(text));
    }

    private static TextArea area(String text) {
        TextArea area = Areas.wrapped("licence-text", Words.of("models.licence.text"), ROWS);
        area.setText(text);
        area.setEditable(false);
        area.getStyleClass().add("fw-licence-text");
        return area;
    }
}
