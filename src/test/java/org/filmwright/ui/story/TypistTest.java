package org.filmwright.ui.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.filmwright.story.ScriptEdit;
import org.junit.jupiter.api.Test;

/** What of the typing is one step of undo. */
final class TypistTest {
    private final Typist typist = new Typist(() -> 0);

    @Test
    void typing_over_a_selection_is_one_step_with_the_letters_that_follow() {
        typist.type(new ScriptEdit(10, "the old words", "n"));
        typist.type(new ScriptEdit(11, "", "e"));
        typist.type(new ScriptEdit(12, "", "w"));
        assertEquals(1, typist.take().size());
    }

    @Test
    void typing_after_erasing_is_a_step_of_its_own() {
        typist.type(new ScriptEdit(12, "x", ""));
        typist.type(new ScriptEdit(12, "", "y"));
        assertEquals(2, typist.take().size());
    }

    @Test
    void replacing_what_is_selected_while_typing_begins_a_step() {
        typist.type(new ScriptEdit(3, "", "a"));
        typist.type(new ScriptEdit(0, "bcd", "e"));
        List<Typist.Step> steps = typist.take();
        assertEquals(List.of(false, false), steps.stream().map(Typist.Step::joins).toList());
    }
}
