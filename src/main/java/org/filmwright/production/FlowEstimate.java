package org.filmwright.production;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.flow.Catalog;
import org.filmwright.engine.flow.Node;
import org.filmwright.engine.flow.Workflow;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.story.ShotPlan;

/**
 * What a workflow would buy if it ran once from its beginning, before it is started: each kind of bought work as often as
 * its fan-outs repeat it. What loops and people send back comes on top; what was bought before is not bought again.
 */
public record FlowEstimate(String workflow, List<Line> lines) {
    private static final String PICTURES = "pictures";
    private static final String TEXTS = "texts";
    private static final String CLIPS = "clips";

    public FlowEstimate {
        lines = List.copyOf(lines);
    }

    /**
     * One kind of bought work.
     *
     * @param by who is paid: a generator as in {@link Artists}, or who writes
     * @param count empty where the screenplay does not say yet how many @param each empty where nobody knows the price
     */
    public record Line(String what, String by, OptionalLong count, Optional<Money> each) {
        /** Empty where something of it is unknown: that is no zero. */
        public Optional<Money> total() {
            return count.isEmpty() ? Optional.empty() : each.map(price -> price.times(count.getAsLong()));
        }
    }

    /** What is known added up, each currency apart, in the order of their codes. */
    public List<Money> sums() {
        Map<String, Money> sums = new TreeMap<>();
        lines.forEach(line -> line.total()
                .ifPresent(money -> sums.merge(money.currency().getCurrencyCode(), money, Money::plus)));
        return List.copyOf(sums.values());
    }

    /** Whether nothing of it is unknown. */
    public boolean whole() {
        return lines.stream().allMatch(line -> line.total().isPresent());
    }

    /** What is asked about. @param folder of the project @param writer who writes, where that one charges */
    public record Order(String workflow, MakeOrder film, Path folder, Optional<String> writer) {}

    public static Outcome<FlowEstimate> of(Order order, Records records, EngineApi engine, Generators generators) {
        Catalog catalog = new FilmWorkflows(order.folder).catalog();
        Optional<ShotPlan> plan = records.scripts()
                .current()
                .filter(script -> script.fileName().equals(order.film.script().fileName()))
                .map(script -> script.plan());
        Tour tour = new Tour(catalog, plan, order.film.takes());
        Optional<Workflow> flow = tour.find(order.workflow);
        if (flow.isEmpty()) {
            return Outcome.failed(new Failure.Refused("There is no workflow '" + order.workflow + "'.",
                    "List them: filmwright workflows list --startable."));
        }
        tour.walk(flow.get().nodes(), OptionalLong.of(1));
        List<Line> lines = new ArrayList<>();
        String artist = order.film.look().imageGenerator();
        if (generators.find(artist).orElse(null) instanceof RemoteGenerator) {
            Optional<Money> price = new AskingPrice(records, generators, order.folder).of(order.film.look());
            tour.line(PICTURES, artist, price).ifPresent(lines::add);
        }
        String filmer = order.film.look().clipGenerator();
        if (generators.find(filmer).orElse(null) instanceof RemoteGenerator remote) {
            tour.line(CLIPS, filmer, remote.tariff().map(RemoteGenerator.Tariff::price)).ifPresent(lines::add);
        }
        order.writer.flatMap(writer -> tour.line(TEXTS, writer, usualText(engine))).ifPresent(lines::add);
        return Outcome.ok(new FlowEstimate(order.workflow, lines));
    }

    /** What a text has cost in this project on average; nobody can say beforehand how long the next one gets. */
    private static Optional<Money> usualText(EngineApi engine) {
        List<Money> paid = engine.spending()
                .calls()
                .stream()
                .filter(call -> call.purchase().operation().equals("text"))
                .flatMap(call -> call.closing().flatMap(PaidCall.Closing::charged).stream())
                .toList();
        boolean one = paid.stream().map(Money::currency).distinct().count() == 1;
        return one ? paid.stream().reduce(Money::plus).map(all -> all.times(1.0 / paid.size())) : Optional.empty();
    }

    /** Goes through the nodes of a workflow and of those nested in it, and counts. */
    private record Tour(Catalog catalog, Optional<ShotPlan> plan, int takes, Map<String, OptionalLong> counts) {
        Tour(Catalog catalog, Optional<ShotPlan> plan, int takes) {
            this(catalog, plan, takes, new LinkedHashMap<>());
        }

        Optional<Workflow> find(String name) {
            return catalog.all().stream().filter(flow -> flow.name().equals(name)).findFirst();
        }

        Optional<Line> line(String what, String by, Optional<Money> each) {
            return Optional.ofNullable(counts.get(what)).map(count -> new Line(what, by, count, each));
        }

        void walk(List<Node> nodes, OptionalLong times) {
            for (Node node : nodes) {
                switch (node.work()) {
                    case Node.Task task when task.handler().equals(MakeSteps.DRAW) -> count(PICTURES, times);
                    case Node.Task task when task.handler().equals(MakeSteps.CLIP) -> count(CLIPS, times);
                    case Node.Task _ -> {
                    }
                    case Node.Agent _ -> count(TEXTS, times);
                    case Node.Gate _ -> {
                    }
                    case Node.Fanout fanout -> walk(fanout.body(), product(times, items(fanout.over())));
                    case Node.Subflow nested -> find(nested.workflow())
                            .ifPresent(flow -> walk(flow.nodes(), times));
                }
            }
        }

        private void count(String what, OptionalLong times) {
            counts.merge(what, times, (one, other) -> one.isEmpty() || other.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(one.getAsLong() + other.getAsLong()));
        }

        private static OptionalLong product(OptionalLong one, OptionalLong other) {
            return one.isEmpty() || other.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(one.getAsLong() * other.getAsLong());
        }

        /** By the lists that the steps of this program put out; of anybody else's nothing is known before they run. */
        private OptionalLong items(String over) {
            return switch (over.substring(over.lastIndexOf('.') + 1)) {
                case "takes" -> OptionalLong.of(takes);
                case "shotItems" -> plan.map(all -> OptionalLong.of(all.shots().size())).orElse(OptionalLong.empty());
                case "sceneItems", "sceneCues" -> plan.map(all -> OptionalLong.of(all.scenes().size()))
                        .orElse(OptionalLong.empty());
                default -> OptionalLong.empty();
            };
        }
    }
}
