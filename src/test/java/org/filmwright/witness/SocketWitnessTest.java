package org.filmwright.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filmwright.base.Progress;
import org.filmwright.net.Egress;
import org.filmwright.net.Patience;
import org.filmwright.net.Reply;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** The witness at the sockets sees whatever way somebody takes; each is taken once, on purpose. */
class SocketWitnessTest {
    /** Belongs to nobody (RFC 5737). */
    private static final String ELSEWHERE = "192.0.2.1";
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofSeconds(5));

    private static DynamicTest way(String name, Executable taken) {
        return DynamicTest.dynamicTest(name, () -> {
            assertThrows(IOException.class, taken);
            List<String> caught = SocketWitness.caught();
            assertTrue(caught.size() >= 1 && caught.stream().allMatch(each -> each.startsWith(ELSEWHERE)),
                    caught::toString);
        });
    }

    @TestFactory
    Stream<DynamicTest> anySocketToAnotherMachineIsRefusedAndRemembered() {
        return Stream.of(way("a socket", () -> new Socket(ELSEWHERE, 9).close()),
                way("a channel", () -> SocketChannel.open(new InetSocketAddress(ELSEWHERE, 9)).close()),
                way("a page", () -> URI.create("http://" + ELSEWHERE + "/").toURL().openStream().close()),
                way("the client of the JDK", SocketWitnessTest::askByJdk),
                way("a datagram", SocketWitnessTest::sendDatagram));
    }

    private static void askByJdk() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create("http://" + ELSEWHERE + "/")).build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    private static void sendDatagram() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getByName(ELSEWHERE), 9));
        }
    }

    @Test
    void theGateItselfIsRefusedToo() {
        try (Egress egress = new Egress(_ -> true, _ -> {}, InstantSource.system())) {
            assertInstanceOf(Reply.Unreached.class,
                    egress.door(URI.create("http://" + ELSEWHERE), Map.of(), PATIENCE, "test")
                            .get("/", Progress.NONE));
        }
        assertTrue(SocketWitness.caught().getFirst().startsWith(ELSEWHERE + " by [okhttp3."));
    }

    @Test
    void aNameIsNotEvenAskedFor() {
        assertThrows(IOException.class, () -> InetAddress.getByName("filmwright.example"));
        assertTrue(SocketWitness.caught().getFirst().startsWith("the name filmwright.example"));
    }

    @Test
    void aTestInWhichSomethingWasToLeaveFails() {
        assertThrows(IOException.class, () -> new Socket(ELSEWHERE, 9).close());
        AssertionError failed = assertThrows(AssertionError.class, () -> new SocketWitness().afterEach(null));
        assertTrue(failed.getMessage().contains(ELSEWHERE), failed::getMessage);
    }

    @Test
    void aShutGateOpensNoSocketEvenToThisMachine() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.json(200, "{}"));
                Egress shut = new Egress(_ -> false, _ -> {}, InstantSource.system());
                Egress open = new Egress(_ -> true, _ -> {}, InstantSource.system())) {
            assertEquals(List.of(), SocketWitness.during(() -> ask(shut, server)));
            assertEquals(List.of("127.0.0.1"), SocketWitness.during(() -> ask(open, server)));
        }
    }

    private static Reply ask(Egress egress, ScriptedServer server) {
        return egress.door(server.address(), Map.of(), PATIENCE, "test").get("/", Progress.NONE);
    }
}
