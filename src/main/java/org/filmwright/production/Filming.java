package org.filmwright.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepResult;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;

/**
 * Which of those elsewhere film a shot, in which order: who was chosen, then one other who can do the same for no more, and
 * nobody else; after them the camera films it here (decision 0103). An order of which nobody knows whether it arrived, a cap
 * and an outage are waited for, and never passed on.
 */
record Filming(Generators generators, String chosen, StepContext context) {
    /** What came of asking them. @param result of one who films or has to be waited for; none where the camera films */
    record Asked(Optional<StepResult> result, String why) {}

    /** One of them is asked. */
    interface Order {
        /** @param why somebody else was not; empty where this one was chosen */
        StepResult place(RemoteGenerator maker, String why);
    }

    /** @param request as it would be sent, to compare prices */
    Asked asked(Request request, Order order) {
        String why = generators.find(chosen).isPresent() ? refusal() : chosen + " is not here any more.";
        for (RemoteGenerator maker : makers(request)) {
            StepResult result = order.place(maker, maker.describe().id().equals(chosen) ? "" : why);
            Optional<Failure> passed = passed(result);
            if (passed.isEmpty()) {
                return new Asked(Optional.of(result), why);
            }
            why = passed.get().what();
            if (passed.get() instanceof Failure.Exhausted || wasTaken()) {
                break;
            }
        }
        return new Asked(Optional.empty(), why);
    }

    /** Where a job is under way that was ordered of one of them, with that one. */
    private List<RemoteGenerator> makers(Request request) {
        List<RemoteGenerator> makers = new ArrayList<>();
        remote(chosen).ifPresent(makers::add);
        generators.filmers()
                .stream()
                .filter(id -> !id.equals(chosen))
                .flatMap(id -> remote(id).stream())
                .filter(other -> isPayable(other, request))
                .findFirst()
                .ifPresent(makers::add);
        return last().filter(call -> !call.over())
                .flatMap(call -> makers.stream().filter(maker -> isOf(maker, call, request)).findFirst())
                .map(maker -> makers.subList(makers.indexOf(maker), makers.size()))
                .orElse(makers);
    }

    private Optional<RemoteGenerator> remote(String id) {
        return generators.find(id).filter(RemoteGenerator.class::isInstance).map(RemoteGenerator.class::cast);
    }

    private static boolean isOf(RemoteGenerator maker, PaidCall call, Request request) {
        RemoteGenerator.Terms terms = maker.terms(request);
        return terms.provider().equals(call.purchase().provider()) && terms.model().equals(call.purchase().model());
    }

    /** Nobody pays more than they chose to, or what nobody knows, for somebody whom they did not choose. */
    private boolean isPayable(RemoteGenerator other, Request request) {
        Optional<Money> usual = remote(chosen).flatMap(maker -> maker.terms(request).price());
        return other.terms(request)
                .price()
                .filter(price -> price.nothing() || usual.filter(most -> price.currency().equals(most.currency())
                        && price.compareTo(most) <= 0).isPresent())
                .isPresent();
    }

    private Optional<PaidCall> last() {
        return context.calls().stream().reduce((older, newer) -> newer);
    }

    /** Why an order of this step came to nothing before; empty where none did. */
    private String refusal() {
        return context.calls()
                .stream()
                .filter(call -> call.state() == PaidCall.State.FAILED)
                .flatMap(call -> call.closing().stream())
                .reduce((older, newer) -> newer)
                .map(PaidCall.Closing::why)
                .orElse("");
    }

    /** Why somebody else may film it instead; nothing where it was filmed, or has to be waited for. */
    private Optional<Failure> passed(StepResult result) {
        boolean open = last().filter(call -> call.state() != PaidCall.State.FAILED).isPresent();
        return result instanceof StepResult.Failed(Failure failure) && !open && isTheirs(failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    private static boolean isTheirs(Failure failure) {
        return switch (failure) {
            case Failure.Refused _,Failure.Misconfigured _ -> true;
            case Failure.Exhausted used -> used.resource().equals("credit") || used.resource().equals("quota");
            case Failure.Transient _,Failure.Ambiguous _,Failure.Bug _ -> false;
        };
    }

    /** What they took and then made nothing of may have been charged: no other is paid for the same. */
    private boolean wasTaken() {
        return last().flatMap(call -> call.remote().job()).isPresent();
    }
}
