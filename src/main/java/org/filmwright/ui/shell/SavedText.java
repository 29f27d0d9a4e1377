package org.filmwright.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.filmwright.production.Snapshot;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Words;

/** {@code Saved 12 s ago}: when something was recorded last. It counts ever more slowly, and stops after an hour. */
final class SavedText {
    private final InstantSource clock;
    private final Clockwork clockwork;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private Clockwork.Appointment next = () -> {};
    private Instant saved = Instant.EPOCH;

    SavedText(Desk desk, InstantSource clock, Clockwork clockwork) {
        this.clock = clock;
        this.clockwork = clockwork;
        desk.snapshot().subscribe(this::recorded);
    }

    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** What Ctrl+S says: everything is on the disk already. */
    void confirm() {
        if (!text.get().isEmpty()) {
            text.set(Words.of("saved.now"));
        }
    }

    private void recorded(Optional<Snapshot> newest) {
        next.cancel();
        saved = clock.instant();
        text.set(newest.isPresent() ? Words.of("saved.now") : "");
        if (newest.isPresent()) {
            again(Duration.ofSeconds(10));
        }
    }

    private void tell() {
        Duration ago = Duration.between(saved, clock.instant());
        text.set(words(ago, saved));
        if (ago.toHours() < 1) {
            again(ago.toMinutes() < 1 ? Duration.ofSeconds(10) : Duration.ofMinutes(1));
        }
    }

    private void again(Duration later) {
        next = clockwork.after(later, this::tell);
    }

    static String words(Duration ago, Instant saved) {
        if (ago.toSeconds() < 60) {
            return Words.of("saved.seconds", "n", Math.max(1, ago.toSeconds()));
        }
        return ago.toHours() < 1
                ? Words.of("saved.minutes", "n", ago.toMinutes())
                : Words.of("saved.at", "time", saved.atZone(ZoneId.systemDefault())
                        .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)));
    }
}
