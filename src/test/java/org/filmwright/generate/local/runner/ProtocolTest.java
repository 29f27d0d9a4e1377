package org.filmwright.generate.local.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.Painter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProtocolTest {
    private static final Path FILE = Path.of("a folder", "bild \u00fc.png").toAbsolutePath();

    private static List<Ask> asks() {
        Painter.Order whole = new Painter.Order("caf\u00e9\nby night \ud83c\udf19", "blur", new FrameSize(768, 432),
                OptionalInt.of(4), OptionalDouble.of(3.5), 4_294_967_295L, Optional.of(new Painter.Start(FILE, .6)),
                FILE, new Painter.Extras(Optional.of(FILE), OptionalInt.of(64), Map.of("seed", "7")));
        return List.of(new Ask.Load(1, new Loader.Setup(FILE, "cuda:0", true)), new Ask.Generate(2, whole),
                new Ask.Generate(3, Orders.order(FILE, "bare")), new Ask.Cancel(2),
                new Ask.Status(5), new Ask.Quit());
    }

    private static List<Reply> replies() {
        return Stream.<Reply>concat(
                Stream.of(new Reply.Loaded(1), new Reply.Progressed(2, .25, "step 1"),
                        new Reply.Done(2, Orders.painted(FILE), 1L << 40), new Reply.Stopped(2), new Reply.Heartbeat(7),
                        new Reply.Status(5, Optional.of(FILE), 3, 2, 1),
                        new Reply.Status(5, Optional.empty(), 0, 0, 0)),
                Stream.of(new Failure.Transient("a", Duration.ofSeconds(3)), new Failure.Refused("a", "b"),
                        new Failure.Misconfigured("a", "b"), new Failure.Exhausted("memory", "a"),
                        new Failure.Ambiguous("a", Optional.of("h")), new Failure.Bug("code", "a"))
                        .map(failure -> new Reply.Failed(9, failure)))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> whatIsSaidIsHeardAsItWasMeantInOneLineOfAscii() {
        return Stream.concat(asks().stream().map(ask -> same(ask, Ask.class)),
                replies().stream().map(reply -> same(reply, Reply.class)));
    }

    private static <T> DynamicTest same(T said, Class<T> type) {
        return DynamicTest.dynamicTest(said.getClass().getSimpleName(), () -> {
            String line = Protocol.line(said);
            assertEquals(line.length() - 1, line.indexOf('\n'));
            assertTrue(line.chars().allMatch(letter -> letter < 128), line);
            assertEquals(new Protocol.Read.Ours<>(said), Protocol.read(line, type));
        });
    }

    @Test
    void thePictureIsOrderedWithTheWordGenerate() {
        assertTrue(Protocol.line(new Ask.Generate(3, Orders.order(FILE, "bare")))
                .startsWith("{\"filmwright\":1,\"is\":\"generate\",\"id\":3,"));
    }

    @Test
    void whatOthersPrintIsNoise() {
        for (String line : List.of("", "2026-01-01 [W:onnxruntime:, graph.cc:99]", "{\"is\":\"done\"}", "{}",
                "\u0000\u0001")) {
            assertEquals(new Protocol.Read.Noise<>(), Protocol.read(line, Reply.class));
        }
    }

    @Test
    void aLineOfOursAmidOthersWordsIsHeard() {
        String line = "warning: " + Protocol.line(new Reply.Loaded(3)).strip() + "more {\"x\":";
        assertEquals(new Protocol.Read.Ours<Reply>(new Reply.Loaded(3)), Protocol.read(line, Reply.class));
    }

    @Test
    void aLineThatWasCutOrIsOfAnotherVersionIsTorn() {
        String line = Protocol.line(new Reply.Progressed(3, .5, "step")).strip();
        for (int length = 14; length < line.length(); length++) {
            assertInstanceOf(Protocol.Read.Torn.class, Protocol.read(line.substring(0, length), Reply.class));
        }
        assertTrue(assertInstanceOf(Protocol.Read.Torn.class,
                Protocol.read(line.replace("\"filmwright\":1", "\"filmwright\":2"), Reply.class)).why()
                .contains("version 2"));
        assertInstanceOf(Protocol.Read.Torn.class, Protocol.read(line.replace("progress", "dance"), Reply.class));
    }

    @Test
    void aFloodWithoutAnEndIsCutAndTheNextLineIsWhole() throws IOException {
        byte[] flood = ("x".repeat(3 << 20) + "\r\nnext").getBytes(StandardCharsets.UTF_8);
        Lines lines = new Lines(new ByteArrayInputStream(flood));
        assertEquals(1 << 20, lines.next().orElseThrow().length());
        assertEquals(Optional.of("next"), lines.next());
        assertEquals(Optional.empty(), lines.next());
    }
}
