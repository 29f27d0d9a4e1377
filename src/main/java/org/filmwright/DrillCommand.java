package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.filmwright.drill.CrashDrill;
import org.filmwright.drill.CrashProof;
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
            @Option(names = "--seed", paramLabel = "N", description = "Repeats the choices of an earlier drill.") Long seed)
            throws IOException, InterruptedException {
        if (kills < 1 || kills > 100_000) {
            throw CommandFailed.refused("A drill has 1 to 100000 kills, not " + kills + ".", "Example: --kills 20.");
        }
        Path folder = Files.createTempDirectory("filmwright-drill");
        try (CrashDrill drill = new CrashDrill(folder, seed == null ? System.nanoTime() : seed)) {
            CrashProof proof = CommandFailed.orFail(drill.run(kills, kill -> tell(console, kill, kills)));
            console.result(proof, () -> print(console, proof));
            return proof.holds() ? ExitCode.DONE : ExitCode.FAILED;
        } finally {
            remove(folder);
        }
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
        line(console, "ours", "%d calls counted, %s: %d paid, %d of which nobody could tell, so the person decided"
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

    private static void remove(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }
}
