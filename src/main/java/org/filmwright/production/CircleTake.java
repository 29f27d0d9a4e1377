package org.filmwright.production;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.engine.Choice;
import org.filmwright.engine.Question;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trash;
import org.filmwright.review.ApprovedImage;
import org.filmwright.review.BestTake;
import org.filmwright.review.Marks;
import org.filmwright.review.PromptMatch;
import org.filmwright.review.Ruling;
import org.filmwright.review.TakeMeter;
import org.filmwright.review.Verdict;
import org.filmwright.story.Shot;

/** Circles one take of a shot: a person's choice if there is one, else by the order's policy. */
final class CircleTake implements StepHandler {
    private final Records records;
    private final TakeMeter meter;
    private final Optional<Likening> likening;
    private final InstantSource clock;

    /** @param likening asked for what it knows by then; nobody waits for more */
    CircleTake(Records records, TakeMeter meter, Optional<Likening> likening, InstantSource clock) {
        this.records = records;
        this.meter = meter;
        this.likening = likening;
        this.clock = clock;
    }

    /** What this step answers. */
    record Circled(String take, String reason) {}

    /** The word that chooses a take at the gate. */
    static String choice(int take) {
        return "take-" + take;
    }

    /** The take that a finished step circled. */
    static TakeId takeIn(String output) {
        return new TakeId(Json.read(output, Circled.class).take());
    }

    /** The approved image that a finished step stands for. */
    static ApprovedImage approvedIn(String output, Records records) {
        Circled circled = Json.read(output, Circled.class);
        TakeId take = new TakeId(circled.take());
        return records.takes()
                .find(take)
                .flatMap(image -> records.verdicts()
                        .latest(take)
                        .flatMap(verdict -> ApprovedImage.of(image,
                                verdict.gaveWay() ? again(circled, verdict) : verdict)))
                .orElseThrow(() -> new IllegalStateException("Take " + take + " is not approved"));
    }

    /** For another film another take was circled meanwhile; this one is made with this one. */
    private static Verdict again(Circled circled, Verdict now) {
        return Verdict.byRule(now.take(), now.shot(), "before", circled.reason(), now.at());
    }

    @Override
    public StepResult run(StepContext context) {
        StepOrder order = Json.read(context.input(), StepOrder.class);
        CurrentPlan plan = new CurrentPlan(records);
        Shot shot = plan.shot(order.shot());
        List<TakeId> drawn = context.upstream().values().stream().map(DrawTake::takeIn).toList();
        return new Approvals(records).of(plan.plan(), shot, drawn)
                .map(image -> circle(image.verdict()))
                .orElseGet(() -> decide(order, context, shot, wanted(takes(drawn))));
    }

    /** What a person rejected is not circled by a rule while there is another take; the film needs one. */
    private List<ImageTake> wanted(List<ImageTake> takes) {
        List<ImageTake> left = takes.stream().filter(take -> !isRejected(take)).toList();
        return left.isEmpty() ? takes : left;
    }

    private boolean isRejected(ImageTake take) {
        return records.verdicts()
                .latest(take.id())
                .filter(Verdict::byPerson)
                .filter(verdict -> verdict.ruling() == Ruling.REJECTED)
                .isPresent();
    }

    /** What a person put into the trash is not circled; where all of it lies there, it comes out: the film needs one. */
    private List<ImageTake> takes(List<TakeId> drawn) {
        Trash trash = records.takes().trash();
        if (!drawn.isEmpty() && drawn.stream().allMatch(trash::holds)) {
            drawn.forEach(records.takes()::redrawn);
            return takes(drawn, Trash.EMPTY);
        }
        return takes(drawn, trash);
    }

    private List<ImageTake> takes(List<TakeId> drawn, Trash trash) {
        return drawn.stream()
                .filter(id -> !trash.holds(id))
                .map(id -> records.takes().find(id).orElseThrow())
                .sorted(Comparator.comparingInt(ImageTake::number))
                .toList();
    }

    private StepResult decide(StepOrder order, StepContext context, Shot shot, List<ImageTake> takes) {
        if (takes.isEmpty()) {
            return new StepResult.Failed(new Failure.Refused("No take of " + shot.label() + " was drawn.",
                    "Retry one of its takes."));
        }
        return switch (order.make().approve()) {
            case BEST -> StepAnswers.of(best(shot, takes), choice -> record(choice.take(), "best", choice.reason()));
            case FIRST -> record(takes.getFirst(), "first", "the first take, as ordered");
            case ASK -> context.answer().map(answer -> answered(takes, answer)).orElseGet(() -> ask(shot, takes));
        };
    }

    private Outcome<BestTake.Choice> best(Shot shot, List<ImageTake> takes) {
        Map<Digest, PromptMatch> matches = likening
                .map(known -> known.known(new CurrentPlan(records).plan(), shot))
                .orElse(Map.of());
        Outcome<List<BestTake.Measured>> measured = Outcome.ok(List.of());
        for (ImageTake take : takes) {
            measured = measured.then(before -> meter.measure(records.vault().file(take.media()), take.subject())
                    .then(measures -> Outcome.ok(with(before, new BestTake.Measured(take, measures, Optional.ofNullable(
                            matches.get(take.media().digest())))))));
        }
        return measured.then(all -> Outcome.ok(BestTake.of(all)));
    }

    private static <T> List<T> with(List<T> before, T next) {
        return Stream.concat(before.stream(), Stream.of(next)).toList();
    }

    private StepResult record(ImageTake take, String rule, String reason) {
        return circle(Verdict.byRule(take.id(), take.shot(), rule, reason, clock.instant()).marked(marks(take)));
    }

    private Marks marks(ImageTake take) {
        return records.verdicts().latest(take.id()).map(Verdict::marks).orElse(Marks.NONE);
    }

    /** One take of a shot is circled, unless a person circled more: what rules approved before gives way, first. */
    private StepResult circle(Verdict verdict) {
        records.takes()
                .of(verdict.shot())
                .stream()
                .filter(take -> !take.id().equals(verdict.take()))
                .flatMap(take -> records.verdicts().latest(take.id()).stream())
                .filter(other -> other.ruling() == Ruling.APPROVED && !other.byPerson())
                .forEach(other -> records.verdicts().record(other.givesWay("another", clock.instant())));
        if (!records.verdicts().latest(verdict.take()).equals(Optional.of(verdict))) {
            records.verdicts().record(verdict);
        }
        return StepResult.done(Json.of(new Circled(verdict.take().value(), verdict.reason())));
    }

    private StepResult answered(List<ImageTake> takes, Choice answer) {
        return takes.stream()
                .filter(take -> choice(take.number()).equals(answer.choice()))
                .findFirst()
                .map(take -> accept(take, answer))
                .orElseGet(() -> new StepResult.Failed(
                        new Failure.Refused("There is no " + answer.choice() + " to approve.",
                                "Choose another take.")));
    }

    private StepResult accept(ImageTake take, Choice answer) {
        return circle(new Verdict(take.id(), take.shot(), Ruling.APPROVED, answer.comment(), answer.by(), answer.at())
                .marked(marks(take)));
    }

    private StepResult ask(Shot shot, List<ImageTake> takes) {
        return StepAnswers.of(best(shot, takes), best -> {
            List<Question.Option> options = takes.stream().map(take -> option(take, best)).toList();
            return new StepResult.NeedsDecision(
                    new Question("Which take of " + shot.label() + " is circled?", options));
        });
    }

    private static Question.Option option(ImageTake take, BestTake.Choice best) {
        return Question.Option.toHandler(choice(take.number()), "Take " + take.number(),
                take.equals(best.take()) ? best.reason() : "").showing(List.of(take.media()));
    }
}
