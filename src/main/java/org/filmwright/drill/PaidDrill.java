package org.filmwright.drill;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.store.CrashChild;
import org.filmwright.store.Finding;
import org.filmwright.store.ProjectFolder;

/**
 * Kills the program again and again around paid pictures, most times at a point that was chosen before, and compares the
 * ledger of the shop with ours each time it has come to rest again.
 */
public final class PaidDrill implements AutoCloseable {
    private static final List<String> LEAN = List.of("-Xmx384m", "-XX:+UseSerialGC", "-Xshare:auto",
            "--sun-misc-unsafe-memory-access=allow");
    private static final long PATIENCE = Duration.ofSeconds(90).toMillis();
    private static final int LONGEST_NAP = 2500;
    private static final String SCRIPT = "INT. KITCHEN - NIGHT\n\nMara pours tea.\n";
    private final Path folder;
    private final Class<?> program;
    private final long seed;
    private final SplittableRandom random;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CrashChild shop;
    private final PaidPerson person;
    private final Map<PaidPoint, Integer> phases = new EnumMap<>(PaidPoint.class);
    private final TreeSet<String> broken = new TreeSet<>();
    private long pictures;
    private PaidPoint last = PaidPoint.RESTING;
    private int audits;

    /**
     * @param folder empty; holds the project, its settings and the shop's ledger
     * @param program whose {@code main} works on the project: told where it is, its screenplay, and where to stop
     */
    public PaidDrill(Path folder, Class<?> program, long seed) throws IOException {
        this.folder = folder;
        this.program = program;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.person = new PaidPerson(random.split());
        this.shop = CrashChild.start(List.of("-Xmx96m", "-XX:+UseSerialGC", "-Xshare:auto"), PictureShop.class, folder,
                random.nextInt());
        String port = shop.line().orElse("").replace("open ", "");
        PaidLife.listen(shop, "shop ", heard);
        settings("http://127.0.0.1:" + port);
    }

    private void settings(String address) throws IOException {
        Path config = Files.createDirectories(folder.resolve("settings"));
        Files.writeString(config.resolve("artists.json"), """
                {"providers":[{"id":"replicate","address":"%1$s"},{"id":"gemini","address":"%1$s"}]}"""
                .formatted(address));
        Files.writeString(config.resolve("keys.json"),
                "{\"keys\":{\"replicate\":\"drill-key-1\",\"gemini\":\"drill-key-2\"}}");
        Files.writeString(folder.resolve("tea.fountain"), SCRIPT);
    }

    private Path project() {
        return folder.resolve("drill.filmwright");
    }

    /** @param killed is told the number of every kill */
    public Outcome<PaidProof> run(int kills, IntConsumer killed) throws IOException, InterruptedException {
        PaidAim aims = new PaidAim(random.split());
        return killed(kills, _ -> aims.next(last), killed);
    }

    /** Kills once at each of these points, in their order. */
    public Outcome<PaidProof> at(List<PaidAim.Aim> aims, IntConsumer killed) throws IOException, InterruptedException {
        return killed(aims.size(), kill -> aims.get(kill - 1), killed);
    }

    private Outcome<PaidProof> killed(int kills, IntFunction<PaidAim.Aim> aims, IntConsumer killed)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int kill = 1; kill <= kills; kill++) {
            Optional<Failure> ended = live(aims.apply(kill), kill);
            if (ended.isPresent()) {
                return Outcome.failed(ended.get());
            }
            killed.accept(kill);
        }
        PaidStanding end = lastLife();
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
        return orphans().then(orphans -> Outcome.ok(proof(end, kills, seconds, orphans)));
    }

    private PaidLife begin(PaidAim.Aim aim) throws IOException {
        boolean opening = aim.opening() && aim.point().side() == PaidPoint.Side.WORKER;
        List<String> options = new ArrayList<>(LEAN);
        options.add("-Dfilmwright.config=" + folder.resolve("settings"));
        PaidLife life = new PaidLife(CrashChild.start(options, program, project(), folder.resolve("tea.fountain"),
                opening ? aim.point().word() : "none"), shop, heard);
        if (aim.opening() && aim.point().side() == PaidPoint.Side.SHOP) {
            shop.tell("hold " + aim.point().word());
        }
        return life;
    }

    private Optional<Failure> live(PaidAim.Aim aim, int kill) throws IOException, InterruptedException {
        try (PaidLife life = begin(aim)) {
            PaidLife.Heard first = aim.opening() && aim.point().side() == PaidPoint.Side.NOWHERE
                    ? life.await(random.nextInt(LONGEST_NAP))
                    : life.await(PATIENCE);
            PaidLife.Heard then = first == PaidLife.Heard.REST ? work(life, aim) : first;
            if (then == PaidLife.Heard.ENDED) {
                return Optional.of(new Failure.Bug("drill.worker", "The worker ended by itself; the seed is " + seed
                        + ", the kill " + kill + "."));
            }
            life.kill(Integer.toString(kill));
            shop.tell(random.nextBoolean() ? "go" : "forget");
            last = life.at();
            phases.merge(last, 1, Integer::sum);
            return Optional.empty();
        }
    }

    /** At rest both ledgers are compared; then the person answers, something is ordered, and the moment is waited for. */
    private PaidLife.Heard work(PaidLife life, PaidAim.Aim aim) throws IOException, InterruptedException {
        audit(life.standing(), false);
        PaidLife.Heard now = PaidLife.Heard.REST;
        boolean decides = aim.point() == PaidPoint.DECISION_FORCED;
        if (decides) {
            life.tell("aim " + aim.point().word());
            now = life.await(PATIENCE);
        }
        for (String answer : person.answers(life.standing(), ShopBook.in(folder).bills())) {
            if (now != PaidLife.Heard.REST) {
                return now;
            }
            life.tell(answer);
            now = life.await(PATIENCE);
        }
        if (now != PaidLife.Heard.REST || aim.point() == PaidPoint.RESTING) {
            return now;
        }
        switch (aim.point().side()) {
            case WORKER -> {
                life.tell("aim " + aim.point().word());
                now = life.await(PATIENCE);
            }
            case SHOP -> shop.tell("hold " + aim.point().word());
            case NOWHERE -> {
            }
        }
        return now == PaidLife.Heard.REST ? order(life, aim) : now;
    }

    private PaidLife.Heard order(PaidLife life, PaidAim.Aim aim) throws IOException, InterruptedException {
        pictures += 10;
        int takes = aim.takes();
        life.tell("order " + pictures + " " + takes + " " + aim.artist());
        return life.await(aim.point().side() == PaidPoint.Side.NOWHERE ? random.nextInt(LONGEST_NAP) : PATIENCE);
    }

    private void audit(PaidStanding standing, boolean ended) {
        audits++;
        broken.addAll(PaidAudit.broken(ShopBook.in(folder).bills(), standing, ended));
    }

    /** Nothing is killed any more: the person answers everything, and everything has to come to its end. */
    private PaidStanding lastLife() throws IOException, InterruptedException {
        try (PaidLife life = begin(PaidAim.NONE)) {
            shop.tell("go");
            PaidLife.Heard now = life.await(PATIENCE);
            List<String> answers = person.answers(rested(life, now), ShopBook.in(folder).bills());
            while (!answers.isEmpty()) {
                for (String answer : answers) {
                    life.tell(answer);
                    now = life.await(PATIENCE);
                }
                answers = person.answers(rested(life, now), ShopBook.in(folder).bills());
            }
            audit(life.standing(), true);
            life.tell("end");
            if (life.exitCode() != 0) {
                broken.add("The last worker did not end well.");
            }
            return life.standing();
        }
    }

    private PaidStanding rested(PaidLife life, PaidLife.Heard now) throws IOException {
        if (now != PaidLife.Heard.REST) {
            throw new IOException("The last worker did not come to rest (" + now + "); the seed is " + seed);
        }
        return life.standing();
    }

    /** The project's own check; a file that a kill left between its place and its row is no broken promise. */
    private Outcome<Integer> orphans() {
        return ProjectFolder.openOrCreate(project(), Clock.systemUTC()).then(open -> {
            try (open) {
                List<Finding> found = open.check();
                found.stream()
                        .filter(each -> each.kind() != Finding.Kind.ORPHAN_FILE)
                        .forEach(each -> broken.add(each.where() + ": " + each.sentence()));
                return Outcome.ok((int) found.stream()
                        .filter(each -> each.kind() == Finding.Kind.ORPHAN_FILE)
                        .count());
            }
        });
    }

    private PaidProof proof(PaidStanding end, int kills, double seconds, int orphans) {
        List<ShopBook.Bill> bills = ShopBook.in(folder).bills();
        BigDecimal billed = PaidAudit.billed(bills);
        int charged = (int) bills.stream().filter(ShopBook.Bill::charged).count();
        Map<String, Integer> table = new LinkedHashMap<>();
        for (PaidPoint point : PaidPoint.values()) {
            table.put(point.words(), phases.getOrDefault(point, 0));
        }
        PaidProof.Ours ours = new PaidProof.Ours(end.wants().size(),
                (int) end.wants().stream().filter(PaidStanding.Want::whole).count(), count(end, "SUCCEEDED"),
                count(end, "WRITTEN_OFF"), count(end, "FAILED") + count(end, "CANCELLED"), end.spent(), orphans);
        return new PaidProof(seed, kills, seconds, table, audits, new PaidProof.Shop(charged, billed.toPlainString()
                + " USD", bills.size() - charged), ours, person.told(), List.copyOf(broken));
    }

    private static int count(PaidStanding standing, String state) {
        return (int) standing.calls().stream().filter(call -> call.state().equals(state)).count();
    }

    @Override
    public void close() {
        shop.close();
    }
}
