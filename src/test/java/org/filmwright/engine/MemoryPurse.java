package org.filmwright.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.filmwright.base.Money;

/** The rows about money as maps. */
final class MemoryPurse implements SpendTx {
    private final Map<String, PaidCall> calls = new LinkedHashMap<>();
    private final List<Cap> caps = new ArrayList<>();
    private final Map<String, Money> totals = new HashMap<>();
    private final Map<StepId, Hold> holds = new LinkedHashMap<>();

    MemoryPurse copy() {
        MemoryPurse copy = new MemoryPurse();
        copy.calls.putAll(calls);
        copy.caps.addAll(caps);
        copy.totals.putAll(totals);
        copy.holds.putAll(holds);
        return copy;
    }

    @Override
    public Optional<PaidCall> call(String key) {
        return Optional.ofNullable(calls.get(key));
    }

    @Override
    public List<PaidCall> calls(StepId step) {
        return those(call -> call.buyer().step().equals(step));
    }

    @Override
    public List<PaidCall> calls() {
        return those(call -> true);
    }

    @Override
    public List<Cap> caps() {
        return caps.stream().sorted(Comparator.comparing(Cap::scope)).toList();
    }

    @Override
    public Money total(Cap.Bucket bucket, Currency currency) {
        return totals.getOrDefault(bucket + " " + currency, Money.zero(currency));
    }

    @Override
    public Optional<Hold> hold(StepId step) {
        return Optional.ofNullable(holds.get(step));
    }

    @Override
    public List<StepId> held(String subject) {
        return holds.entrySet()
                .stream()
                .filter(entry -> entry.getValue().subject().equals(subject))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Map<StepId, Hold> holds() {
        return new LinkedHashMap<>(holds);
    }

    @Override
    public List<Cost> costs(Cost.By by) {
        Map<String, List<PaidCall>> groups = calls.values()
                .stream()
                .collect(Collectors.groupingBy(call -> on(by, call) + "\n" + currency(call)));
        return groups.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> {
            PaidCall any = entry.getValue().getFirst();
            return cost(on(by, any), Currency.getInstance(currency(any)), entry.getValue());
        }).toList();
    }

    @Override
    public void insert(PaidCall call) {
        calls.put(call.key(), call);
    }

    @Override
    public void update(PaidCall call) {
        calls.put(call.key(), call);
    }

    @Override
    public void add(Cap.Bucket bucket, Money amount) {
        totals.merge(bucket + " " + amount.currency(), amount, Money::plus);
    }

    @Override
    public void cap(Cap cap) {
        caps.removeIf(cap::replaces);
        caps.add(cap);
    }

    @Override
    public void hold(StepId step, Hold hold) {
        holds.remove(step);
        holds.put(step, hold);
    }

    @Override
    public void release(StepId step) {
        holds.remove(step);
    }

    private List<PaidCall> those(Predicate<PaidCall> which) {
        return calls.values().stream().filter(which).toList();
    }

    private static String on(Cost.By by, PaidCall call) {
        return switch (by) {
            case PROVIDER -> call.purchase().provider();
            case SCENE -> call.purchase().purpose().scene();
            case SHOT -> call.purchase().purpose().shot();
            case DAY -> call.buyer().day().toString();
            case RUN -> call.buyer().run().value();
        };
    }

    private static String currency(PaidCall call) {
        return call.counted().map(money -> money.currency().getCurrencyCode()).orElse("XXX");
    }

    private static Cost cost(String on, Currency currency, List<PaidCall> those) {
        boolean unpriced = currency.getCurrencyCode().equals("XXX");
        Predicate<PaidCall> unclear = call -> call.state() == PaidCall.State.UNKNOWN
                || call.state() == PaidCall.State.WRITTEN_OFF;
        Predicate<PaidCall> charged = unclear.negate().and(PaidCall::over);
        return new Cost(on, those.size(), sum(currency, those, call -> true, call -> call.purchase().estimate()),
                sum(currency, those, charged, PaidCall::counted),
                sum(currency, those, charged.negate(), PaidCall::counted),
                (int) those.stream().filter(unclear).count(), unpriced ? those.size() : 0);
    }

    private static Money sum(Currency currency, List<PaidCall> those, Predicate<PaidCall> which,
            Function<PaidCall, Optional<Money>> price) {
        return those.stream()
                .filter(which)
                .flatMap(call -> price.apply(call).stream())
                .filter(money -> money.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }
}
