package org.filmwright.production;

import java.time.Instant;
import java.util.Optional;
import org.filmwright.base.Digest;

/**
 * A person's word about something that an agent said.
 *
 * @param title of the agent, as a person knows it
 * @param about the words it was about, where it was a suggestion; none where it was a whole answer at a gate
 */
public record Judgement(String agent, String title, boolean taken, Optional<Words> about, Instant at) {
    private static final int LONGEST_NAME = 200;

    public Judgement {
        if (agent == null || title == null || about == null || at == null || agent.isBlank()
                || agent.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A judgement names its agent: " + agent);
        }
        title = plain(title, LONGEST_NAME);
    }

    /**
     * The words of a suggestion: enough to know them again, and enough to read which they were.
     *
     * @param key digest of all of them
     * @param before how they begin @param after how those begin that should stand there
     */
    public record Words(String key, String before, String after) {
        /** Letters of each that are kept: a film's script is no business of a settings file. */
        private static final int TOLD = 120;
        private static final int SHORT = 8;

        public Words {
            key = new Digest(key).hex();
            before = plain(before, TOLD);
            after = plain(after, TOLD);
        }

        static Words of(Crew.Suggestion suggestion) {
            return new Words(Digest.of(suggestion.before() + '\0' + suggestion.after()).hex(), suggestion.before(),
                    suggestion.after());
        }

        /** By which a person names them. */
        public String id() {
            return key.substring(0, SHORT);
        }
    }

    /** What a file says may hold anything; a terminal and a window are shown one line of letters. */
    private static String plain(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }
}
