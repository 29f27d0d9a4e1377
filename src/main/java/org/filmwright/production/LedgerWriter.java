package org.filmwright.production;

import java.time.Duration;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.engine.Purchase;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepResult;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.RemoteText;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextGenerator;
import org.filmwright.generate.TextRequest;

/**
 * A writer who charges, as an agent in a step asks them: every request stands in the spend ledger before its first byte
 * is sent, and one that was paid for is read from there and never bought again.
 */
final class LedgerWriter implements TextGenerator {
    private final StepContext context;
    private final RemoteText remote;
    private Optional<StepResult> parked = Optional.empty();

    LedgerWriter(StepContext context, RemoteText remote) {
        this.context = context;
        this.remote = remote;
    }

    @Override
    public Generator.Descriptor describe() {
        return remote.describe();
    }

    @Override
    public int contextTokens() {
        return remote.contextTokens();
    }

    @Override
    public TextAnswer write(TextRequest request, Reader reader, Progress progress) {
        RemoteGenerator.Terms terms = remote.terms(request);
        Purchase purchase = new Purchase(terms.provider(), terms.model(), "text", identity(request), terms.price(),
                Purchase.Purpose.FILM);
        Bought bought = new Bought();
        StepResult result = context.spend(purchase, new TextSeller(remote, request, reader), closing -> {
            TextSeller.Text text = Json.read(closing.output(), TextSeller.Text.class);
            bought.answer = Optional.of(new TextAnswer.Written(text.text(), text.ending(),
                    new Answer.Usage(0, closing.charged())));
            return StepResult.done("{}");
        });
        return bought.answer.orElseGet(() -> parked(result));
    }

    /** What the ledger had to hand over. */
    private static final class Bought {
        private Optional<TextAnswer> answer = Optional.empty();
    }

    private TextAnswer parked(StepResult result) {
        if (result instanceof StepResult.Failed(Failure failure)) {
            return new TextAnswer.Failed(failure);
        }
        parked = Optional.of(result);
        return new TextAnswer.Pending("", Duration.ZERO);
    }

    /** What is wanted anew, by a person or by a loop of the workflow, is another purchase. */
    private Digest identity(TextRequest request) {
        return Digest.of(remote.describe().id() + " " + remote.describe().version() + " "
                + context.answered(AgentWork.REDO) + "/" + context.anew() + " " + Json.of(request));
    }

    /** For what the step waits, where the answer has to come later: for a person, or for a remote job. */
    Optional<StepResult> parked() {
        return parked;
    }

    @Override
    public void close() {}
}
