package org.filmwright;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.filmwright.drill.PaidPoint;
import org.filmwright.store.Waypoint;

/** Says where the store of a worker is, and stops it for good where it is told to: then it is killed. */
final class PaidWaypoint implements Waypoint {
    private static final Pattern FACT = Pattern.compile("\"is\":\"(Intended|Accepted|Closed|Drawn|Decided)\"");
    private final Path journal;
    private final PrintStream out;
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile String aim = "none";
    private volatile String fact = "";

    /** @param journal the folder of the journal; @param out where it is said */
    PaidWaypoint(Path journal, PrintStream out) {
        this.journal = journal;
        this.out = out;
    }

    void aim(String point) {
        aim = point;
    }

    @Override
    public void pass(String point) {
        if (point.equals("journal written")) {
            fact = newest().orElse("");
        }
        Optional<PaidPoint> passed = PaidPoint.of(point, fact);
        passed.ifPresent(this::passed);
        if (point.equals("after commit")) {
            fact = "";
        }
    }

    private void passed(PaidPoint point) {
        boolean here = point.word().equals(aim);
        out.println((here ? "here " : "pass ") + point.word());
        if (here) {
            stay();
        }
    }

    private void stay() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The name of the last fact that stands in the journal. */
    private Optional<String> newest() {
        try (Stream<Path> files = Files.list(journal)) {
            Path last = files.filter(file -> file.getFileName().toString().matches("\\d+\\.jsonl"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Matcher found = FACT.matcher(Files.readAllLines(last).getLast());
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
