package org.filmwright.agents;

import static org.filmwright.net.ScriptedServer.json;
import static org.filmwright.net.ScriptedServer.streams;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.agents.AgentResult.Delivered;
import org.filmwright.agents.AgentResult.Missed;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.generate.cloud.ChatWriter;
import org.filmwright.generate.cloud.LocalServer;
import org.filmwright.net.Egress;
import org.filmwright.net.Patience;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every agent over HTTP, with a server that answers well, brokenly, cut, not at all, or too late. */
class AgentsOnTheWireTest {
    private static final AgentLibrary.Shelf SHELF = new AgentLibrary(List.of()).now();
    private static final String EVENTS = "text/event-stream";
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final Duration HASTY = Duration.ofMillis(50);
    private final Egress egress = new Egress(_ -> true, _ -> {}, InstantSource.system());

    @AfterEach
    void close() {
        egress.close();
    }

    /** What a promise is made about: an agent, and a server with a script. */
    private interface Promise {
        void hold(Agent agent, ScriptedServer server);
    }

    private static Stream<DynamicTest> each(Promise promise) {
        return SHELF.members()
                .stream()
                .map(AgentLibrary.Member::agent)
                .map(agent -> DynamicTest.dynamicTest(agent.id(),
                        () -> {
                            try (ScriptedServer server = new ScriptedServer()) {
                                promise.hold(agent, server);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        }));
    }

    private AgentResult run(Agent agent, ScriptedServer server, Duration silence) {
        ChatWriter writer = new ChatWriter(
                egress.door(server.address(), Map.of(), new Patience(PATIENT, silence, PATIENT), "test"),
                LocalServer.VLLM, new LocalServer.Setup("m", 1_000_000));
        return new WritersRoom(Optional.of(writer)).run(agent, agent.contract().exampleInput(), Progress.NONE);
    }

    private static String good(Agent agent, double confidence) {
        ObjectNode answer = agent.contract().exampleOutput().deepCopy();
        return answer.put("confidence", confidence).toString();
    }

    private static ScriptedServer.Turn says(String text, String finish) {
        String quoted = new JsonMapper().createObjectNode().put("content", text).toString();
        return streams(EVENTS, "data: {\"choices\":[{\"delta\":" + quoted + "}]}\n\n",
                "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"" + finish + "\"}]}\n\ndata: [DONE]\n\n");
    }

    @TestFactory
    Stream<DynamicTest> aGoodAnswerIsDeliveredWithReasons() {
        return each((agent, server) -> {
            server.then(says(good(agent, 0.95), "stop"));
            Delivered delivered = assertInstanceOf(Delivered.class, run(agent, server, PATIENT));
            assertEquals(agent.contract().exampleOutput(), delivered.answer());
            assertTrue(delivered.confidence().reasons().size() >= 3);
            assertEquals(delivered.confidence().value() < agent.threshold(), delivered.forReview());
        });
    }

    @TestFactory
    Stream<DynamicTest> anUnsureAnswerIsForReview() {
        return each((agent, server) -> {
            server.then(says(good(agent, 0.1), "stop"));
            assertTrue(assertInstanceOf(Delivered.class, run(agent, server, PATIENT)).forReview());
        });
    }

    @TestFactory
    Stream<DynamicTest> aBrokenAnswerGetsOneRoundOfNotesAndASecondOneEndsTheTalk() {
        return each((agent, server) -> {
            server.then(says("Sure! {\"a\": ", "stop"), says(good(agent, 0.95), "stop"), says("no", "stop"),
                    says("{}", "stop"));
            assertInstanceOf(Delivered.class, run(agent, server, PATIENT));
            Missed missed = assertInstanceOf(Missed.class, run(agent, server, PATIENT));
            assertInstanceOf(Failure.Transient.class, missed.failure());
            assertEquals(Optional.of("{}"), missed.kept());
            assertEquals(4, server.asked().size());
        });
    }

    @TestFactory
    Stream<DynamicTest> anAnswerThatIsCutTwiceIsExhaustionWithItsTextKept() {
        return each((agent, server) -> {
            String half = good(agent, 0.9).substring(0, good(agent, 0.9).length() / 2);
            server.then(says(half, "length"), says(half, "length"));
            Missed missed = assertInstanceOf(Missed.class, run(agent, server, PATIENT));
            assertInstanceOf(Failure.Exhausted.class, missed.failure());
            assertEquals(Optional.of(half), missed.kept());
        });
    }

    @TestFactory
    Stream<DynamicTest> aRefusalIsTypedAndNotAskedAgain() {
        return each((agent, server) -> {
            server.then(says("", "content_filter"), json(429, "{}", "Retry-After: 9"));
            assertInstanceOf(Failure.Refused.class,
                    assertInstanceOf(Missed.class, run(agent, server, PATIENT)).failure());
            assertEquals(Duration.ofSeconds(9), assertInstanceOf(Failure.Transient.class,
                    assertInstanceOf(Missed.class, run(agent, server, PATIENT)).failure()).retryAfter());
            assertEquals(2, server.asked().size());
        });
    }

    @TestFactory
    Stream<DynamicTest> aLateAnswerIsTransient() {
        return each((agent, server) -> {
            server.then(server.fallsSilent(EVENTS));
            Missed missed = assertInstanceOf(Missed.class, run(agent, server, HASTY));
            assertTrue(assertInstanceOf(Failure.Transient.class, missed.failure()).what().contains("too long"),
                    missed.failure()::what);
        });
    }
}
