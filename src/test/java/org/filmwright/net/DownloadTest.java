package org.filmwright.net;

import static org.filmwright.net.RangeServer.answering;
import static org.filmwright.net.ScriptedServer.says;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files come whole and as promised, or not at all; what has come is not asked for again. */
class DownloadTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60),
            Duration.ofSeconds(60));
    private static final int PIECE = 10_000;
    private final byte[] content = new byte[95_000];
    private final List<Passage> log = new CopyOnWriteArrayList<>();
    private final List<Duration> rests = new CopyOnWriteArrayList<>();
    private final Egress egress = new Egress(address -> true, log::add,
            InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));

    @TempDir
    private Path disk;
    private Path file;

    @BeforeEach
    void aFile() {
        new Random(7).nextBytes(content);
        file = disk.resolve("model.onnx");
    }

    @AfterEach
    void close() {
        egress.close();
    }

    private Download download(Optional<Download.Token> token) {
        return egress.download(new Download.Manner((from, to) -> true, token, new Download.Pace(3, PIECE, 4000, 4),
                rests::add, "model"), PATIENCE);
    }

    private Outcome<Path> fetch(ScriptedServer... servers) {
        return fetch(Optional.empty(), Progress.NONE, servers);
    }

    private Outcome<Path> fetch(Optional<Download.Token> token, Progress progress, ScriptedServer... servers) {
        List<URI> addresses = Stream.of(servers).map(server -> server.address().resolve("/a/model.onnx")).toList();
        return download(token).fetch(new Download.Order(addresses, file, content.length, Digest.of(content)),
                progress);
    }

    private ScriptedServer holding() {
        return answering(asked -> RangeServer.serves(content, asked));
    }

    private void assertWhole(Outcome<Path> outcome) throws IOException {
        assertEquals(Outcome.ok(file), outcome);
        assertArrayEquals(content, Files.readAllBytes(file));
        assertEquals(1, disk.toFile().list().length, "nothing is left beside it");
    }

    private Failure refused(Outcome<Path> outcome) {
        assertFalse(Files.exists(file));
        return assertInstanceOf(Outcome.Failed.class, outcome).failure();
    }

    private static long bytes(ScriptedServer server) {
        return server.asked()
                .stream()
                .map(asked -> asked.headers().get("range").substring(6).split("-"))
                .mapToLong(
                        range -> Long.parseLong(range[1]) + 1 - Long.parseLong(range[0]))
                .sum();
    }

    @Test
    void rangesComeSideBySideAndEachOnce() throws IOException {
        ScriptedServer server = holding();
        assertWhole(fetch(server));
        assertEquals(10, server.asked().size());
        assertEquals(content.length, bytes(server));
        assertEquals(10, log.size());
        assertEquals(List.of(), rests);
        assertEquals(content.length, log.stream().mapToLong(Passage::got).sum());
        assertTrue(log.stream().allMatch(passage -> passage.end().equals("206") && passage.why().equals("model")));
    }

    @Test
    void whatIsThereAlreadyIsNotAskedFor() throws IOException {
        Files.write(file, content);
        ScriptedServer server = holding();
        assertWhole(fetch(server));
        assertEquals(List.of(), server.asked());
    }

    @Test
    void aServerWithoutRangesSendsTheWhole() throws IOException {
        ScriptedServer server = answering(asked -> RangeServer.whole(content, content.length));
        assertWhole(fetch(server));
        assertEquals(1, server.asked().size());
    }

    @Test
    void aServerWithoutRangesThatBreaksOffIsAskedAgain() throws IOException {
        ScriptedServer server = answering(asked -> RangeServer.whole(content, content.length), RangeServer
                .whole(content, 23_000));
        assertWhole(fetch(server));
        assertEquals(2, server.asked().size());
    }

    @Test
    void afterACutItGoesOnWhereItWas() throws IOException {
        AtomicInteger turns = new AtomicInteger();
        ScriptedServer server = answering(asked -> RangeServer.serves(content, asked,
                turns.getAndIncrement() % 2 == 0 ? 3000 : Integer.MAX_VALUE));
        assertWhole(fetch(server));
        assertTrue(log.stream().anyMatch(passage -> passage.end().equals("lost")));
        assertEquals(content.length, log.stream().mapToLong(Passage::got).sum(), "no byte came twice");
    }

    @Test
    void afterAKillItGoesOnWhereTheJournalEnds() throws IOException {
        stopAfter(6);
        Path journal = disk.resolve("model.onnx.journal");
        Files.writeString(journal, Files.readString(journal) + "90000 9");
        ScriptedServer again = holding();
        assertWhole(fetch(again));
        assertTrue(bytes(again) <= content.length - 4 * PIECE, () -> "asked for " + bytes(again));
    }

    /** What a kill leaves: the journal as it was at one moment, and the bytes as they were then or a little later. */
    @Test
    void whatIsOnTheDiskAtAnyMomentIsGoneOnWith() throws IOException {
        for (int moment = 2; moment < 10; moment += 3) {
            Path image = Files.createDirectories(disk.resolve("moment" + moment));
            AtomicInteger turns = new AtomicInteger();
            int when = moment;
            ScriptedServer server = answering(asked -> {
                if (turns.incrementAndGet() == when) {
                    snapshot(image);
                }
                return RangeServer.serves(content, asked);
            });
            assertEquals(Outcome.ok(file), fetch(server));
            Path again = image.resolve("model.onnx");
            ScriptedServer rest = holding();
            Download.Order order = new Download.Order(List.of(rest.address()), again, content.length, Digest.of(
                    content));
            long had = order.have();
            assertEquals(Outcome.ok(again), download(Optional.empty()).fetch(order, Progress.NONE));
            assertEquals(content.length - had, bytes(rest));
            assertArrayEquals(content, Files.readAllBytes(again));
            assertTrue(bytes(rest) <= content.length - Math.max(1, when - 3) * PIECE, () -> when + ": " + bytes(rest));
            Files.delete(file);
        }
    }

    private void snapshot(Path image) {
        try {
            for (String end : List.of(".journal", ".part")) {
                Files.copy(disk.resolve("model.onnx" + end), image.resolve("model.onnx" + end));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cancels once so many ranges were asked for. */
    private void stopAfter(int ranges) {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger turns = new AtomicInteger();
        ScriptedServer server = answering(asked -> {
            stop.compareAndSet(false, turns.incrementAndGet() > ranges);
            return RangeServer.serves(content, asked);
        });
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String note) {}

            @Override
            public void checkCancelled() {
                if (stop.get()) {
                    throw new Cancelled();
                }
            }

            @Override
            public void onCancel(Runnable action) {}
        };
        assertThrows(Cancelled.class, () -> fetch(Optional.empty(), progress, server));
        assertFalse(Files.exists(file));
    }

    @Test
    void bytesOfAnEarlierRunThatWereLiesAreThrownAway() throws IOException {
        stopAfter(6);
        Path part = disk.resolve("model.onnx.part");
        byte[] spoilt = Files.readAllBytes(part);
        spoilt[17] ^= 1;
        Files.write(part, spoilt);
        assertWhole(fetch(holding()));
    }

    @Test
    void theBytesOfAnotherFileAreNotGoneOnWith() throws IOException {
        stopAfter(6);
        content[3] ^= 1;
        ScriptedServer server = holding();
        assertWhole(fetch(server));
        assertEquals(content.length, bytes(server));
    }

    @Test
    void aMirrorTakesOverWhereOneFailsAndWhatHasComeIsKept() throws IOException {
        AtomicInteger turns = new AtomicInteger();
        ScriptedServer failing = answering(asked -> turns.incrementAndGet() > 3
                ? says(404, "text/plain", "gone")
                : RangeServer.serves(content, asked));
        ScriptedServer mirror = holding();
        assertWhole(fetch(failing, mirror));
        assertTrue(bytes(mirror) <= content.length - PIECE, () -> "asked for " + bytes(mirror));
    }

    @Test
    void aMirrorTakesOverWhereOneLies() throws IOException {
        byte[] other = content.clone();
        other[40_000] ^= 1;
        ScriptedServer lying = answering(asked -> RangeServer.serves(other, asked));
        assertTrue(refused(fetch(lying)).what().contains("is not what was promised (SHA-256)"));
        assertEquals(0, disk.toFile().list().length);
        assertWhole(fetch(lying, holding()));
    }

    @Test
    void aWrongLengthIsRefused() {
        byte[] other = Arrays.copyOf(content, 90_000);
        assertTrue(refused(fetch(answering(asked -> RangeServer.whole(other, other.length)))).what()
                .contains("another length"));
        assertTrue(refused(fetch(answering(asked -> RangeServer.part(Arrays.copyOf(other, PIECE),
                "bytes 0-9999/90000", PIECE)))).what().contains("another length"));
        assertTrue(refused(fetch(answering(asked -> says(416, "text/plain", "")))).what()
                .contains("another length"));
    }

    @Test
    void aRangeThatIsAnotherThanWasAskedForIsRefused() {
        for (String range : List.of("bytes 10-10009/95000", "bytes 0-9998/95000", "bytes 0-10000/95000")) {
            Function<ScriptedServer.Asked, ScriptedServer.Turn> lies = asked -> RangeServer.part(
                    Arrays.copyOf(content, PIECE), range, PIECE);
            assertTrue(refused(fetch(answering(lies))).what().contains("other bytes than"), range);
        }
        assertTrue(refused(fetch(answering(asked -> RangeServer.part(Arrays.copyOf(content, PIECE), "all",
                PIECE)))).what().contains("did not say which"));
        assertTrue(refused(fetch(answering(asked -> RangeServer.part(Arrays.copyOf(content, 10),
                "bytes 0-9999/95000", PIECE)))).what().contains("other bytes than"));
    }

    @Test
    void aPageOrAPointerInThePlaceOfTheFileIsRefused() {
        assertTrue(refused(fetch(answering(asked -> says(200, "text/html; charset=utf-8", "<html>Sign in"))))
                .what()
                .contains("sent a web page"));
        assertTrue(refused(fetch(answering(asked -> says(200, "text/plain",
                "version https://git-lfs.github.com/spec/v1\noid sha256:0\n")))).what().contains("Git LFS pointer"));
    }

    @Test
    void whoIsBusySaysWhenToComeBack() throws IOException {
        ScriptedServer server = answering(asked -> RangeServer.serves(content, asked),
                says(429, "text/plain", "", "Retry-After: 7"),
                says(503, "text/plain", "", "Retry-After: Fri, 02 Jan 2026 03:04:45 GMT"));
        assertWhole(fetch(server));
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(40)), rests);
    }

    @Test
    void whoIsBusyForTooLongOrTooOftenIsLeft() {
        Failure far = refused(fetch(answering(asked -> says(503, "text/plain", "", "Retry-After: 86400"))));
        assertEquals(Duration.ofDays(1), assertInstanceOf(Failure.Transient.class, far).retryAfter());
        assertEquals(List.of(), rests);
        ScriptedServer never = answering(asked -> says(500, "text/plain", ""));
        assertInstanceOf(Failure.Transient.class, refused(fetch(never)));
        assertEquals(4, never.asked().size());
        assertEquals(List.of(1L, 2L, 4L), rests.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void aGateAsksForATokenAndGetsIt() throws IOException {
        ScriptedServer gate = answering(asked -> "Bearer t0k3n".equals(asked.headers().get("authorization"))
                ? RangeServer.serves(content, asked)
                : says(401, "text/plain", ""));
        Failure.Misconfigured closed = assertInstanceOf(Failure.Misconfigured.class, refused(fetch(gate)));
        assertTrue(closed.remedy().contains("--token-env"), closed::remedy);
        assertWhole(fetch(Optional.of(new Download.Token(gate.address(), "t0k3n")), Progress.NONE, gate));
        assertFalse(log.toString().contains("t0k3n"));
    }

    @Test
    void aTokenIsNotTakenAlongToAnotherHost() throws IOException {
        ScriptedServer store = holding();
        ScriptedServer gate = answering(asked -> says(302, "text/plain", "",
                "Location: " + store.address() + "/store/1?signed=yes"));
        assertWhole(fetch(Optional.of(new Download.Token(gate.address(), "t0k3n")), Progress.NONE, gate));
        assertEquals("Bearer t0k3n", gate.asked().getFirst().headers().get("authorization"));
        store.asked().forEach(asked -> assertNull(asked.headers().get("authorization")));
        assertTrue(store.asked().getFirst().line().startsWith("GET /store/1?signed=yes"));
    }

    @Test
    void aRedirectGoesOnlyWhereItMayAndNeverRound() {
        ScriptedServer store = holding();
        ScriptedServer round = answering(asked -> says(302, "text/plain", "", "Location: /again"));
        ScriptedServer plain = answering(asked -> says(302, "text/plain", "",
                "Location: http://example.com/model.onnx"));
        assertTrue(refused(fetch(round)).what().contains("without end"));
        assertTrue(refused(fetch(plain)).what().contains("without encryption"));
        ScriptedServer gate = answering(asked -> says(302, "text/plain", "",
                "Location: " + store.address() + "/x"));
        Download strict = egress.download(new Download.Manner((from, to) -> false, Optional.empty(),
                Download.Pace.USUAL, rests::add, "model"), PATIENCE);
        assertTrue(refused(strict.fetch(new Download.Order(List.of(gate.address()), file, content.length, Digest.of(
                content)), Progress.NONE)).what().contains("sends on to"));
        assertEquals(List.of(), store.asked());
    }

    @Test
    void nothingIsAskedOfAHostThatNobodySwitchedOn() {
        ScriptedServer server = holding();
        try (Egress shut = new Egress(address -> false, log::add, InstantSource.system())) {
            Download download = shut.download(new Download.Manner((from, to) -> true, Optional.empty(),
                    Download.Pace.USUAL, rests::add, "model"), PATIENCE);
            refused(download.fetch(new Download.Order(List.of(server.address()), file, content.length, Digest.of(
                    content)), Progress.NONE));
        }
        assertEquals(List.of(), server.asked());
        assertEquals("held back", log.getFirst().end());
    }

    @Test
    void aListIsReadAndAPageIsNot() {
        ScriptedServer server = new ScriptedServer(says(503, "text/plain", "", "Retry-After: 3"),
                says(200, "application/json", "{}"), says(200, "text/html", "<html>"),
                says(200, "text/plain", "x".repeat(2000)));
        Download download = download(Optional.empty());
        assertEquals(Outcome.ok("{}"), download.text(server.address(), 1000, Progress.NONE));
        assertEquals(List.of(Duration.ofSeconds(3)), rests);
        assertInstanceOf(Outcome.Failed.class, download.text(server.address(), 1000, Progress.NONE));
        assertInstanceOf(Outcome.Failed.class, download.text(server.address(), 1000, Progress.NONE));
    }
}
