package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Companion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks companions in a process of models. A question over which it dies is asked once more, of one that computes on the
 * processor, in a new process; if that dies as well, the question fails for good.
 */
final class Consultation {
    private static final Logger LOG = LoggerFactory.getLogger(Consultation.class);
    private final String device;
    private final Process process;
    private final Set<Path> tooLarge = new HashSet<>();

    /** What the runner keeps. */
    interface Process {
        /** The one there is, or a new one. */
        Outcome<Session> session();

        /** Work with it is over, in whatever way. */
        void tidy(Session at);

        boolean isClosed();
    }

    Consultation(String device, Process process) {
        this.device = device;
        this.process = process;
    }

    /** A process that has rested may find more memory than the last. */
    void forget() {
        tooLarge.clear();
    }

    Outcome<Companion.Answer> of(Path companion, Companion.Question question, Progress progress) {
        boolean frugal = tooLarge.contains(companion);
        return switch (attempt(new Loader.Setup(companion, device, frugal), question, progress)) {
            case Exchange.End.Died(Death first) when !frugal -> again(companion, question, first, progress);
            case Exchange.End end -> outcome(end, companion);
        };
    }

    private Outcome<Companion.Answer> again(Path companion, Companion.Question question, Death first,
            Progress progress) {
        LOG.warn("{} is asked once more, on the processor: the process {}.", companion.getFileName(), first.why());
        progress.report(0, "once more, with less memory");
        Exchange.End end = attempt(new Loader.Setup(companion, device, true), question, progress);
        if (end instanceof Exchange.End.Answered && first.cause() == Death.Cause.MEMORY) {
            tooLarge.add(companion);
        }
        return outcome(end, companion);
    }

    private static Outcome<Companion.Answer> outcome(Exchange.End end, Path companion) {
        return switch (end) {
            case Exchange.End.Answered(Reply.Answered reply) -> Outcome.ok(reply.answer());
            case Exchange.End.Failed(Failure failure) -> Outcome.failed(failure);
            case Exchange.End.Died(Death death) -> Outcome.failed(Parked.after(death, companion));
            case Exchange.End.Loaded _,Exchange.End.Done _ -> throw new IllegalStateException(
                    "A question was answered with " + end + ".");
        };
    }

    private Exchange.End attempt(Loader.Setup setup, Companion.Question question, Progress progress) {
        progress.checkCancelled();
        return switch (process.session()) {
            case Outcome.Failed<Session>(Failure failure) -> new Exchange.End.Failed(failure);
            case Outcome.Ok<Session>(Session at) -> {
                try {
                    yield read(asked(at, setup, question, progress));
                } catch (IOException e) {
                    yield new Exchange.End.Failed(new Failure.Exhausted("disk", "What was made could not be put into "
                            + question.file().map(Path::getParent).orElseThrow() + ": " + e.getMessage()
                            + ". Nothing half-written was kept. Make room or choose another folder."));
                } finally {
                    process.tidy(at);
                }
            }
        };
    }

    private static Exchange.End asked(Session at, Loader.Setup setup, Companion.Question question, Progress progress)
            throws IOException {
        if (question.file().isEmpty()) {
            return at.consult(setup, question, progress);
        }
        try (Draft draft = Draft.of(question.file().get())) {
            Exchange.End end = at.consult(setup, question.into(draft.hidden()), progress);
            if (end instanceof Exchange.End.Answered(Reply.Answered reply)) {
                draft.publish(draft.hidden());
                return new Exchange.End.Answered(new Reply.Answered(reply.id(), new Companion.Answer.Drawn(draft
                        .place())));
            }
            return end;
        }
    }

    /** A process that says its memory is full is as good as dead; one that was ended with the studio has not failed. */
    private Exchange.End read(Exchange.End end) {
        return switch (end) {
            case Exchange.End.Failed(Failure.Exhausted(String resource, String what)) when resource.equals(
                    "memory") -> new Exchange.End.Died(new Death(Death.Cause.MEMORY, "had too little memory: " + what));
            case Exchange.End.Died _ when process.isClosed() -> new Exchange.End.Failed(Parked.closed());
            case Exchange.End.Failed _,Exchange.End.Died _,Exchange.End.Answered _ -> end;
            case Exchange.End.Loaded _,Exchange.End.Done _ -> end;
        };
    }
}
