package org.filmwright.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;

/** Steps that may not pay until a person has decided: one question a subject, however many steps wait for it. */
final class Holds {
    static final String RAISE = "raise";
    static final String WAIT = "wait";
    static final String RETRY = "retry";
    static final String ATTACH = "attach";
    static final String YES = "yes";
    private final StepMoves steps;
    private final SpendTx rows;

    Holds(StepMoves steps) {
        this.steps = steps;
        this.rows = steps.tx().spend();
    }

    /** Parks a running step; the first on its subject asks. */
    void hold(Step step, StepResult.Held held) {
        if (held.hold() instanceof Hold.OverCap over && !rows.caps().contains(over.cap())) {
            // Somebody raised it meanwhile.
            steps.move(step, step.putBack());
            return;
        }
        boolean alone = rows.held(held.hold().subject()).isEmpty();
        rows.hold(step.id(), held.hold());
        if (alone) {
            steps.ask(step, held.question());
        } else {
            steps.move(step, step.asking());
            steps.settle(step.run());
        }
    }

    /** The step does not wait any more; if it was the one that asked, the others try again, and one of them asks. */
    void forget(StepId step) {
        Optional<Hold> hold = rows.hold(step);
        hold.ifPresent(mine -> {
            List<StepId> line = rows.held(mine.subject());
            rows.release(step);
            if (line.getFirst().equals(step)) {
                line.stream().skip(1).forEach(this::tryAgain);
            }
        });
    }

    /** Applies the answer of a person to everybody who waits for it. */
    void decide(Step asking, Hold hold, Choice choice) {
        switch (hold) {
            case Hold.OverCap over -> decide(over, choice);
            case Hold.MayBeCharged charged -> decide(asking, charged, choice);
            case Hold.PriceUnknown price -> decide(price, choice);
        }
    }

    private void decide(Hold.OverCap over, Choice choice) {
        List<StepId> line = rows.held(over.subject());
        if (choice.choice().equals(RAISE)) {
            rows.cap(over.cap().raisedTo(over.raiseTo()));
        }
        for (StepId id : line) {
            rows.release(id);
            Step step = steps.tx().step(id).orElseThrow();
            switch (choice.choice()) {
                case RAISE -> steps.move(step, step.answered());
                case WAIT -> steps.move(step, step.waitsUntil(tomorrow(over), until(over, choice.at())));
                default -> steps.fail(step, dropped("It would have passed the cap of " + over.cap().limit()));
            }
        }
    }

    private void decide(Hold.PriceUnknown price, Choice choice) {
        for (StepId id : rows.held(price.subject())) {
            rows.release(id);
            Step step = steps.tx().step(id).orElseThrow();
            if (choice.choice().equals(YES)) {
                rows.hold(id, price.withYes());
                steps.move(step, step.answered());
            } else {
                steps.fail(step, dropped("The price was not known, and " + choice.by() + " said no"));
            }
        }
    }

    private void decide(Step asking, Hold.MayBeCharged charged, Choice choice) {
        rows.release(asking.id());
        PaidCall call = rows.call(charged.call()).orElseThrow();
        SpendMoves spend = new SpendMoves(steps);
        switch (choice.choice()) {
            case ATTACH -> {
                spend.change(call, call.accepted(choice.comment().strip(), choice.at()));
                steps.move(asking, asking.answered());
            }
            case RETRY -> {
                spend.change(call, writtenOff(call, "bought again", choice));
                steps.move(asking, asking.answered());
            }
            default -> {
                spend.change(call, writtenOff(call, "given up", choice));
                steps.fail(asking, dropped("Nobody could say whether it was charged"));
            }
        }
    }

    private static PaidCall writtenOff(PaidCall call, String what, Choice choice) {
        return call.closed(PaidCall.State.WRITTEN_OFF, new PaidCall.Closing(Optional.empty(), "{}", List.of(),
                what + " by " + choice.by(), choice.at()));
    }

    /** A cap was set anew: whoever waits for it asks again if it is still too low. */
    void tryAgain(Cap cap) {
        rows.holds().forEach((step, hold) -> {
            if (hold instanceof Hold.OverCap over && cap.replaces(over.cap())) {
                steps.tx().withdraw(step);
                tryAgain(step);
            }
        });
    }

    private void tryAgain(StepId id) {
        rows.release(id);
        steps.tx()
                .step(id)
                .filter(step -> step.state() == StepState.WAITING_DECISION)
                .ifPresent(step -> steps.move(step, step.answered()));
    }

    private static Failure tomorrow(Hold.OverCap over) {
        return new Failure.Transient("Waits because the cap of " + over.cap().limit() + " for this "
                + over.bucket().scope().name().toLowerCase(java.util.Locale.ROOT) + " is reached.",
                java.time.Duration.ZERO);
    }

    /** The start of the next day or month, a minute later, where the money is counted. */
    private static Instant until(Hold.OverCap over, Instant decided) {
        LocalDate next = over.bucket().scope() == Cap.Scope.MONTH
                ? YearMonth.parse(over.bucket().of()).plusMonths(1).atDay(1)
                : LocalDate.parse(over.bucket().of()).plusDays(1);
        Instant start = next.atStartOfDay(ZoneId.systemDefault()).toInstant().plusSeconds(60);
        return start.isAfter(decided) ? start : decided;
    }

    private static Failure dropped(String why) {
        return new Failure.Refused(why + "; it was dropped.", "Retry the step to be asked again.");
    }
}
