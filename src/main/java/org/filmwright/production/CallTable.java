package org.filmwright.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.engine.PaidCall;

/** Every paid call of a project as rows for a spreadsheet, oldest first; amounts without their currency, which stands beside. */
public final class CallTable {
    private static final String HEAD = "at,day,provider,model,operation,scene,shot,state,currency,estimated,charged,job,alarm";

    private CallTable() {}

    public static Outcome<Path> write(List<PaidCall> calls, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Outcome.ok(Files.write(file,
                    Stream.concat(Stream.of(HEAD), calls.stream().map(CallTable::row)).toList()));
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk",
                    file + " could not be written: " + e.getMessage() + ". The costs stay recorded."));
        }
    }

    private static String row(PaidCall call) {
        Optional<Money> estimated = call.purchase().estimate();
        Optional<Money> charged = call.closing().flatMap(PaidCall.Closing::charged);
        return Csv.row(call.buyer().at(), call.buyer().day(), call.purchase().provider(), call.purchase().model(),
                call.purchase().operation(), call.purchase().purpose().scene(), call.purchase().purpose().shot(),
                call.state().name().toLowerCase(Locale.ROOT),
                words(charged.or(() -> estimated), money -> money.currency().getCurrencyCode()),
                words(estimated, money -> money.amount().toPlainString()),
                words(charged, money -> money.amount().toPlainString()), call.remote().job().orElse(""),
                call.alarming() ? "yes" : "");
    }

    /** What nobody knows is an empty cell, and no zero. */
    private static String words(Optional<Money> money, Function<Money, String> part) {
        return money.map(part).orElse("");
    }
}
