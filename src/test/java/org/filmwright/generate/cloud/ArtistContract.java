package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.breaksOff;
import static org.filmwright.net.ScriptedServer.file;
import static org.filmwright.net.ScriptedServer.fileOf;
import static org.filmwright.net.ScriptedServer.hangsUp;
import static org.filmwright.net.ScriptedServer.json;
import static org.filmwright.net.ScriptedServer.says;
import static org.filmwright.net.ScriptedServer.tornFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What everybody promises, too, who is paid for pictures or clips, each in its own language: one subclass a provider. */
abstract class ArtistContract extends MakerContract {
    static final Duration PATIENT = Duration.ofSeconds(60);

    /** The generator, with its provider at that address. */
    abstract RemoteGenerator artist(URI address, Optional<String> key, Duration silence);

    /** Something that this generator makes. */
    abstract Request order();

    /** What comes before an order is sent, such as a picture that is handed in; nothing for most. */
    List<ScriptedServer.Turn> before(ScriptedServer server) {
        return List.of();
    }

    /** The order is taken. */
    abstract ScriptedServer.Turn taken(ScriptedServer server);

    /** It is still being made; of those who answer at once with what was made there is none. */
    abstract Optional<ScriptedServer.Turn> stillWorking(ScriptedServer server);

    /** It is made: what is answered before the file itself is fetched from {@code from}. */
    abstract List<ScriptedServer.Turn> made(ScriptedServer server, URI from);

    /** It came to nothing, and why. */
    abstract List<ScriptedServer.Turn> failed(ScriptedServer server, String why);

    /** What a good result looks like. */
    abstract ScriptedServer.Turn result();

    /** What one order costs. */
    abstract Optional<Money> price();

    @Override
    final Stakes stakes() {
        return Stakes.PAID;
    }

    @Override
    final Coming coming() {
        return givesJobs() ? Coming.FETCHED : Coming.WITHIN_THE_ANSWER;
    }

    @Override
    byte[] good() {
        return Counter.picture("png", 64, 36);
    }

    @Override
    final Answer ordering(ScriptedServer.Turn answered) {
        return artist(refusing(answered)).start(order(), "key-1", Progress.NONE);
    }

    @Override
    final Answer fetching(ScriptedServer.Turn answered) {
        return Counter.bought(artist(delivering(answered)), order());
    }

    @Override
    final int requestsUntil(ScriptedServer.Turn answered) {
        ScriptedServer server = delivering(answered);
        Counter.bought(artist(server), order());
        return server.asked().size();
    }

    final RemoteGenerator artist(ScriptedServer server) {
        return artist(server.address(), Optional.of(Counter.KEY), PATIENT);
    }

    private ScriptedServer refusing(ScriptedServer.Turn turn) {
        ScriptedServer server = new ScriptedServer((ScriptedServer.Asked _) -> json(404, "{}"));
        before(server).forEach(server::then);
        return server.then(turn);
    }

    private Failure refused(ScriptedServer.Turn turn) {
        return failed(artist(refusing(turn)).start(order(), "key-1", Progress.NONE)).failure();
    }

    static Answer.Failed failed(Answer answer) {
        return assertInstanceOf(Answer.Failed.class, answer, answer::toString);
    }

    final boolean givesJobs() {
        return stillWorking(new ScriptedServer()).isPresent();
    }

    static URI files(ScriptedServer server) {
        return server.address().resolve("/files/out.bin");
    }

    /** A server that goes all the way to the file, which {@code file} then answers for. */
    private ScriptedServer delivering(ScriptedServer.Turn... file) {
        ScriptedServer server = new ScriptedServer();
        before(server).forEach(server::then);
        server.then(taken(server));
        made(server, files(server)).forEach(server::then);
        return server.then(file);
    }

    @Test
    void whatWasOrderedComesWithItsReceiptAndItsPrice() {
        ScriptedServer server = delivering(result());
        Answer answer = Counter.bought(artist(server), order());
        Answer.Done done = assertInstanceOf(Answer.Done.class, answer, answer::toString);
        assertEquals(price(), done.usage().charged());
        Answer.Output only = done.outputs().getFirst();
        assertTrue(only.file().startsWith(folder) && java.nio.file.Files.isRegularFile(only.file()), only::toString);
        assertEquals(artist(server).describe().id(), only.receipt().get("generator"));
        assertEquals(price(), artist(server).terms(order()).price());
    }

    @Test
    void theKeyTravelsInAHeaderToTheProviderAndNeverInAnAddressOrToWhereFilesLie() {
        Assumptions.assumeTrue(givesJobs());
        ScriptedServer server = delivering(result());
        Counter.bought(artist(server), order());
        for (ScriptedServer.Asked asked : server.asked()) {
            boolean carries = asked.headers().toString().contains(Counter.KEY);
            assertEquals(!asked.line().contains("/files/"), carries, asked::line);
            assertFalse(asked.line().contains(Counter.KEY), asked::line);
        }
        assertFalse(counter.passages.toString().contains(Counter.KEY));
    }

    @Test
    void whatWasRefusedWasNotChargedAndSaysWhatToDo() {
        for (int status : List.of(400, 401, 402, 403, 404, 409, 413, 422)) {
            Failure failure = refused(json(status, "{\"detail\":\"because\",\"message\":\"because\"}"));
            assertTrue(failure instanceof Failure.Refused || failure instanceof Failure.Misconfigured
                    || failure instanceof Failure.Exhausted, status + ": " + failure);
            assertTrue(failure.what().contains("Nothing was charged"), failure::what);
        }
        assertInstanceOf(Failure.Misconfigured.class, refused(json(401, "{}")));
        assertInstanceOf(Failure.Exhausted.class, refused(json(402, "{}")));
        assertInstanceOf(Failure.Refused.class, refused(says(413, "text/html", "<html>too large</html>")));
    }

    @Test
    void whoeverIsBusyIsAskedAgainWhenTheySay() {
        assertEquals(Duration.ofSeconds(7), passing(refused(json(429, "{}", "retry-after: 7"))).retryAfter());
        assertEquals(Duration.ofMillis(1500), passing(refused(json(429, "{}", "retry-after-ms: 1500"))).retryAfter());
        assertEquals(Duration.ofSeconds(30), passing(refused(json(429, "{}", "ratelimit-reset: 30"))).retryAfter());
        for (int status : List.of(429, 503, 529)) {
            Failure.Transient busy = passing(refused(json(status, "{}")));
            assertEquals(status == 429, busy.retryAfter().isPositive(), busy::toString);
            assertTrue(busy.what().contains("Nothing was charged"), busy::what);
        }
    }

    private static Failure.Transient passing(Failure failure) {
        return assertInstanceOf(Failure.Transient.class, failure, failure::toString);
    }

    @Test
    void whatWasLostMayHaveBeenChargedAndIsAPersonsQuestion() {
        for (ScriptedServer.Turn turn : List.of(hangsUp(), breaksOff("application/json", "{\"id\":"),
                json(500, "{}"), json(504, "gateway"), json(408, "{}"), json(200, "<html>hello</html>"),
                json(200, "{\"id\":"), json(200, "[]"))) {
            Failure failure = refused(turn);
            assertInstanceOf(Failure.Ambiguous.class, failure, failure::toString);
            assertTrue(failure.what().contains("may have charged"), failure::what);
        }
    }

    @Test
    void whoeverSaysNothingForTooLongMayHaveBegun() {
        ScriptedServer server = new ScriptedServer();
        before(server).forEach(server::then);
        server.then(server.fallsSilent("application/json"));
        RemoteGenerator artist = artist(server.address(), Optional.of(Counter.KEY), Duration.ofMillis(300));
        assertInstanceOf(Failure.Ambiguous.class, failed(artist.start(order(), "key-1", Progress.NONE)).failure());
    }

    @Test
    void whereNobodyIsNothingIsBought() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        passing(failed(artist(nobody, Optional.of(Counter.KEY), PATIENT).start(order(), "key-1", Progress.NONE))
                .failure());
    }

    @Test
    void withoutAKeyOrPastTheLedgerNothingIsSent() {
        ScriptedServer server = new ScriptedServer();
        RemoteGenerator keyless = artist(server.address(), Optional.empty(), PATIENT);
        assertFalse(keyless.ready());
        assertInstanceOf(Failure.Misconfigured.class,
                failed(keyless.start(order(), "key-1", Progress.NONE)).failure());
        assertInstanceOf(Failure.Bug.class, failed(artist(server).start(order(), Progress.NONE)).failure());
        assertEquals(List.of(), server.asked());
    }

    @Test
    void aStopClosesTheConnection() throws InterruptedException {
        ScriptedServer server = new ScriptedServer();
        server.then(server.fallsSilent("application/json"));
        Correspondence.Stoppable work = new Correspondence.Stoppable();
        CompletableFuture<Answer> answer = CompletableFuture
                .supplyAsync(() -> artist(server).start(order(), "key-1", work));
        server.awaitSilence();
        work.stop();
        assertTrue(server.wasLeft());
        assertInstanceOf(Cancelled.class, assertThrows(CompletionException.class, answer::join).getCause());
    }

    @Test
    void aPollThatFailsIsNoFailureOfTheJob() {
        Assumptions.assumeTrue(givesJobs());
        ScriptedServer server = new ScriptedServer();
        before(server).forEach(server::then);
        server.then(taken(server));
        RemoteGenerator artist = artist(server);
        String job = assertInstanceOf(Answer.Pending.class, artist.start(order(), "key-1", Progress.NONE)).handle();
        for (ScriptedServer.Turn turn : List.of(hangsUp(), json(500, "{}"), json(503, "{}"), json(429, "{}"),
                json(401, "{}"), json(403, "{}"), json(200, "<html>"))) {
            server.then(turn);
            Answer answer = artist.resume(order(), job, Progress.NONE);
            assertTrue(answer instanceof Answer.Pending || answer instanceof Answer.Failed(Failure.Transient _, var _),
                    answer::toString);
        }
        server.then(stillWorking(server).orElseThrow());
        assertInstanceOf(Answer.Pending.class, artist.resume(order(), job, Progress.NONE));
    }

    @Test
    void aFetchThatFailsIsNoFailureOfTheJobAndIsTriedAgain() {
        Assumptions.assumeTrue(givesJobs());
        ScriptedServer server = new ScriptedServer();
        before(server).forEach(server::then);
        server.then(taken(server));
        RemoteGenerator artist = artist(server);
        String job = assertInstanceOf(Answer.Pending.class, artist.start(order(), "key-1", Progress.NONE)).handle();
        for (ScriptedServer.Turn torn : List.of(hangsUp(), json(503, "{}", "Retry-After: 3"),
                tornFile("image/png", new byte[]{1, 2, 3}))) {
            made(server, files(server)).forEach(server::then);
            server.then(torn);
            passing(failed(artist.resume(order(), job, Progress.NONE)).failure());
        }
        made(server, files(server)).forEach(server::then);
        server.then(result());
        Answer answer = artist.resume(order(), job, Progress.NONE);
        assertInstanceOf(Answer.Done.class, answer, answer::toString);
    }

    @Test
    void aResultThatIsGoneOrIsNoPictureHasBeenCharged() {
        Assumptions.assumeTrue(givesJobs());
        for (ScriptedServer.Turn turn : List.of(json(404, "{}"), json(410, "{}"), json(403, "{}"),
                says(200, "text/html", "<html>sign in</html>"), says(200, "image/png", "not a picture at all"),
                fileOf("image/png", new byte[0], 99_999_999_999L),
                says(200, "image/png", "<html>sign in</html>"),
                file("image/png", Arrays.copyOf(Counter.picture("png", 64, 36), 300)))) {
            Answer.Failed failed = failed(Counter.bought(artist(delivering(turn)), order()));
            assertInstanceOf(Failure.Refused.class, failed.failure(), failed::toString);
            assertEquals(price(), failed.charged(), failed::toString);
            assertTrue(failed.failure().what().contains("charged"), failed.failure()::what);
        }
    }

    @Test
    void aResultIsTakenFromNobodyElse() {
        Assumptions.assumeTrue(givesJobs());
        ScriptedServer stranger = new ScriptedServer((ScriptedServer.Asked _) -> result());
        for (String from : List.of(stranger.address() + "/x.png", "https://example.org/x.png", "ftp://127.0.0.1/x",
                "file:///etc/passwd", "http://replicate.delivery/x.png", "https://u:p@replicate.delivery/x.png", "x")) {
            ScriptedServer server = new ScriptedServer();
            before(server).forEach(server::then);
            server.then(taken(server));
            made(server, URI.create(from)).forEach(server::then);
            Answer.Failed failed = failed(Counter.bought(artist(server), order()));
            assertInstanceOf(Failure.Refused.class, failed.failure(), failed::toString);
        }
        ScriptedServer sentOn = delivering(says(302, "text/plain", "", "Location: " + stranger.address() + "/x.png"));
        assertInstanceOf(Failure.Refused.class, failed(Counter.bought(artist(sentOn), order())).failure());
        assertEquals(List.of(), stranger.asked());
    }

    @Test
    void whatCameToNothingSaysWhy() {
        ScriptedServer server = new ScriptedServer();
        before(server).forEach(server::then);
        if (givesJobs()) {
            server.then(taken(server));
        }
        failed(server, "NSFW content detected").forEach(server::then);
        Failure failure = failed(Counter.bought(artist(server), order())).failure();
        assertInstanceOf(Failure.Refused.class, failure, failure::toString);
        assertTrue(failure.what().contains("NSFW content detected"), failure::what);
    }
}
