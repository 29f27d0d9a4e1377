package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Money;
import org.filmwright.engine.Cap;
import org.filmwright.engine.EngineFact;
import org.filmwright.engine.Ledger;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.Purchase;
import org.filmwright.engine.RunId;
import org.filmwright.engine.SpendView;
import org.filmwright.engine.StepId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was paid is in the journal, and the rows can be made of it again. */
class SpendJournalTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasPaidComesBackFromTheJournalWithItsFiles() throws IOException {
        MediaRef file = new MediaRef(Digest.of("clip"), "mp4");
        Money price = Money.of("0.40", "USD");
        Instant noon = Samples.NOON;
        RunId run = RunId.ofKey("film");
        Purchase purchase = new Purchase("acme", "flux", "clip", Digest.of("1"), Optional.of(price),
                new Purchase.Purpose("1", "1-A"));
        PaidCall call = PaidCall.intended("key", purchase, new PaidCall.Buyer(run, StepId.of(run, "a"), 1, 1, noon,
                LocalDate.EPOCH));
        PaidCall.Closing closing = new PaidCall.Closing(Optional.of(price), "{}", List.of(file), "", noon);
        List<PaidCall> before;
        try (ProjectFolder project = open()) {
            before = paid(project.ledger(),
                    List.of(new EngineFact.Capped(new Cap(Cap.Scope.DAY, "", price), "ann", noon),
                            new EngineFact.Intended(call, noon), new EngineFact.Accepted("key", "job-1", noon),
                            new EngineFact.Closed("key", PaidCall.State.SUCCEEDED, closing)));
        }
        Files.delete(film().resolve(ProjectFolder.DATABASE));
        try (ProjectFolder project = open()) {
            SpendView spend = project.ledger().view().spend();
            assertEquals(before, spend.calls());
            assertEquals(List.of(file), before.getFirst().closing().orElseThrow().artifacts());
            assertEquals(price, spend.total(new Cap.Bucket(Cap.Scope.SHOT, "1-A"), price.currency()));
            assertEquals(List.of(new Cap(Cap.Scope.DAY, "", price)), spend.caps());
        }
    }

    @Test
    void aFileThatWasPaidForIsNoOrphanBeforeItsStepHasIt() throws IOException {
        Money price = Money.of("0.40", "USD");
        RunId run = RunId.ofKey("film");
        Purchase purchase = new Purchase("acme", "flux", "clip", Digest.of("1"), Optional.of(price),
                Purchase.Purpose.FILM);
        PaidCall call = PaidCall.intended("key", purchase, new PaidCall.Buyer(run, StepId.of(run, "a"), 1, 1,
                Samples.NOON, LocalDate.EPOCH));
        try (ProjectFolder project = open()) {
            Path staged = Files.writeString(project.staging().resolve("x.mp4"), "clip");
            MediaRef file = ManualEngine.value(project.vault().publish(staged, "mp4"));
            assertEquals(1, project.check().size());
            paid(project.ledger(), List.of(new EngineFact.Intended(call, Samples.NOON),
                    new EngineFact.Closed("key", PaidCall.State.SUCCEEDED, new PaidCall.Closing(Optional.of(price),
                            "{}", List.of(file), "", Samples.NOON))));
            assertEquals(List.of(), project.check());
        }
    }

    private Path film() {
        return folder.resolve("film.filmwright");
    }

    private ProjectFolder open() {
        return ManualEngine.value(ProjectFolder.openOrCreate(film(), InstantSource.system()));
    }

    private static List<PaidCall> paid(Ledger ledger, List<EngineFact> facts) {
        for (EngineFact fact : facts) {
            ledger.record(fact, tx -> {
                EngineFact.replay(fact, tx);
                return tx;
            });
        }
        return ledger.view().spend().calls();
    }
}
