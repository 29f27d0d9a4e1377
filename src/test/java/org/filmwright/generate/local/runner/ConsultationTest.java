package org.filmwright.generate.local.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Companion.Answer;
import org.filmwright.generate.local.Companion.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the studio does when a companion's process dies, hangs or is full. */
@Timeout(60)
class ConsultationTest extends RunnerStage {
    private static void answer(ScriptedChild child, Ask.Consult ask) {
        ask.question().file().ifPresent(ScriptedChild::write);
        child.say(new Reply.Progressed(ask.id(), 0.5, "tile 1 of 2"));
        child.say(new Reply.Answered(ask.id(), ask.question()
                .file()
                .<Answer>map(Answer.Drawn::new)
                .orElseGet(() -> new Answer.Vectors(List.of(new float[]{0.6f, -0.8f})))));
    }

    /** The first process does something else when it is asked; those after it answer. */
    private static ScriptedChild.Nursery first(BiConsumer<ScriptedChild, Ask.Consult> instead) {
        return children((child, ask) -> {
            switch (ask) {
                case Ask.Consult consult when child.pid() == 1 -> instead.accept(child, consult);
                case Ask.Consult consult -> answer(child, consult);
                default -> ScriptedChild.paint(child, ask);
            }
        });
    }

    private Outcome<Answer> enlarge(Runner runner) {
        return runner.consult(folder.resolve("up"), new Question.Enlarge(Path.of("/p.png"), to()), Progress.NONE);
    }

    private static List<Ask.Consult> asked(ScriptedChild child) {
        return child.heard.stream().filter(Ask.Consult.class::isInstance).map(Ask.Consult.class::cast).toList();
    }

    private static Answer value(Outcome<Answer> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure);
        });
    }

    private static Failure failed(Outcome<Answer> outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).failure() instanceof Failure failure ? failure : null;
    }

    @Test
    void anAnswerComesWithItsFileInItsPlaceAndNothingElse() throws IOException {
        ScriptedChild.Nursery nursery = first(ConsultationTest::answer);
        try (Runner runner = runner(nursery)) {
            assertEquals(new Answer.Drawn(to()), value(enlarge(runner)));
            assertEquals(List.of("p.png"), files());
            Ask.Consult ask = asked(nursery.child(1)).getFirst();
            assertEquals(new Loader.Setup(folder.resolve("up"), "cpu", false), ask.setup());
            assertTrue(
                    ask.question().file().orElseThrow().getParent().getFileName().toString().startsWith(".painting"));
        }
    }

    @Test
    void numbersComeAsTheyWere() {
        try (Runner runner = runner(first(ConsultationTest::answer))) {
            Answer.Vectors read = assertInstanceOf(Answer.Vectors.class, value(runner.consult(folder.resolve("mini"),
                    new Question.Understand(List.of("a „sea“")), Progress.NONE)));
            assertEquals(0.6f, read.vectors().getFirst()[0]);
            assertEquals(-0.8f, read.vectors().getFirst()[1]);
        }
    }

    @Test
    void aProcessThatDiesIsReplacedAndTheQuestionAskedOnceMoreOnTheProcessor() throws IOException {
        ScriptedChild.Nursery nursery = first((child, ask) -> {
            ask.question().file().ifPresent(ScriptedChild::write);
            child.die(137);
        });
        try (Runner runner = runner(nursery)) {
            value(enlarge(runner));
            assertTrue(asked(nursery.child(2)).getFirst().setup().frugal());
            assertEquals(List.of("p.png"), files());
            value(enlarge(runner));
            assertTrue(asked(nursery.child(2)).getLast().setup().frugal(), "what was too large is not tried so again");
            assertEquals(2, nursery.children.size());
        }
    }

    @Test
    void whatDiesTwiceFailsForGoodAndPicturesArePaintedAfterIt() throws IOException {
        ScriptedChild.Nursery nursery = children((child, ask) -> {
            if (ask instanceof Ask.Consult) {
                child.die(139);
            } else {
                ScriptedChild.paint(child, ask);
            }
        });
        try (Runner runner = runner(nursery)) {
            Failure.Misconfigured crash = assertInstanceOf(Failure.Misconfigured.class, failed(enlarge(runner)));
            assertTrue(crash.what().startsWith("The process of up crashed in native code (exit code 139)"), crash
                    .what());
            assertEquals(List.of(), files());
            ok(paint(runner, "a boat"));
        }
    }

    @Test
    void aCardThatIsFullSendsTheQuestionToTheProcessor() {
        ScriptedChild.Nursery nursery = first((child, ask) -> child.say(new Reply.Failed(ask.id(),
                new Failure.Exhausted("memory", "There was not enough memory."))));
        try (Runner runner = runner(nursery)) {
            value(enlarge(runner));
            assertTrue(asked(nursery.child(2)).getFirst().setup().frugal());
            assertTrue(nursery.child(1).isDead());
        }
    }

    @Test
    void aProcessThatGivesNoSignOfLifeIsReplaced() {
        ScriptedChild.Nursery nursery = new ScriptedChild.Nursery((child, ask) -> {
            if (ask instanceof Ask.Consult consult && child.pid() == 1) {
                hurried.hurry = true;
            } else if (ask instanceof Ask.Consult consult) {
                answer(child, consult);
            }
        }) {
            @Override
            public Starter.Child start() throws IOException {
                hurried.hurry = false;
                return super.start();
            }
        };
        Limits limits = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(600), Duration.ofSeconds(2), Duration
                .ofMinutes(5), 50);
        try (Runner runner = new Runner("cpu", nursery, limits, hurried)) {
            value(enlarge(runner));
            assertTrue(nursery.child(1).isDead());
        }
    }

    @Test
    void aRefusalIsHandedOnAndNotTriedAgain() throws IOException {
        Failure why = new Failure.Refused("p.png is damaged.", "Export it again.");
        ScriptedChild.Nursery nursery = first((child, ask) -> child.say(new Reply.Failed(ask.id(), why)));
        try (Runner runner = runner(nursery)) {
            assertEquals(why, failed(enlarge(runner)));
            assertEquals(1, asked(nursery.child(1)).size());
            assertEquals(List.of(), files());
        }
    }
}
