package org.filmwright.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Money;
import org.filmwright.base.TakeId;
import org.filmwright.engine.Cap;
import org.filmwright.engine.Event;
import org.filmwright.engine.EventFold;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.store.Finding;

/** Compares what was acknowledged, what the provider charged, and what the project holds after a drill. */
final class CrashAudit {
    private final DrillBatch batch;
    private final List<String> acknowledged;
    private final List<ScriptedProvider.Charge> charges;
    private final Map<String, PaidCall> calls;
    private final List<String> broken = new ArrayList<>();

    CrashAudit(DrillBatch batch, List<String> acknowledged, List<ScriptedProvider.Charge> charges) {
        this.batch = batch;
        this.acknowledged = List.copyOf(acknowledged);
        this.charges = charges;
        this.calls = batch.engine()
                .spending()
                .calls()
                .stream()
                .collect(Collectors.toMap(PaidCall::key, Function.identity(), (a, b) -> {
                    throw new IllegalStateException("Two calls have one key: " + a.key());
                }, LinkedHashMap::new));
    }

    /** What the drill itself knows. */
    record Told(long seed, int kills, int providerKills, int callsKilled, double seconds) {}

    CrashProof proof(Told told) {
        CrashProof.Facts facts = facts();
        CrashProof.Work work = work();
        CrashProof.Ledgers ledgers = ledgers();
        batch.project()
                .check()
                .stream()
                .filter(finding -> finding.kind() != Finding.Kind.ORPHAN_FILE)
                .forEach(finding -> broken.add(finding.where() + ": " + finding.sentence()));
        return new CrashProof(told.seed, told.kills, told.providerKills, told.callsKilled, told.seconds, facts, work,
                ledgers, broken);
    }

    private CrashProof.Facts facts() {
        Set<TakeId> verdicts = batch.project().verdicts().all().keySet();
        Set<String> seen = new HashSet<>();
        int found = 0;
        for (String fact : acknowledged) {
            String[] words = fact.split(" ");
            boolean there = switch (words[1]) {
                case "started" -> batch.engine().run(new RunId(words[2])).isPresent();
                case "verdict" -> verdicts.contains(new TakeId(words[2]));
                case "paid" -> paid(words[2]);
                // A decision that got lost would be asked for again under the same number.
                default -> seen.add(fact);
            };
            found += there ? 1 : 0;
            if (!there) {
                broken.add("Acknowledged, and not there: " + fact.substring("fact ".length()) + ".");
            }
        }
        return new CrashProof.Facts(acknowledged.size(), found);
    }

    private boolean paid(String key) {
        PaidCall call = calls.get(key);
        return call != null && call.state() == PaidCall.State.SUCCEEDED && call.closing()
                .orElseThrow()
                .artifacts()
                .stream()
                .allMatch(this::isThere);
    }

    private boolean isThere(MediaRef media) {
        return Files.isRegularFile(batch.project().vault().file(media));
    }

    private CrashProof.Work work() {
        List<Run> runs = batch.engine().runs();
        int steps = 0;
        int starts = 0;
        int twice = 0;
        for (Run run : runs) {
            List<Step> rows = batch.engine().steps(run.id());
            List<Event> log = batch.engine().events(run.id());
            broken.addAll(EventFold.differences(log, run, rows));
            if (run.state() != RunState.SUCCEEDED) {
                broken.add("A batch was left " + run.state() + ".");
            }
            steps += rows.size();
            starts += (int) log.stream().filter(event -> event.type().equals("step.running")).count();
            twice += twice(log);
        }
        if (twice > 0) {
            broken.add(twice + " steps succeeded twice.");
        }
        return new CrashProof.Work(runs.size(), steps, starts - steps, twice, files(), orphans());
    }

    private static int twice(List<Event> log) {
        Map<String, Long> successes = log.stream()
                .filter(event -> event.type().equals("step.succeeded"))
                .collect(Collectors.groupingBy(event -> event.detail().getOrDefault("path", ""),
                        Collectors.counting()));
        return (int) successes.values().stream().filter(times -> times > 1).count();
    }

    /** A crash between a file and its row leaves a file that nobody wants; it is no broken promise. */
    private int orphans() {
        return (int) batch.project()
                .check()
                .stream()
                .filter(finding -> finding.kind() == Finding.Kind.ORPHAN_FILE)
                .count();
    }

    /** The check of the project compares the content of each with its name. */
    private int files() {
        try (Stream<Path> media = Files.walk(batch.project().root().resolve("media"))) {
            return (int) media.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CrashProof.Ledgers ledgers() {
        charges.forEach(this::hasItsCall);
        calls.values().forEach(this::isOver);
        Map<String, List<ScriptedProvider.Charge>> byThing = charges.stream()
                .collect(Collectors.groupingBy(ScriptedProvider.Charge::what));
        int duplicates = byThing.entrySet().stream().mapToInt(each -> duplicates(each.getKey(), each.getValue())).sum();
        requireTotals();
        return new CrashProof.Ledgers(charges.size(), ScriptedClient.PRICE.times(charges.size()),
                count(PaidCall.State.SUCCEEDED), counted(), count(PaidCall.State.WRITTEN_OFF),
                count(PaidCall.State.FAILED), duplicates);
    }

    private void hasItsCall(ScriptedProvider.Charge charge) {
        PaidCall call = calls.get(charge.key());
        if (call == null) {
            broken.add("The provider charged for " + charge.key() + ", of which we know nothing.");
        } else if (call.state() != PaidCall.State.SUCCEEDED && call.state() != PaidCall.State.WRITTEN_OFF) {
            broken.add("The provider charged for " + charge.key() + ", and our ledger says " + call.state() + ".");
        }
    }

    private void isOver(PaidCall call) {
        boolean charged = charges.stream().anyMatch(charge -> charge.key().equals(call.key()));
        if (!call.over()) {
            broken.add("The call " + call.key() + " was left " + call.state() + ".");
        }
        if (call.state() == PaidCall.State.SUCCEEDED && !charged) {
            broken.add("Our ledger says that " + call.key() + " was paid, and the provider does not know it.");
        }
    }

    /** Charges beyond the first need a person's decision each; one key is charged once. */
    private int duplicates(String what, List<ScriptedProvider.Charge> same) {
        Map<String, Integer> keys = new HashMap<>();
        same.forEach(charge -> keys.merge(charge.key(), 1, Integer::sum));
        keys.forEach((key, times) -> {
            if (times > 1) {
                broken.add("The key " + key + " was charged " + times + " times.");
            }
        });
        long decisions = calls.values()
                .stream()
                .filter(call -> call.buyer().step().value().equals(what)
                        && call.state() == PaidCall.State.WRITTEN_OFF)
                .count();
        if (same.size() - 1 > decisions) {
            broken.add(what + " was charged " + same.size() + " times with " + decisions + " decisions.");
        }
        return same.size() - 1;
    }

    private void requireTotals() {
        batch.engine()
                .spending()
                .standings()
                .stream()
                .filter(each -> each.cap().scope() == Cap.Scope.PROJECT)
                .forEach(each -> {
                    if (!each.spent().equals(counted()) || each.spent().compareTo(each.cap().limit()) > 0) {
                        broken.add("The calls add up to " + counted() + ", the total says " + each.spent()
                                + ", the cap is " + each.cap().limit() + ".");
                    }
                });
    }

    private Money counted() {
        return calls.values()
                .stream()
                .flatMap(call -> call.counted().stream())
                .reduce(Money.zero(ScriptedClient.PRICE.currency()), Money::plus);
    }

    private int count(PaidCall.State state) {
        return (int) calls.values().stream().filter(call -> call.state() == state).count();
    }
}
