package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.breaksOff;
import static org.filmwright.net.ScriptedServer.fileOf;
import static org.filmwright.net.ScriptedServer.hangsUp;
import static org.filmwright.net.ScriptedServer.json;
import static org.filmwright.net.ScriptedServer.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** One table of what servers answer, held against everybody who asks one: what it means, and whether it is tried again. */
class WhatServersAnswerTest {
    private static final String RETRY_INFO = "{\"error\":{\"message\":\"x\",\"details\":[{\"@type\":"
            + "\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"34.4s\"}]}}";
    /**
     * R refused, M misconfigured, E used up, A ambiguous, T passing with the seconds until the next try ({@code T*} where
     * they are not named, and some all the same). Columns as in {@link Customers.Who}.
     */
    private static final String AT_ORDERING = """
            302                     R  R     R  R  R  R  R
            400                     R  R     R  R  R  R  R
            401                     M  M     M  M  M  M  M
            402                     E  E     E  E  E  R  R
            403                     M  M     M  M  M  M  M
            404                     M  M     M  M  M  M  M
            408                     A  A     A  A  A  T0 T0
            409                     R  R     R  T0 R  R  R
            413                     R  R     R  R  R  R  R
            422                     R  R     R  R  R  R  R
            429                     T* T*    T* T* T* T0 T0
            429,retry-after:7       T7 T7    T7 T7 T7 T7 T7
            429,retry-after-ms:1500 T1.5 T1.5 T1.5 T1.5 T1.5 T1.5 T1.5
            429,google              T* T34.4 T* T* T* T0 T0
            500                     A  A     A  A  A  T0 T0
            502                     A  A     A  A  A  T0 T0
            503                     T0 T0    T0 T0 T0 T3 T3
            503,retry-after:4       T4 T4    T4 T4 T4 T4 T4
            504                     A  A     A  A  A  T0 T0
            529                     T0 T0    T0 T0 T0 T0 T0
            hangs-up                A  A     A  A  A  T0 T0
            cut-off                 A  A     A  A  A  T0 T0
            silent                  A  A     A  A  A  T0 T0
            no-json                 A  A     A  A  A  T0 T0
            half-json               A  A     A  A  A  T0 T0
            empty                   A  A     A  A  A  T0 T0
            endless                 A  A     A  A  A  T0 T0
            """;

    @TempDir
    private Path folder;
    private Customers customers;

    @BeforeEach
    void open() {
        customers = new Customers(folder);
    }

    @AfterEach
    void close() {
        customers.close();
    }

    private record Case(String name, Customers.Who who, String expected) {
        private static Stream<Case> of(String row) {
            String[] words = row.split("\\s+");
            Customers.Who[] all = Customers.Who.values();
            assertEquals(all.length + 1, words.length, row);
            return Stream.of(all).map(who -> new Case(words[0], who, words[1 + who.ordinal()]));
        }
    }

    private static ScriptedServer.Turn turn(String name, ScriptedServer server) {
        return switch (name) {
            case "hangs-up" -> hangsUp();
            case "cut-off" -> breaksOff("application/json", "{\"id\":");
            case "silent" -> server.fallsSilent("application/json");
            case "no-json" -> says(200, "text/html", "<html>sign in</html>");
            case "half-json" -> json(200, "{\"id\":");
            case "empty" -> json(200, "");
            case "endless" -> endless();
            case "429,google" -> json(429, RETRY_INFO);
            default -> {
                String[] parts = name.split(",");
                yield json(Integer.parseInt(parts[0]), "{\"detail\":\"because\"}",
                        Stream.of(parts).skip(1).map(header -> header.replace(":", ": ")).toArray(String[]::new));
            }
        };
    }

    /** More than anybody reads of an answer: it may be a picture, and is charged. */
    private static ScriptedServer.Turn endless() {
        return fileOf("application/json", " ".repeat(40 << 20).getBytes(StandardCharsets.US_ASCII), 9_999_999_999L);
    }

    @TestFactory
    Stream<DynamicTest> whatAnOrderIsAnsweredMeansTheSameToEverybodyAsTheTableSays() {
        return AT_ORDERING.lines()
                .flatMap(Case::of)
                .map(each -> DynamicTest.dynamicTest(each.who + " " + each.name,
                        () -> {
                            try (ScriptedServer server = new ScriptedServer()) {
                                Duration silence = each.name.equals("silent")
                                        ? Duration.ofMillis(300)
                                        : Duration.ofSeconds(60);
                                check(each, customers.order(each.who, server, turn(each.name, server), silence));
                            }
                        }));
    }

    private static void check(Case each, Customers.Came came) {
        Failure failure = came.failure().orElseThrow(() -> new AssertionError("It did not fail: " + came));
        String kind = switch (failure) {
            case Failure.Refused _ -> "R";
            case Failure.Misconfigured _ -> "M";
            case Failure.Exhausted _ -> "E";
            case Failure.Ambiguous _ -> "A";
            case Failure.Bug _ -> "bug";
            case Failure.Transient _ when each.expected.equals("T*") -> "T*";
            case Failure.Transient(String _, Duration wait) -> "T" + String.valueOf(wait.toMillis() / 1000.0)
                    .replaceFirst(
                            "\\.0$", "");
        };
        assertEquals(each.expected, kind, failure::toString);
        if (failure instanceof Failure.Transient(String _, Duration wait) && each.expected.equals("T*")) {
            assertTrue(wait.isPositive(), failure::toString);
        }
        String money = kind.equals("A") ? "may have charged" : "Nothing was charged";
        assertTrue(!each.who.charges() || failure.what().contains(money), failure::what);
        assertFalse(failure.what().contains(Counter.KEY), failure::what);
    }

    /** What is paid already is lost only where the provider says that it has no such job; all else is asked again. */
    @TestFactory
    Stream<DynamicTest> aJobThatWasTakenIsAskedForAgainWhateverIsAnsweredBut404() {
        List<String> answers = List.of("302", "400", "401", "402", "403", "408", "409", "413", "422", "429",
                "429,retry-after:7", "500", "503", "529", "hangs-up", "cut-off", "no-json", "half-json", "empty");
        return Stream.of(Customers.Who.REPLICATE, Customers.Who.FAL, Customers.Who.REPLICATE_TEXT)
                .flatMap(who -> answers.stream().map(name -> DynamicTest.dynamicTest(who + " " + name, () -> {
                    try (ScriptedServer server = new ScriptedServer()) {
                        server.then(turn(name, server));
                        Customers.Came came = customers.ask(who, server);
                        assertTrue(came.job().isPresent() || came.failure().orElseThrow() instanceof Failure.Transient,
                                came::toString);
                        if (name.contains("retry-after")) {
                            assertEquals(Duration.ofSeconds(7), assertInstanceOf(Failure.Transient.class,
                                    came.failure().orElseThrow()).retryAfter());
                        }
                    }
                })));
    }

    @Test
    void aJobThatNobodyKnowsAnyMoreIsOverAndItsMoneyIsSpokenOf() throws IOException {
        for (Customers.Who who : List.of(Customers.Who.REPLICATE, Customers.Who.FAL, Customers.Who.REPLICATE_TEXT)) {
            try (ScriptedServer server = new ScriptedServer(json(404, "{}"))) {
                Failure failure = customers.ask(who, server).failure().orElseThrow();
                assertInstanceOf(Failure.Refused.class, failure, failure::toString);
                assertTrue(failure.what().contains("charged"), failure::what);
            }
        }
    }

    @Test
    void anthropicSaysItselfWhatIsWorthAnotherTryAndAnEmptyPurseComesAs403Too() throws IOException {
        String broke = "{\"type\":\"error\",\"error\":{\"type\":\"billing_error\",\"message\":\"no credit\"}}";
        assertInstanceOf(Failure.Exhausted.class, anthropic(json(403, broke)));
        assertInstanceOf(Failure.Refused.class, anthropic(json(529, "{}", "x-should-retry: false")));
        assertInstanceOf(Failure.Transient.class, anthropic(json(400, "{}", "x-should-retry: true")));
        assertInstanceOf(Failure.Refused.class, anthropic(json(409, "{}", "x-should-retry: false")));
        assertInstanceOf(Failure.Misconfigured.class, anthropic(json(401, "{}", "x-should-retry: true")));
    }

    private Failure anthropic(ScriptedServer.Turn turn) throws IOException {
        try (ScriptedServer server = new ScriptedServer()) {
            return customers.order(Customers.Who.ANTHROPIC, server, turn, Duration.ofSeconds(60))
                    .failure()
                    .orElseThrow();
        }
    }

    @Test
    void anEmptyPurseAtFalIsToldBeforeThePictureIsHandedInToo() throws IOException {
        try (ScriptedServer server = new ScriptedServer((ScriptedServer.Asked _) -> json(403,
                "{\"detail\":\"User is locked. Reason: Exhausted balance. Top up.\"}"))) {
            Answer answer = customers.artist("fal:kling-v2.1", server.address(), Duration.ofSeconds(60))
                    .start(customers.clip(72), "key-1", Progress.NONE);
            assertInstanceOf(Failure.Exhausted.class, assertInstanceOf(Answer.Failed.class, answer).failure());
        }
    }
}
