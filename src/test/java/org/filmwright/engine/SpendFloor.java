package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.filmwright.base.Digest;
import org.filmwright.base.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A shop, an engine that buys in it and is run by hand, and the words in which its contracts speak of money. */
public abstract class SpendFloor {
    static final Money PRICE = Money.of("0.04", "USD");
    static final Seller.Stop BILLED = new Seller.Stop(false, Optional.empty(), "It runs on and is charged.");

    @TempDir
    protected Path folder;

    final Map<String, StepHandler> handlers = new HashMap<>();
    final ScriptedSeller seller = new ScriptedSeller();
    Optional<Money> estimate = Optional.of(PRICE);
    /** What exactly is wanted of each shot. */
    String wish = "";
    ManualEngine desk;

    /** An empty ledger. */
    protected abstract Ledger ledger();

    /** Called after each test. */
    protected void closeLedger() {}

    @BeforeEach
    void open() {
        handlers.put("buy", this::buy);
        handlers.put("draw", context -> StepResult.done("{}"));
        desk = new ManualEngine(ledger(), handlers, folder.resolve("staging"));
    }

    StepResult buy(StepContext context) {
        Purchase.Purpose purpose = new Purchase.Purpose("1", context.input());
        Purchase purchase = new Purchase("acme", "flux", "image", Digest.of(context.input() + wish), estimate, purpose);
        return context.spend(purchase, seller, sold -> StepResult.done(sold.output()));
    }

    @AfterEach
    void totalsAndLogsTellWhatTheRowsSay() {
        for (Run run : desk.engine().runs()) {
            assertEquals(List.of(), EventFold.differences(desk.engine().events(run.id()), run,
                    desk.engine().steps(run.id())));
        }
        Money counted = calls().stream()
                .flatMap(call -> call.counted().stream())
                .reduce(Money.zero(PRICE.currency()),
                        Money::plus);
        assertEquals(counted, project());
        closeLedger();
    }

    static RunSpec shots(int count) {
        return new RunSpec("make", "film", "{}", IntStream.rangeClosed(1, count)
                .mapToObj(n -> StepSpec.task("shot/" + n, "buy", "cpu", "" + n, List.of()))
                .toList());
    }

    List<PaidCall> calls() {
        return desk.engine().spending().calls();
    }

    List<PaidCall.State> states() {
        return calls().stream().map(PaidCall::state).toList();
    }

    Money project() {
        Cap cap = new Cap(Cap.Scope.PROJECT, "", Money.of("1000", "USD"));
        ManualEngine.value(desk.engine().spending().cap(cap, "ann"));
        return desk.engine()
                .spending()
                .standings()
                .stream()
                .filter(each -> each.cap().equals(cap))
                .findFirst()
                .orElseThrow()
                .spent();
    }

    void cap(Cap.Scope scope, String limit) {
        ManualEngine.value(desk.engine().spending().cap(new Cap(scope, "", Money.of(limit, "USD")), "ann"));
    }

    void decide(String word, String comment) {
        OpenQuestion open = desk.engine().questions().getFirst();
        ManualEngine.value(desk.engine()
                .decide(open.step(), new Choice(word, comment, "ann",
                        desk.clock().instant())));
        desk.crew().runAll();
    }

    StepState state(int shot) {
        return desk.step(RunId.ofKey("film"), "shot/" + shot).state();
    }

    Run run() {
        return desk.engine().run(RunId.ofKey("film")).orElseThrow();
    }
}
