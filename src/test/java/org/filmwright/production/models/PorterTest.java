package org.filmwright.production.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done about models is done beside each other, tells how far it is, and stops when it is told to. */
class PorterTest {
    @TempDir
    private Path disk;
    private ModelShelf shelf;
    private Porter porter;
    private final PackMaker pack = new PackMaker();
    private final BlockingQueue<List<Load>> news = new LinkedBlockingQueue<>();
    private final BlockingQueue<Load.Ended> ends = new LinkedBlockingQueue<>();

    @BeforeEach
    void aPorter() {
        shelf = new ModelShelf(disk.resolve("models"), InstantSource.system());
        porter = new Porter(shelf, new NoSupply(), InstantSource.system(), new Porter.Watcher() {
            @Override
            public void changed(List<Load> loads) {
                news.add(loads);
            }

            @Override
            public void ended(Load.Ended ended) {
                ends.add(ended);
            }
        });
    }

    @AfterEach
    void heGoes() {
        porter.close();
    }

    private Load until(Predicate<Load> such) throws InterruptedException {
        for (List<Load> loads = news.poll(1, TimeUnit.MINUTES); loads != null; loads = news.poll(1, TimeUnit.MINUTES)) {
            Optional<Load> found = loads.stream().filter(such).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("It never came to that.");
    }

    private Outcome<Model> end() throws InterruptedException {
        return ends.poll(1, TimeUnit.MINUTES).outcome();
    }

    @Test
    void aPackIsUnpackedAfterItsLicenceWasRead() throws Exception {
        porter.take(pack.zip(disk.resolve("x.zip")));
        Load asks = until(load -> load.state() instanceof Load.Asks);
        assertEquals("Do what is right.", ((Load.Asks) asks.state()).licence().text());
        assertEquals(List.of(), shelf.all());
        porter.answer(asks.id(), Consent.Answer.ACCEPTED);
        Model model = assertInstanceOf(Outcome.Ok.class, end()).value() instanceof Model m ? m : null;
        assertTrue(model.accepted().isPresent());
        assertEquals(List.of(), porter.loads());
    }

    @Test
    void whileALicenceIsReadAnotherModelComes() throws Exception {
        porter.take(pack.zip(disk.resolve("x.zip")));
        Load asks = until(load -> load.state() instanceof Load.Asks);
        PackMaker free = new PackMaker();
        free.name = "free";
        free.listed.remove("LICENSE.txt");
        assertInstanceOf(Outcome.Ok.class, shelf.importFrom(free.zip(disk.resolve("free.zip"))));
        porter.stop(asks.id());
        porter.close();
        assertEquals(List.of(), porter.loads());
        assertEquals(List.of("free"), shelf.all().stream().map(Model::name).toList());
    }

    @Test
    void whatIsStoppedWhileItIsMovedStaysWhereItWas() throws IOException {
        Model model = shelf.importFrom(pack.zip(disk.resolve("x.zip"))).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
        Reins reins = new Reins((fraction, note) -> {});
        reins.stop();
        assertThrows(Cancelled.class, () -> shelf.move(model, disk
                .resolve("other"), reins));
        assertEquals(List.of(model), shelf.all());
        assertInstanceOf(Outcome.Ok.class, shelf.verify(model, Progress.NONE));
        assertEquals(0, disk.resolve("other").toFile().list().length, "nothing half copied is left");
    }

    @Test
    void theSpeedIsThatOfTheLastSeconds() {
        Speed speed = new Speed();
        Instant began = Instant.parse("2026-11-21T12:00:00Z");
        assertEquals(0, speed.after(began, 1000));
        assertEquals(0, speed.after(began.plusMillis(100), 90_000), "too soon to tell");
        assertEquals(99_000, speed.after(began.plusSeconds(1), 100_000));
        for (int second = 2; second <= 30; second++) {
            speed.after(began.plusSeconds(second), 100_000 + second * 10);
        }
        assertEquals(10, speed.after(began.plusSeconds(31), 100_310), 1e-9);
        Load.Pace pace = Load.Pace.of(new Load.Amount(0.5, 2000), 100);
        assertEquals(Optional.of(Duration.ofSeconds(10)), pace.left());
    }
}
