package org.filmwright.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.filmwright.base.Money;
import org.filmwright.production.Edits;
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
        Optional<Money> price = FilmerChoice.price(desk, clips).filter(money -> clips > 0 && !money.nothing());
        Edits.Estimate drawn = ArtistChoice.priced(desk, usual);
        boolean free = drawn.pictures() == 0 || drawn.effort().price().filter(money -> !money.nothing()).isEmpty();
        if (price.isEmpty()) {
            pay(usual, start);
        } else if (free) {
            read(Project::spending, spending -> clips(clips, drawn, price.get(), spending, start));
        } else {
            Runnable then = () -> read(Project::spending,
                    spending -> clips(clips, drawn, price.get(), spending, start));
            pay(usual, then);
        }
    }

    private void clips(int clips, Edits.Estimate drawn, Money price, List<Spending.Limit> limits, Runnable start) {
        String about = CostText.estimated(price.amount(), price.currency());
        sheets.ask(new Question(Words.count("pay.clips.title", clips, "price", about),
                Words.of("pay.words", "effort", EffortText.of(new Edits.Effort(drawn.effort().seconds(), Optional.of(
                        price))), "limits", limits(limits, price)),
                List.of(new Question.Answer("pay-no", Words.of("pay.no"), Question.Kind.PLAIN, () -> {}),
                        new Question.Answer("pay-yes", Words.count("pay.clips.yes", clips),
                                Question.Kind.PRIMARY, start))));
    }

    /** Starts what costs nothing; asks before anything else. */
    public void pay(Edits.Estimate usual, Runnable start) {
        Edits.Estimate asked = ArtistChoice.priced(desk, usual);
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

    private static String limits(List<Spending.Limit> limits, Money price) {
        return limits.isEmpty()
                ? Words.of("pay.unlimited")
                : limits.stream().map(limit -> limited(limit, price)).collect(Collectors.joining(" "));
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
