package org.filmwright.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.filmwright.base.Money;
import org.filmwright.production.Edits;
import org.filmwright.production.FlowEstimate;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.production.Spending;
import org.filmwright.story.ShotPlan;

/** Where money is asked for before it is spent: what is made on this machine starts at once. */
public record Till(Desk desk, Sheets sheets) {
    public Till(Fittings fittings) {
        this(fittings.desk(), fittings.sheets());
    }

    /** Starts breaking down a scene, after its price was agreed to. */
    public void scene(int scene) {
        ask((open, plan) -> desk.edits(open).estimate(open, plan, scene),
                () -> desk.edit(editor -> editor.refresh(scene, desk.makers())));
    }

    /** Starts making the film, after the price of what it lacks was agreed to. */
    public void film(Runnable start) {
        ask((open, plan) -> desk.edits(open).estimate(open, plan), start);
    }

    private void ask(BiFunction<Snapshot, ShotPlan, Edits.Estimate> estimate, Runnable start) {
        desk.snapshot()
                .get()
                .flatMap(open -> desk.plan().map(plan -> estimate.apply(open, plan)))
                .ifPresentOrElse(asked -> filmed(asked, start), start);
    }

    /** What lacks a clip is filmed, and all of it anew where somebody else is to film it. */
    private void filmed(Edits.Estimate usual, Runnable start) {
        int all = desk.plan().map(plan -> plan.shots().size()).orElse(0);
        boolean anew = desk.filmer()
                .get()
                .filter(id -> desk.project().get().flatMap(open -> open.filmers().last()).filter(id::equals).isEmpty())
                .isPresent();
        int clips = anew ? all : usual.shots();
        pay(usual, () -> clips(clips, ArtistChoice.priced(desk, usual).effort(), start));
    }

    /** Starts filming one shot, after the price of its clip was agreed to. */
    public void clip(Runnable start) {
        clips(1, new Edits.Effort(Edits.Effort.UNMEASURED, Optional.empty()), start);
    }

    /** @param effort what time it takes */
    private void clips(int clips, Edits.Effort effort, Runnable start) {
        Optional<String> unpriced = FilmerChoice.unpriced(desk).filter(_ -> clips > 0);
        Optional<Money> price = FilmerChoice.price(desk, clips).filter(money -> clips > 0 && !money.nothing());
        if (unpriced.isPresent()) {
            read(Project::spending, limits -> sheets.ask(unknown(Words.count("pay.clips.unknown.title", clips),
                    Words.of("pay.unknown.words", "artist", MakerChoice.name(unpriced.get()), "limits", spoken(limits)),
                    start)));
        } else if (price.isPresent()) {
            read(Project::spending, limits -> sheets.ask(question(clips, new Edits.Effort(effort.seconds(), price),
                    limits(limits, price.get()), start)));
        } else {
            start.run();
        }
    }

    private static Question question(int clips, Edits.Effort effort, String limits, Runnable start) {
        return new Question(Words.count("pay.clips.title", clips, "price", EffortText.price(effort)),
                Words.of("pay.words", "effort", EffortText.of(effort), "limits", limits),
                List.of(new Question.Answer("pay-no", Words.of("pay.no"), Question.Kind.PLAIN, () -> {}),
                        new Question.Answer("pay-yes", Words.count("pay.clips.yes", clips),
                                Question.Kind.PRIMARY, start)));
    }

    /** Starts a workflow that buys nothing; says before any other what it would buy, and what of that nobody knows. */
    public void flow(FlowEstimate estimate, Runnable start) {
        if (estimate.lines().isEmpty()) {
            start.run();
        } else {
            read(Project::spending, limits -> sheets.ask(new FlowBill(estimate, limits).question(start)));
        }
    }

    /** Starts what costs nothing; asks before anything else, also where nobody knows the price. */
    public void pay(Edits.Estimate usual, Runnable start) {
        Edits.Estimate asked = ArtistChoice.priced(desk, usual);
        Optional<String> unpriced = ArtistChoice.unpriced(desk).filter(_ -> asked.pictures() > 0);
        if (unpriced.isPresent()) {
            read(Project::spending, limits -> askUnpriced(asked, unpriced.get(), limits, start));
            return;
        }
        asked.effort()
                .price()
                .filter(price -> asked.pictures() > 0 && !price.nothing())
                .ifPresentOrElse(price -> read(Project::spending,
                        spending -> ask(asked, price, spending, start)), start);
    }

    private void read(Function<Project, Spending> part, java.util.function.Consumer<List<Spending.Limit>> then) {
        desk.project().get().ifPresent(open -> desk.recorder().ask(() -> part.apply(open).limits(), then));
    }

    private void ask(Edits.Estimate asked, Money price, List<Spending.Limit> limits, Runnable start) {
        String about = CostText.estimated(price.amount(), price.currency());
        sheets.ask(new Question(Words.count("pay.title", asked.pictures(), "price", about),
                Words.of("pay.words", "effort", EffortText.of(asked.effort()), "limits", limits(limits, price)),
                List.of(new Question.Answer("pay-no", Words.of("pay.no"), Question.Kind.PLAIN, () -> {}),
                        new Question.Answer("pay-yes", Words.count("pay.yes", asked.pictures()),
                                Question.Kind.PRIMARY, start))));
    }

    private void askUnpriced(Edits.Estimate asked, String artist, List<Spending.Limit> limits, Runnable start) {
        sheets.ask(unknown(Words.count("pay.unknown.title", asked.pictures()),
                Words.of("pay.unknown.words", "artist", ArtistChoice.name(artist), "limits", spoken(limits)), start));
    }

    /** Where a price is not known, yes is said on purpose: Enter alone does not. */
    static Question unknown(String title, String words, Runnable start) {
        return new Question(title, words, List.of(
                new Question.Answer("pay-no", Words.of("pay.no"), Question.Kind.PRIMARY, () -> {}),
                new Question.Answer("pay-yes", Words.of("pay.unknown.yes"), Question.Kind.PLAIN, start)));
    }

    /** How far the limits are used. */
    static String spoken(List<Spending.Limit> limits) {
        return limits(limits, limit -> Money.zero(limit.limit().currency()));
    }

    /** How far the limits are used, and which of them a price passes. */
    private static String limits(List<Spending.Limit> limits, Money price) {
        return limits(limits, limit -> price);
    }

    private static String limits(List<Spending.Limit> limits, Function<Spending.Limit, Money> price) {
        return limits.isEmpty()
                ? Words.of("pay.unlimited")
                : limits.stream().map(limit -> limited(limit, price.apply(limit))).collect(Collectors.joining(" "));
    }

    private static String limited(Spending.Limit limit, Money price) {
        boolean same = limit.spent().currency().equals(price.currency());
        boolean passed = same && limit.spent().plus(price).amount().compareTo(limit.limit().amount()) > 0;
        return Words.of("pay.limit." + limit.scope().name(), "spent", CostText.spent(limit.spent().amount(), limit
                .spent()
                .currency()), "limit", CostText.spent(limit.limit().amount(), limit.limit().currency()))
                + (passed ? " " + Words.of("pay.passed") : "");
    }
}
