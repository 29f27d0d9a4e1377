package org.filmwright.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.filmwright.engine.flow.Texts;

/** What answers at gates come to, and which questions nobody answered in time. */
record Gates(LedgerTx tx) {
    /**
     * The output of a step whose question was answered: that of the option, or what the person wrote instead. A gate that
     * is about another step puts out the choice and, as {@code about}, the result that counts.
     */
    String output(Step asking, Question question, Question.Option option, Choice choice) {
        String plain = choice.edited().orElse(option.output());
        return question.about()
                .flatMap(path -> tx.step(asking.run(), path))
                .map(subject -> {
                    ObjectNode output = (ObjectNode) Texts.tree(option.output());
                    output.put("comment", choice.comment());
                    output.set("about", Texts.tree(choice.edited().or(() -> subject.ending().output()).orElse("{}")));
                    return output.toString();
                })
                .orElse(plain);
    }

    /** Open questions that are due now. */
    List<OpenQuestion> late(Instant now) {
        return tx.questions()
                .stream()
                .filter(open -> open.dueAt().filter(due -> !due.isAfter(now)).isPresent())
                .toList();
    }
}
