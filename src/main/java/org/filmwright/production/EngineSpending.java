package org.filmwright.production;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Cap;
import org.filmwright.engine.Cost;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.PaidCall;

/** The engine's ledger of paid calls, as the studio shows it. */
record EngineSpending(EngineApi engine) implements Spending {
    @Override
    public List<Line> by(By by) {
        Cost.By key = switch (by) {
            case SCENE -> Cost.By.SCENE;
            case PROVIDER -> Cost.By.PROVIDER;
            case DAY -> Cost.By.DAY;
        };
        return engine.spending()
                .costs(key)
                .stream()
                .map(cost -> new Line(cost.on(), cost.calls(), cost.charged(), cost.open(), cost.unpriced()))
                .toList();
    }

    @Override
    public Map<String, Price> byJob() {
        Map<String, Price> prices = new HashMap<>();
        engine.spending()
                .calls()
                .forEach(call -> call.counted()
                        .ifPresent(amount -> prices.merge(call.buyer().step().value(), new Price(amount, call.closing()
                                .flatMap(PaidCall.Closing::charged)
                                .isPresent()), Price::plus)));
        return prices;
    }

    @Override
    public List<Limit> limits() {
        return Stream.concat(engine.spending()
                .standings()
                .stream()
                .flatMap(each -> scope(each.cap().scope())
                        .map(scope -> new Limit(scope, each.cap().limit(), each.spent()))
                        .stream()),
                each().stream()).toList();
    }

    /** Of each shot or provider by itself, nothing is added up here. */
    private List<Limit> each() {
        return engine.spending()
                .caps()
                .stream()
                .filter(cap -> cap.of().isBlank()
                        && (cap.scope() == Cap.Scope.SHOT || cap.scope() == Cap.Scope.PROVIDER))
                .map(cap -> new Limit(cap.scope() == Cap.Scope.SHOT ? Scope.SHOT : Scope.PROVIDER, cap.limit(),
                        Money.zero(cap.limit().currency())))
                .toList();
    }

    @Override
    public List<Alarm> alarms() {
        return engine.spending()
                .calls()
                .reversed()
                .stream()
                .filter(PaidCall::alarming)
                .map(call -> new Alarm(on(call), call.purchase().estimate().orElseThrow(),
                        call.counted().orElseThrow(), call.buyer().step().value()))
                .toList();
    }

    private static String on(PaidCall call) {
        String shot = call.purchase().purpose().shot();
        return call.purchase().provider() + (shot.isBlank() ? "" : " (" + shot + ")");
    }

    @Override
    public Outcome<Path> export(Path folder) {
        return CallTable.write(engine.spending().calls(), folder.resolve("costs-" + LocalDate.now() + ".csv"));
    }

    @Override
    public Outcome<Limit> limit(Scope scope, Money limit) {
        Cap cap = new Cap(switch (scope) {
            case DAY -> Cap.Scope.DAY;
            case MONTH -> Cap.Scope.MONTH;
            case PROJECT -> Cap.Scope.PROJECT;
            case SHOT -> Cap.Scope.SHOT;
            case PROVIDER -> Cap.Scope.PROVIDER;
        }, "", limit);
        return engine.spending()
                .cap(cap, System.getProperty("user.name"))
                .then(_ -> Outcome.ok(new Limit(scope, limit, Money.zero(limit.currency()))));
    }

    private static Optional<Scope> scope(Cap.Scope scope) {
        return switch (scope) {
            case DAY -> Optional.of(Scope.DAY);
            case MONTH -> Optional.of(Scope.MONTH);
            case PROJECT -> Optional.of(Scope.PROJECT);
            case SHOT, PROVIDER -> Optional.empty();
        };
    }
}
