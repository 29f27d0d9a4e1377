package org.filmwright.drill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the ledger of a shop with what a worker at rest says of its project. */
final class PaidAudit {
    private static final String CURRENCY = " USD";
    private static final List<String> OPEN = List.of("INTENT", "SENT", "ACCEPTED", "UNKNOWN");
    private final List<ShopBook.Bill> bills;
    private final PaidStanding standing;
    private final boolean ended;
    private final Map<String, Long> seeds;
    private final List<String> broken = new ArrayList<>();

    private PaidAudit(List<ShopBook.Bill> bills, PaidStanding standing, boolean ended) {
        this.bills = bills;
        this.ended = ended;
        this.standing = standing;
        this.seeds = standing.wants()
                .stream()
                .collect(Collectors.toMap(PaidStanding.Want::step,
                        PaidStanding.Want::seed));
    }

    /**
     * The promises that do not hold, a sentence each.
     *
     * @param ended whether the person has answered everything: a step in which the process died too often is failed until it
     *        is tried again, and what it paid for is a take only then
     */
    static List<String> broken(List<ShopBook.Bill> bills, PaidStanding standing, boolean ended) {
        PaidAudit audit = new PaidAudit(bills, standing, ended);
        audit.claims();
        standing.wants().forEach(audit::want);
        bills.stream()
                .filter(bill -> !audit.seeds.containsValue(bill.seed()))
                .forEach(bill -> audit.broken.add(
                        bill.job() + " was taken for a picture that nobody ordered."));
        audit.money();
        return audit.broken;
    }

    /** A job belongs to one call. */
    private void claims() {
        Map<String, List<PaidStanding.Call>> byJob = standing.calls()
                .stream()
                .filter(call -> !call.job().isEmpty())
                .collect(Collectors.groupingBy(PaidStanding.Call::job));
        byJob.forEach((job, calls) -> {
            if (calls.size() > 1) {
                broken.add(job + " is claimed by " + calls.size() + " calls.");
            }
            if (bills.stream().noneMatch(bill -> bill.job().equals(job))) {
                broken.add(job + " is in our ledger, and the shop does not know it.");
            }
        });
    }

    private void want(PaidStanding.Want want) {
        List<PaidStanding.Call> calls = standing.calls()
                .stream()
                .filter(call -> call.step().equals(want.step()))
                .toList();
        long charged = bills.stream().filter(bill -> bill.seed() == want.seed() && bill.charged()).count();
        long paid = count(calls, "SUCCEEDED");
        long open = calls.stream().filter(call -> OPEN.contains(call.state())).count();
        long lost = count(calls, "WRITTEN_OFF");
        String name = "Picture " + want.seed();
        require(charged <= paid + open + lost, name + " was charged " + charged + " times, and we know of " + paid
                + " paid calls and " + (open + lost) + " that may be.");
        require(charged <= 1 + lost, name + " was charged " + charged + " times with " + lost + " decisions.");
        require(paid <= charged, name + " is paid in our ledger, and the shop charged nothing.");
        boolean later = want.state().equals("FAILED") && !ended;
        require(paid == 0 || later || want.state().equals("SUCCEEDED") && want.whole(), name
                + " is paid, and its take is not there: " + want.state() + ".");
        require(!want.state().equals("SUCCEEDED") || paid == 1 && want.whole(), name + " is done with " + paid
                + " paid calls" + (want.whole() ? "." : ", without a whole take."));
        require(count(calls, "UNKNOWN") == 0 || want.asked() || later, name
                + " may be charged, and nobody is asked.");
        boolean resting = want.asked() || want.state().equals("SUCCEEDED") || want.state().equals("FAILED");
        require(resting, name + " was left " + want.state() + ".");
        calls.stream()
                .filter(call -> OPEN.contains(call.state()) && !call.state().equals("UNKNOWN"))
                .filter(_ -> !later)
                .forEach(call -> broken.add(name + " has a call that was left " + call.state() + "."));
    }

    private static long count(List<PaidStanding.Call> calls, String state) {
        return calls.stream().filter(call -> call.state().equals(state)).count();
    }

    /** What is known as paid costs what the shop billed for it; the total is the sum of the calls. */
    private void money() {
        BigDecimal counted = standing.calls()
                .stream()
                .map(call -> amount(call.counted()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        require(counted.compareTo(amount(standing.spent())) == 0, "The calls add up to " + counted + ", the total says "
                + standing.spent() + ".");
        Map<String, ShopBook.Bill> byJob = bills.stream()
                .collect(Collectors.toMap(ShopBook.Bill::job, Function
                        .identity()));
        standing.calls()
                .stream()
                .filter(call -> call.state().equals("SUCCEEDED") && byJob.containsKey(call.job()))
                .filter(call -> amount(call.counted()).compareTo(byJob.get(call.job()).price()) != 0)
                .forEach(call -> broken.add(call.job() + " costs " + byJob.get(call.job()).price() + ", and we count "
                        + call.counted() + "."));
        require(counted.compareTo(billed(bills)) >= 0, "The shop billed " + billed(bills)
                + ", and we count only " + counted + ".");
    }

    static BigDecimal billed(List<ShopBook.Bill> bills) {
        return bills.stream().map(ShopBook.Bill::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(String money) {
        return money.isEmpty() ? BigDecimal.ZERO : new BigDecimal(money.replace(CURRENCY, ""));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }
}
