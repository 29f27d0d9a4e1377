package org.filmwright.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;

/** What was spent in a project, and its limits. All calls may be made from any thread. */
public interface Spending {
    /** Bought calls added up, each currency apart; empty where everything was made on this machine. */
    List<Line> by(By by);

    /** What jobs bought, by their id; those made on this machine bought nothing and are not in it. */
    Map<String, Price> byJob();

    /** The limits that hold. */
    List<Limit> limits();

    /** Sets a limit; recorded durably. */
    Outcome<Limit> limit(Scope scope, Money limit);

    /** Calls that cost more than one and a half times what was expected, newest first. */
    List<Alarm> alarms();

    /** Writes every paid call into a table for spreadsheets. @return the file */
    Outcome<Path> export(Path folder);

    /** What costs are added up by. */
    enum By {
        SCENE, PROVIDER, DAY
    }

    /** What a limit counts. */
    enum Scope {
        DAY, MONTH, PROJECT,
        /** Of each shot by itself. */
        SHOT,
        /** Of each provider by itself. */
        PROVIDER
    }

    /**
     * @param on name of the scene, provider or day; empty for what belongs to none
     * @param open reserved, or may have been charged
     * @param unpriced calls whose price nobody knows; they are not counted
     */
    record Line(String on, int calls, Money charged, Money open, int unpriced) {}

    /** @param certain whether the provider has said so; else it is an estimate */
    record Price(Money amount, boolean certain) {
        /** Both together; of another currency nothing is added. */
        Price plus(Price other) {
            return amount.currency().equals(other.amount.currency())
                    ? new Price(amount.plus(other.amount), certain && other.certain)
                    : this;
        }
    }

    /** @param on the provider, and for which shot @param job whose call it was, by its id */
    record Alarm(String on, Money estimated, Money charged, String job) {}

    /** @param spent counted against it; nothing where it holds for each shot or provider by itself */
    record Limit(Scope scope, Money limit, Money spent) {}
}
