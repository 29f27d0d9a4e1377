package org.filmwright.drill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The person of a drill: looks into the shop's list where an answer was lost, and attaches the job, buys again or gives up.
 * What failed because the process died in it too often is tried again.
 */
final class PaidPerson {
    private static final Set<String> BEGUN = Set.of("INTENT", "SENT", "UNKNOWN", "ACCEPTED", "SUCCEEDED");
    private final SplittableRandom random;
    private final Set<String> asked = new HashSet<>();
    private int attached;
    private int boughtAgain;
    private int givenUp;
    private int tried;

    PaidPerson(SplittableRandom random) {
        this.random = random;
    }

    PaidProof.Person told() {
        return new PaidProof.Person(asked.size(), attached, boughtAgain, givenUp, tried);
    }

    /** What is said to the worker, an order each. */
    List<String> answers(PaidStanding standing, List<ShopBook.Bill> bills) {
        List<String> orders = new ArrayList<>();
        for (PaidStanding.Want want : standing.wants()) {
            List<PaidStanding.Call> calls = standing.calls()
                    .stream()
                    .filter(call -> call.step().equals(want.step()))
                    .toList();
            if (want.asked()) {
                asked.add(calls.getLast().key());
                orders.add("decide " + want.step() + " " + choice(want, standing, bills));
            } else if (want.state().equals("FAILED") && BEGUN.contains(calls.getLast().state())) {
                tried++;
                orders.add("retry " + want.step());
            }
        }
        return orders;
    }

    /** An answer without a job in it (Gemini's) cannot be attached. */
    private String choice(PaidStanding.Want want, PaidStanding standing, List<ShopBook.Bill> bills) {
        Set<String> claimed = standing.calls().stream().map(PaidStanding.Call::job).collect(Collectors.toSet());
        Optional<String> job = bills.stream()
                .filter(bill -> bill.seed() == want.seed() && bill.provider().equals("replicate"))
                .map(ShopBook.Bill::job)
                .filter(each -> !claimed.contains(each))
                .findFirst();
        if (job.isPresent() && random.nextInt(3) > 0) {
            attached++;
            return "attach " + job.get();
        }
        boolean again = random.nextInt(3) > 0;
        boughtAgain += again ? 1 : 0;
        givenUp += again ? 0 : 1;
        return again ? "retry" : "drop";
    }
}
