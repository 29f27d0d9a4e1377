package org.filmwright.production;

import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.Purchase;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepResult;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;

/**
 * The one way to a generator. One on this machine answers here and now and costs nothing; a remote one is paid and waited
 * for through the engine's spend ledger.
 */
record Commission(StepContext context, Generator generator, Vault vault) {
    /**
     * What is asked for.
     *
     * @param identity the same identity is the same purchase, whatever folder the request names
     * @param extension of the file that is made
     */
    record Order(Request request, Digest identity, String extension, Purchase.Purpose purpose) {
        private String operation() {
            return switch (request) {
                case Request.Image _ -> "image";
                case Request.Clip _ -> "clip";
            };
        }
    }

    /** A published file; {@code subject} is where the eye should land; {@code told} is what its maker said of it. */
    record Delivery(MediaRef media, Region subject, Map<String, String> told) {
        private static final String ORDERED = "orderedAs";

        /** What was paid for before anything was told of it. */
        Delivery {
            told = told == null ? Map.of() : Map.copyOf(told);
        }

        Delivery(MediaRef media, Region subject) {
            this(media, subject, Map.of());
        }

        /** The same, where it was ordered before what is wanted was changed. @param request of the call that it came of */
        Delivery orderedAs(Digest request) {
            return new Delivery(media, subject, Map.of(ORDERED, request.hex()));
        }

        /** The request that it answers, where that is another one than is made now. */
        Optional<Digest> answersAnother() {
            return Optional.ofNullable(told.get(ORDERED)).map(Digest::new);
        }

        private Delivery telling(Map<String, String> receipt) {
            return new Delivery(media, subject, receipt);
        }
    }

    /** @param keep makes records of what was delivered; called again after a crash */
    StepResult place(Order order, Function<Delivery, StepResult> keep) {
        return switch (generator) {
            case RemoteGenerator remote -> context.spend(purchase(order, remote),
                    new PaidGenerator(remote, order, vault), closing -> keep(closing, keep));
            default -> StepAnswers.of(unpaid(generator, order.request, context.progress())
                    .then(output -> published(vault, output.file(), order.extension, output.subject())
                            .then(made -> Outcome.ok(made.telling(output.receipt())))),
                    keep);
        };
    }

    /** Asks a generator that costs nothing; one that charges is asked through the ledger of a project only. */
    static Outcome<Answer.Output> unpaid(Generator generator, Request request, Progress progress) {
        return generator instanceof RemoteGenerator
                ? Outcome.failed(new Failure.Refused(generator.describe().name()
                        + " charges, and what is spent is written down in a project. Nothing was sent.",
                        "Order the picture in a project."))
                : Answers.onlyOutput(generator.start(request, progress));
    }

    static Outcome<Delivery> published(Vault vault, java.nio.file.Path file, String extension, Region subject) {
        return vault.publish(file, extension).then(media -> Outcome.ok(new Delivery(media, subject)));
    }

    static Purchase purchase(Order order, RemoteGenerator remote) {
        RemoteGenerator.Terms terms = remote.terms(order.request);
        Digest request = Digest.of(remote.describe().id() + " " + remote.describe().version() + " "
                + order.identity.hex());
        return new Purchase(terms.provider(), terms.model(), order.operation(), request, terms.price(), order.purpose);
    }

    private StepResult keep(PaidCall.Closing closing, Function<Delivery, StepResult> keep) {
        Delivery delivery = Json.read(closing.output(), Delivery.class);
        return Optional.of(delivery)
                .filter(each -> Files.isRegularFile(vault.file(each.media())))
                .map(keep)
                .orElseGet(() -> new StepResult.Failed(new Failure.Refused(
                        "A file that was paid for on " + closing.at() + " is gone: " + delivery.media().path() + ".",
                        "Put it back from a copy of the project, or change the shot to buy another one.")));
    }
}
