package org.filmwright.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Money;

/** What a person is asked about money. */
final class SpendQuestions {
    private SpendQuestions() {}

    static StepResult.Held overCap(Hold.OverCap over, PaidCall call, Money spent) {
        Cap.Scope scope = over.bucket().scope();
        String price = call.purchase().estimate().map(Money::toString).orElse("an unknown price");
        String text = "%s would cost %s. %s of the cap of %s for %s is used. How does it go on?".formatted(
                what(call), price, spent, over.cap().limit(), words(over.bucket()));
        List<Question.Option> options = new ArrayList<>();
        options.add(Question.Option.toHandler(Holds.RAISE, "Raise to " + over.raiseTo(),
                "Everything that waits for this cap goes on."));
        if (scope == Cap.Scope.DAY || scope == Cap.Scope.MONTH) {
            options.add(Question.Option.toHandler(Holds.WAIT,
                    scope == Cap.Scope.DAY ? "Wait until tomorrow" : "Wait until next month",
                    "It goes on by itself when the next " + scope.name().toLowerCase(Locale.ROOT) + " begins."));
        }
        options.add(drop("Drop it", "Everything that waits for this cap fails; what is done is kept."));
        return new StepResult.Held(over, new Question(text, options));
    }

    static StepResult.Held mayBeCharged(PaidCall call, String evidence) {
        String text = "%s was sent to %s and its answer was lost: it may have been charged (%s). %s".formatted(
                what(call),
                call.purchase().provider(), call.counted().map(Money::toString).orElse("price unknown"), evidence);
        return new StepResult.Held(new Hold.MayBeCharged(call.key()), new Question(text.strip(), List.of(
                Question.Option.toHandler(Holds.RETRY, "Buy it again", "It may then have been paid twice."),
                Question.Option.toHandler(Holds.ATTACH, "Attach its job",
                        "The provider's own list shows a job for it: put its id into the comment."),
                drop("Give up", "Nothing more is bought; the money counts as spent."))));
    }

    static StepResult.Held priceUnknown(PaidCall call) {
        String text = "Nobody knows what %s costs at %s. Buy it all the same?".formatted(what(call),
                call.purchase().provider());
        return new StepResult.Held(new Hold.PriceUnknown(call.purchase().request(), false), new Question(text, List.of(
                Question.Option.toHandler(Holds.YES, "Buy it", "The real price is shown afterwards, if there is one."),
                drop("Leave it", "The step fails; nothing is spent."))));
    }

    /** What an answer lacks, if it cannot be applied as it is. */
    static Optional<String> missing(Hold hold, Choice choice) {
        boolean bare = hold instanceof Hold.MayBeCharged && choice.choice().equals(Holds.ATTACH)
                && choice.comment().isBlank();
        return bare ? Optional.of("To attach a job, its id is needed in the comment.") : Optional.empty();
    }

    private static Question.Option drop(String label, String why) {
        return new Question.Option("drop", label, why, Question.Then.FAIL, "{}");
    }

    private static String what(PaidCall call) {
        String shot = call.purchase().purpose().shot();
        String thing = call.purchase().operation() + " with " + call.purchase().model();
        return Character.toUpperCase(thing.charAt(0)) + thing.substring(1) + (shot.isBlank() ? "" : " for " + shot);
    }

    private static String words(Cap.Bucket bucket) {
        return switch (bucket.scope()) {
            case DAY, MONTH -> bucket.of();
            case PROJECT -> "the project";
            case SHOT -> "the shot " + bucket.of();
            case PROVIDER -> bucket.of();
        };
    }
}
