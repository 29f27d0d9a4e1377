package org.filmwright.witness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Stands at every socket of the whole test run. One that leads to another machine is refused, and the test in which it
 * happened fails, whoever swallowed the refusal. One that leads to this machine is let through, unless code of the program
 * itself opened it by another way than its gate: the client in {@code net}, or the database of a farm.
 */
public final class SocketWitness implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final List<String> GATES = List.of("okhttp3.", "org.postgresql.");
    private static final Witness WITNESS = new Witness();

    /** What it has seen. */
    private static final class Witness implements Consumer<Object> {
        private final List<String> offences = new CopyOnWriteArrayList<>();
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void accept(Object address) {
            InetAddress to = address instanceof InetSocketAddress socket ? socket.getAddress() : (InetAddress) address;
            if (to == null) {
                return;
            }
            seen.add(to.getHostAddress());
            boolean here = to.isLoopbackAddress() || to.isAnyLocalAddress();
            List<String> way = way();
            if (!here || isAround(way)) {
                offences.add(to.getHostAddress() + " by " + way);
                throw refused(to);
            }
        }

        private static RuntimeException refused(InetAddress to) {
            return sneaky(new ConnectException("A test may not reach " + to.getHostAddress() + "."));
        }
    }

    /** As the callers of sockets expect it, which no signature on the way allows. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable trouble) throws E {
        throw (E) trouble;
    }

    /** Who is on the way to the socket, the nearest first; the JDK and this class left out. */
    private static List<String> way() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("sun.")
                                && !name.startsWith("jdk.") && !name.startsWith(SocketWitness.class.getPackageName()))
                        .distinct()
                        .limit(40)
                        .toList());
    }

    /** Whether the program's own code is nearer to the socket than any gate and any test. */
    private static boolean isAround(List<String> way) {
        return way.stream()
                .filter(name -> name.startsWith("org.filmwright.") || GATES.stream().anyMatch(name::startsWith))
                .findFirst()
                .filter(SocketWitness::isProgram)
                .isPresent();
    }

    private static boolean isProgram(String name) {
        try {
            Class<?> type = Class.forName(name, false, SocketWitness.class.getClassLoader());
            return name.startsWith("org.filmwright.")
                    && !type.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test-classes");
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Told by whoever looks names up: a question to a name server leaves the machine before any socket does. */
    static void lookedUp(String name) {
        WITNESS.offences.add("the name " + name + " by " + way());
    }

    /** What was refused since the last time, and now counts as known. */
    static List<String> caught() {
        List<String> all = new ArrayList<>(WITNESS.offences);
        WITNESS.offences.removeAll(all);
        return all;
    }

    /** Every address that a socket was opened to meanwhile, this machine's own among them. */
    public static List<String> during(Callable<?> work) throws Exception {
        int before = WITNESS.seen.size();
        work.call();
        return List.copyOf(WITNESS.seen.subList(before, WITNESS.seen.size()));
    }

    @Override
    public void beforeAll(ExtensionContext tests) throws IOException, InterruptedException {
        synchronized (WITNESS) {
            if (System.getProperties().get(WitnessAgent.NAME) == null) {
                System.getProperties().put(WitnessAgent.NAME, WITNESS);
                Attaching.attach();
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        judge();
    }

    /** What came too late for the test that began it. */
    @Override
    public void afterAll(ExtensionContext tests) {
        judge();
    }

    private static void judge() {
        Stream.of(caught()).filter(offences -> !offences.isEmpty()).forEach(offences -> {
            throw new AssertionError("Something was to leave this machine:\n" + String.join("\n", offences));
        });
    }
}
