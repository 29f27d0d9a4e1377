package org.filmwright.net;

import static org.filmwright.net.ScriptedServer.json;
import static org.filmwright.net.ScriptedServer.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What leaves this machine, and what does not. */
class EgressTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60),
            Duration.ofSeconds(60));
    private final List<Passage> log = new ArrayList<>();
    private boolean open = true;
    private final Egress egress = new Egress(address -> open, log::add, InstantSource.system());

    @AfterEach
    void close() {
        egress.close();
    }

    private Door door(URI address) {
        return egress.door(address, Map.of("x-api-key", "s3cret"), PATIENCE, "test");
    }

    @Test
    void nothingIsSentToAnAddressThatNobodySwitchedOn() {
        ScriptedServer server = new ScriptedServer(json(200, "{}"));
        open = false;
        assertInstanceOf(Reply.Unreached.class, door(server.address()).post("/x", "{}", Progress.NONE));
        assertEquals(List.of(), server.asked());
        assertEquals("held back", log.getFirst().end());
    }

    @Test
    void everyRequestIsLoggedWithHostAndBytesAndNeverWithItsKeyOrPath() {
        ScriptedServer server = new ScriptedServer(json(200, "{\"a\":1}"));
        Reply.Answered answered = assertInstanceOf(Reply.Answered.class,
                door(server.address()).post("/v1/secret-title", "{\"q\":1}", Progress.NONE));
        assertEquals("{\"a\":1}", answered.body());
        assertEquals("s3cret", server.asked().getFirst().headers().get("x-api-key"));
        Passage passage = log.getFirst();
        assertEquals(List.of(7L, 7L), List.of(passage.sent(), passage.got()));
        assertTrue(!passage.toString().contains("s3cret") && !passage.toString().contains("title"), passage::toString);
    }

    @Test
    void aRedirectIsNotFollowedSoThatAKeyGoesNowhereElse() {
        ScriptedServer elsewhere = new ScriptedServer(json(200, "{}"));
        ScriptedServer server = new ScriptedServer(
                says(302, "text/plain", "", "Location: " + elsewhere.address() + "/x"));
        assertEquals(302, assertInstanceOf(Reply.Answered.class, door(server.address()).get("/x", Progress.NONE))
                .status());
        assertEquals(List.of(), elsewhere.asked());
    }

    @Test
    void aCallIsMadeOnceHoweverItIsAnswered() {
        ScriptedServer server = new ScriptedServer(json(503, "{}", "Retry-After: 0"), json(408, "{}"),
                ScriptedServer.hangsUp(), json(200, "{}"));
        Door door = door(server.address());
        assertEquals(503, assertInstanceOf(Reply.Answered.class, door.post("/x", "{}", Progress.NONE)).status());
        assertEquals(408, assertInstanceOf(Reply.Answered.class, door.post("/x", "{}", Progress.NONE)).status());
        assertInstanceOf(Reply.Lost.class, door.post("/x", "{}", Progress.NONE));
        assertEquals(3, server.asked().size());
    }
}
