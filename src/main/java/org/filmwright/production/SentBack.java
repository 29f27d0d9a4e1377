package org.filmwright.production;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.engine.Returned;
import org.filmwright.engine.StepContext;

/** What people said who wanted a step's work done again, as whoever does it reads it. */
final class SentBack {
    private SentBack() {}

    /** Each round: what was shown, and what was said of it. Nothing before the first one. */
    static Optional<String> notes(StepContext context) {
        Stream<String> atGates = context.sentBack().stream().map(SentBack::round);
        Stream<String> atItsOwnQuestion = context.answer()
                .filter(choice -> choice.choice().equals(AgentWork.REDO) && !choice.comment().isBlank())
                .map(choice -> "What was said of it: " + choice.comment())
                .stream();
        return Optional.of(Stream.concat(atGates, atItsOwnQuestion).collect(Collectors.joining("\n\n")))
                .filter(text -> !text.isEmpty());
    }

    private static String round(Returned returned) {
        String words = returned.choice().comment().isBlank()
                ? "It was sent back without a word."
                : "What was said of it: " + returned.choice().comment();
        return "The version before, as it was shown: " + returned.question().text() + "\n" + words;
    }
}
