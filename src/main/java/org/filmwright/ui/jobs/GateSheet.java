package org.filmwright.ui.jobs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import org.filmwright.base.Outcome;
import org.filmwright.production.Asked;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Areas;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Sheets;
import org.filmwright.ui.kit.Words;

/** A gate: what is asked, room for words of one's own, and the answers; one of them may be to write it oneself. */
final class GateSheet {
    private static final int COLUMNS = 60;
    private static final int READ = 14;
    private static final int SAID = 3;
    private static final int SHORT = 400;
    private final Sheets sheets;
    private final JobsModel model;
    private final Job job;
    private final Asked asked;
    private final Runnable then;
    private final TextArea words = area("gate-words", "gate.words", SAID);
    private final TextArea own = area("gate-own", "gate.own", READ);
    private final Label trouble = Labels.of("", "fw-trouble", "fw-caption");

    /** @param then what shows once it is answered */
    GateSheet(Sheets sheets, JobsModel model, Job job, Asked asked, Runnable then) {
        this.sheets = sheets;
        this.model = model;
        this.job = job;
        this.asked = asked;
        this.then = then;
        words.setPromptText(Words.of("gate.words"));
        own.setText(asked.result());
        trouble.setId("gate-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        Presence.when(trouble.textProperty().isNotEmpty(), trouble);
    }

    void open() {
        String whys = asked.answers()
                .stream()
                .map(answer -> Words.of("gate.why", "label", answer.label(), "why", answer.why()))
                .collect(Collectors.joining("\n"));
        List<Question.Answer> answers = IntStream.range(0, asked.answers().size())
                .mapToObj(i -> answer(asked.answers().get(i), i == 0))
                .toList();
        sheets.ask(new Question(Words.of("gate.title"), whys, answers), asked(), words);
        words.requestFocus();
    }

    /** A few lines stand there; what is long is scrolled. */
    private Region asked() {
        if (asked.words().length() < SHORT && asked.words().lines().count() <= SAID) {
            Label text = Labels.of(asked.words());
            text.setId("gate-text");
            text.setWrapText(true);
            return text;
        }
        TextArea text = area("gate-text", "gate.asked", READ);
        text.setText(asked.words());
        text.setEditable(false);
        return text;
    }

    private Question.Answer answer(Asked.Answer answer, boolean first) {
        Question.Kind kind = switch (answer.does()) {
            case STOP -> Question.Kind.DESTRUCTIVE;
            case GO_ON, AGAIN, EDIT -> first ? Question.Kind.PRIMARY : Question.Kind.PLAIN;
        };
        Runnable then = answer.does() == Asked.Does.EDIT ? () -> edit(answer, "") : () -> say(answer);
        return new Question.Answer("gate-" + answer.choice(), answer.label(), kind, then);
    }

    /** @param wrong why what was written last does not count; empty where nothing was */
    private void edit(Asked.Answer answer, String wrong) {
        trouble.setText(wrong);
        sheets.ask(new Question(answer.label(), answer.why(), List.of(
                new Question.Answer("gate-back", Words.of("gate.back"), Question.Kind.PLAIN, this::open),
                new Question.Answer("gate-use", Words.of("gate.use"), Question.Kind.PRIMARY, () -> use(answer)))),
                trouble, own);
        own.requestFocus();
    }

    private void say(Asked.Answer answer) {
        model.ask(queue -> queue.answer(job, answer.choice(), words.getText().strip(), Optional.empty()));
        then.run();
    }

    /** What is refused stays in its field, so that it can be mended. */
    private void use(Asked.Answer answer) {
        model.ask(queue -> queue.answer(job, answer.choice(), words.getText().strip(), Optional.of(own.getText())),
                said -> {
                    switch (said) {
                        case Outcome.Ok<Job> _ -> then.run();
                        case Outcome.Failed<Job>(var failure) -> edit(answer, Failures.words(failure));
                    }
                });
    }

    private static TextArea area(String id, String key, int rows) {
        TextArea area = Areas.wrapped(id, Words.of(key), rows);
        area.setPrefColumnCount(COLUMNS);
        return area;
    }
}
