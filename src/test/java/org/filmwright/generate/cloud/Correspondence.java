package org.filmwright.generate.cloud;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Progress;
import org.filmwright.generate.TextRequest;
import org.filmwright.net.Door;
import org.filmwright.net.Egress;
import org.filmwright.net.Passage;
import org.filmwright.net.Patience;

/** What tests of writers ask, and how: with little patience. */
final class Correspondence implements AutoCloseable {
    static final String SCHEMA = """
            {"type":"object","properties":{"title":{"type":"string","maxLength":40},"scenes":{"type":"array",
            "minItems":1,"items":{"type":"object","properties":{"n":{"type":"integer","minimum":1}},"required":["n"]}}},
            "required":["title"],"additionalProperties":false}""";
    static final TextRequest REQUEST = new TextRequest("You name films.",
            List.of(new TextRequest.Turn(TextRequest.Voice.ASKED, "A ferry at night."),
                    new TextRequest.Turn(TextRequest.Voice.ANSWERED, "no"),
                    new TextRequest.Turn(TextRequest.Voice.ASKED, "In JSON.")),
            SCHEMA, new TextRequest.Style(OptionalDouble.of(0.4), 700));
    private static final Patience LONG = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60),
            Duration.ofSeconds(120));
    private static final Patience SHORT = new Patience(Duration.ofSeconds(20), Duration.ofMillis(300),
            Duration.ofSeconds(120));

    final List<Passage> passages = new ArrayList<>();
    final StringBuilder heard = new StringBuilder();
    private final Egress egress = new Egress(address -> true, passages::add, InstantSource.system());

    Door door(URI address) {
        return egress.door(address, Map.of(), LONG, "test");
    }

    /** One who waits a third of a second between two bytes. */
    Door hasty(URI address) {
        return egress.door(address, Map.of(), SHORT, "test");
    }

    Door door(URI address, Map<String, String> headers) {
        return egress.door(address, headers, LONG, "test");
    }

    Door door(URI address, Map<String, String> headers, Patience patience) {
        return egress.door(address, headers, patience, "test");
    }

    void hear(String more) {
        heard.append(more);
    }

    @Override
    public void close() {
        egress.close();
    }

    /** Work that somebody stops from another thread. */
    static class Stoppable implements Progress {
        private final List<Runnable> actions = new ArrayList<>();
        private boolean stopped;

        synchronized void stop() {
            stopped = true;
            actions.forEach(Runnable::run);
        }

        @Override
        public void report(double fraction, String note) {}

        @Override
        public synchronized void checkCancelled() {
            if (stopped) {
                throw new Cancelled();
            }
        }

        @Override
        public synchronized void onCancel(Runnable action) {
            actions.add(action);
        }
    }
}
