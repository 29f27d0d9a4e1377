package org.filmwright.net;

import java.util.Map;
import java.util.Optional;

/** What came of a request. */
public sealed interface Reply {
    /**
     * It was answered to the end.
     *
     * @param headers by lower-case name
     * @param body empty where its lines were handed over as they came
     */
    record Answered(int status, Map<String, String> headers, String body) implements Reply {
        public Answered {
            headers = Map.copyOf(headers);
        }

        public boolean ok() {
            return status >= 200 && status < 300;
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** Nobody took it: nothing of the request left. */
    record Unreached(String why) implements Reply {}

    /** It may have arrived, and the answer did not come, or not to its end. @param late whether time ran out */
    record Lost(String why, boolean late) implements Reply {
        static final String TOO_MUCH = "the answer has more than ";

        /** Whether it was cut off here, since it had more than was agreed. */
        public boolean isTooMuch() {
            return why.startsWith(TOO_MUCH);
        }
    }
}
