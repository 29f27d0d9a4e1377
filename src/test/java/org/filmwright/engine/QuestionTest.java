package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.engine.Question.Option;
import org.filmwright.engine.Question.Then;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static final Option ACCEPT = new Option("accept", "Accept", "", Then.SUCCEED, "{\"words\":\"redo\"}");
    private static final Option LOOP = new Option("back", "Back", "", Then.SUCCEED, "{\"then\":\"redo\"}");
    private static final Option HANDLER = Option.toHandler("again", "Again", "");

    private static boolean sentBack(Option taken) {
        Question asked = new Question("Good?", List.of(ACCEPT, LOOP, HANDLER));
        return new Returned(new StepId("s"), asked, new Choice(taken.choice(), "", "", Instant.EPOCH)).sentBack();
    }

    @Test
    void whetherAnAnswerSendsWorkBackIsToldByWhatItDoesAndNotByTheWordsOfAResult() {
        assertTrue(sentBack(LOOP));
        assertTrue(sentBack(HANDLER));
        assertFalse(sentBack(ACCEPT), "the result only says the word");
        assertEquals(2, Stream.of(ACCEPT, LOOP, HANDLER).filter(Option::sendsBack).count());
    }
}
