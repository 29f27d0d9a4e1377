package org.filmwright.drill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A provider for drills: a process of its own that charges for what it is sent and writes that into its own forced
 * ledger. It may be busy, slow, lose its answer after it has charged, or be killed itself. It speaks through files, no
 * socket: a request is {@code in/<time>-<id>}, its answer {@code out/<time>-<id>}.
 *
 * <p>Of its models, {@code keyed} honours idempotency keys, {@code listed} can be asked for a key, and {@code blind} knows
 * neither.
 */
public final class ScriptedProvider {
    static final List<String> MODELS = List.of("keyed", "listed", "blind");
    private static final Duration NAP = Duration.ofMillis(2);
    private final Path folder;
    private final SplittableRandom random;
    private final List<Charge> ledger;

    private ScriptedProvider(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new SplittableRandom(seed);
        this.ledger = new ArrayList<>(ledger(folder));
        Files.createDirectories(folder.resolve("in"));
        Files.createDirectories(folder.resolve("out"));
    }

    /**
     * One line of its ledger.
     *
     * @param request the file it answered, so that a provider that died in between does not charge for it twice
     * @param what was bought: the same for all tries of one step
     */
    record Charge(String request, String model, String key, String what) {
        private static Charge parse(String line) {
            String[] parts = line.split(" ");
            return new Charge(parts[0], parts[1], parts[2], parts[3]);
        }

        private String line() {
            return String.join(" ", request, model, key, what) + "\n";
        }

        String job() {
            return "job-" + request;
        }
    }

    /** @param args the folder, and a seed for its moods */
    public static void main(String[] args) throws IOException {
        ScriptedProvider provider = new ScriptedProvider(Path.of(args[0]), Long.parseLong(args[1]));
        System.out.println("open");
        while (true) {
            provider.serve();
            LockSupport.parkNanos(NAP.toNanos());
        }
    }

    /** Everything that was charged, in order. */
    static List<Charge> ledger(Path folder) throws IOException {
        Path file = folder.resolve("ledger.txt");
        return Files.isRegularFile(file)
                ? Files.readAllLines(file)
                        .stream()
                        .filter(line -> line.split(" ").length == 4)
                        .map(Charge::parse)
                        .toList()
                : List.of();
    }

    /** In the order in which they were sent: who asks for a purchase asks after it. */
    private void serve() throws IOException {
        List<Path> requests;
        try (Stream<Path> all = Files.list(folder.resolve("in"))) {
            requests = all.sorted().toList();
        }
        for (Path request : requests) {
            String[] words = Files.readString(request).split(" ");
            Optional<String> answer = answer(request.getFileName().toString(), words);
            if (answer.isPresent()) {
                reply(request.getFileName().toString(), answer.get());
            }
            Files.delete(request);
        }
    }

    /** Verb, key, model, what; nothing where the answer gets lost. */
    private Optional<String> answer(String request, String[] words) throws IOException {
        return switch (words[0]) {
            case "start" -> start(new Charge(request, words[2], words[1], words[3]));
            case "poll" -> Optional.of(random.nextInt(3) > 0 ? "done " + words[1] : "job " + words[1]);
            case "find" -> Optional.of(find(words[1], words[2]));
            default -> Optional.of("refused");
        };
    }

    private Optional<String> start(Charge charge) throws IOException {
        Optional<Charge> known = last(each -> each.request.equals(charge.request)
                || charge.model.equals("keyed") && each.key.equals(charge.key));
        int mood = random.nextInt(100);
        if (known.isEmpty() && mood < 5) {
            return Optional.of("busy");
        }
        if (known.isEmpty()) {
            write(charge);
        }
        if (mood < 15) {
            return Optional.empty();
        }
        if (mood < 25) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(10, 60)).toNanos());
        }
        String job = known.orElse(charge).job();
        return Optional.of(mood < 60 ? "done " + job : "job " + job);
    }

    private String find(String key, String model) {
        return switch (model) {
            case "keyed" -> "repeat";
            case "listed" -> last(each -> each.key.equals(key)).map(charge -> "job " + charge.job()).orElse("never");
            default -> "unknown";
        };
    }

    private Optional<Charge> last(Predicate<Charge> which) {
        return ledger.stream().filter(which).reduce((older, newer) -> newer);
    }

    private void write(Charge charge) throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve("ledger.txt"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            file.write(ByteBuffer.wrap(charge.line().getBytes(StandardCharsets.UTF_8)));
            file.force(true);
        }
        ledger.add(charge);
    }

    private void reply(String request, String answer) throws IOException {
        Path part = Files.writeString(folder.resolve(request + ".part"), answer);
        Files.move(part, folder.resolve("out").resolve(request), StandardCopyOption.ATOMIC_MOVE);
    }
}
