package org.filmwright;

import java.util.Locale;
import org.filmwright.drill.CrashDrill;
import org.filmwright.drill.CrashProof;
import org.filmwright.drill.PaidDrill;
import org.filmwright.drill.PaidProof;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code drill}: proves on this very machine that nothing is lost and nothing is paid twice. */
@Command(name = "drill", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "Proves on this machine that nothing is lost and nothing is paid twice.")
final class DrillCommand {
    @Command(name = "crash", description = "Kills its own worker at random points of a batch, restarts it, and compares all ledgers. Works in a folder of its own, which is removed.")
    int crash(@Mixin Console console,
            @Option(names = "--kills", paramLabel = "N", defaultValue = "20", description = "How often. Default: ${DEFAULT-VALUE}.") int kills,
            @Option(names = "--seed", paramLabel = "N", description = "Repeats the choices of an earlier drill.") Long seed) {
        if (kills < 1 || kills > 100_000) {
            throw CommandFailed.refused("A drill has 1 to 100000 kills, not " + kills + ".", "Example: --kills 20.");
        }
        long choices = seed == null ? System.nanoTime() : seed;
        return ScratchFolder.with(folder -> {
            try (CrashDrill drill = new CrashDrill(folder, choices)) {
                CrashProof proof = CommandFailed.orFail(drill.run(kills, kill -> tell(console, kill, kills)));
                console.result(proof, () -> print(console, proof));
                return proof.holds() ? ExitCode.DONE : ExitCode.FAILED;
            }
        });
    }

    @Command(name = "paid", description = "Kills the program around pictures that are paid for, at points of the whole way from the intent to the take, restarts it, and compares its ledger with that of the shop each time. Works in a folder of its own, which is removed.")
    int paid(@Mixin Console console,
            @Option(names = "--kills", paramLabel = "N", defaultValue = "30", description = "How often. Default: ${DEFAULT-VALUE}.") int kills,
            @Option(names = "--seed", paramLabel = "N", description = "Repeats the choices of an earlier drill.") Long seed) {
        if (kills < 1 || kills > 10_000) {
            throw CommandFailed.refused("A drill of paid pictures has 1 to 10000 kills, not " + kills + ".",
                    "Example: --kills 30.");
        }
        long choices = seed == null ? System.nanoTime() : seed;
        return ScratchFolder.with(folder -> {
            try (PaidDrill drill = new PaidDrill(folder, PaidDrillWorker.class, choices)) {
                PaidProof proof = CommandFailed.orFail(drill.run(kills, kill -> tell(console, kill, kills)));
                console.result(proof, () -> print(console, proof));
                return proof.holds() ? ExitCode.DONE : ExitCode.FAILED;
            }
        });
    }

    private static void print(Console console, PaidProof proof) {
        line(console, "seed", Long.toString(proof.seed()));
        line(console, "kills", "%d of the program, %.0f s; both ledgers compared %d times".formatted(proof.kills(),
                proof.seconds(), proof.audits()));
        proof.phases().forEach((phase, times) -> console.out().printf(Locale.ROOT, "%10d %s%n", times, phase));
        PaidProof.Shop shop = proof.shop();
        line(console, "shop", "%d jobs charged in its own ledger, %s; %d came to nothing and were not".formatted(
                shop.charged(), shop.bill(), shop.unbilled()));
        PaidProof.Ours ours = proof.ours();
        line(console, "ours", "%d calls paid, %d written off by a person, %d that cost nothing; %s counted".formatted(
                ours.paid(), ours.lost(), ours.never(), ours.counted()));
        line(console, "pictures", "%d ordered, %d takes with their files; %d files were left by a kill".formatted(
                ours.wanted(), ours.takes(), ours.orphans()));
        PaidProof.Person person = proof.person();
        line(console, "person", "%d asked: %d jobs attached, %d bought again, %d given up; %d steps tried again"
                .formatted(person.asked(), person.attached(), person.boughtAgain(), person.givenUp(),
                        person.tried()));
        proof.broken().forEach(sentence -> line(console, "BROKEN", sentence));
        line(console, "verdict", proof.holds()
                ? "every charge has its call, nothing was bought again unasked, everything paid that could be fetched is a take"
                : proof.broken().size() + " promises broken");
    }

    private static void tell(Console console, int kill, int kills) {
        if (kill == kills || kill % 10 == 0) {
            console.notice("killed " + kill + " of " + kills + " times");
        }
    }

    private static void print(Console console, CrashProof proof) {
        line(console, "seed", Long.toString(proof.seed()));
        line(console, "kills", "%d of the worker, %d of them around a paid call; %d of the provider; %.0f s".formatted(
                proof.kills(), proof.callsKilled(), proof.providerKills(), proof.seconds()));
        line(console, "facts", proof.facts().acknowledged() + " acknowledged before the kills, " + proof.facts().found()
                + " found at the end");
        CrashProof.Work work = proof.work();
        line(console, "steps", "%d in %d batches; %d starts repeated after a kill, %d successes repeated"
                .formatted(work.steps(), work.batches(), work.repeated(), work.twice()));
        line(console, "artefacts", work.artefacts() + " checked: each file is what its name says; " + work.orphans()
                + " of them were left by a kill and belong to no row");
        CrashProof.Ledgers ledgers = proof.ledgers();
        line(console, "provider", ledgers.provider() + " calls charged in its own ledger, " + ledgers.charged());
        line(console, "ours", "%d calls counted, %s: %d known as paid; of %d nobody could tell, so a person decided"
                .formatted(ledgers.ours() + ledgers.writtenOff(), ledgers.counted(), ledgers.ours(),
                        ledgers.writtenOff()));
        line(console, "", ledgers.never() + " more cost nothing: refused, or never arrived");
        line(console, "", ledgers.duplicates() + " charged again for the same thing, after the person had said so");
        proof.broken().forEach(sentence -> line(console, "BROKEN", sentence));
        line(console, "verdict", proof.holds()
                ? "nothing was lost, nothing was done twice, every charge has its call, nothing was bought again unasked"
                : proof.broken().size() + " promises broken");
    }

    private static void line(Console console, String what, String words) {
        console.out().printf(Locale.ROOT, "%-10s %s%n", what, words);
    }
}
