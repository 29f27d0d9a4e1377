package org.filmwright.production;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.story.Portrait;

/**
 * The agents, asked about the script of an open project: every question is a run of the engine, and its answer is kept
 * there. Calls read folders and rows, from any thread.
 */
public interface Crew {
    /** Who can be asked now. Files dropped into an agents folder are found, or refused by name, line and reason. */
    Roster roster();

    /**
     * Asks; the id of the talk. The answer comes into {@link #talks}.
     *
     * @param scene of the script; empty for all of it
     * @param question in a person's own words, for those who answer questions
     */
    Outcome<String> ask(String agent, Optional<Integer> scene, Optional<String> question);

    /** What asking would cost; nothing is asked. A question in somebody's own words counts as long as one may be. */
    Price price(String agent, Optional<Integer> scene);

    /** What one question costs. */
    sealed interface Price {
        /** Nobody charges for it. */
        record Free() implements Price {}

        /** @param amount the question and one round of notes, each with the longest answer */
        record AtMost(Money amount) implements Price {}

        /** It charges, and nobody knows how much: a person is asked before anything is sent. */
        record Unknown() implements Price {}

        /** Whoever is chosen to write cannot: asking would fail, and cost nothing. @param why as asking would say it */
        record Unable(Failure why) implements Price {}
    }

    /** What was asked last, newest first. */
    List<Talk> talks();

    /** Answers what an agent was not sure of, or what it would cost. */
    Outcome<String> decide(String talk, String choice);

    void stop(String talk);

    /** Remembers that a suggestion of a talk was taken, or was not: then it is not made again. The id of the talk. */
    Outcome<String> judge(String talk, Suggestion suggestion, boolean taken);

    /**
     * @param members those whose word was taken more often first
     * @param pen who writes for those without a rule; nobody where none is chosen or can be asked
     * @param last who was asked last, in whatever project
     */
    record Roster(List<Member> members, List<String> refused, Optional<Pen> pen, Optional<Remembered.Asked> last) {
        public static final Roster NOBODY = new Roster(List.of(), List.of(), Optional.empty());

        public Roster(List<Member> members, List<String> refused, Optional<Pen> pen) {
            this(members, refused, pen, Optional.empty());
        }
    }

    /**
     * @param byRule answers without a writer, too
     * @param own from a folder of the user's or the project's
     * @param answers questions in a person's own words
     */
    record Member(String id, String title, boolean byRule, boolean own, boolean answers, Standing standing,
            Tally tally) {
        /** One that was never asked. */
        public Member(String id, String title, boolean byRule, boolean own, boolean answers, Standing standing) {
            this(id, title, byRule, own, answers, standing, Tally.none(id, Optional.empty()));
        }

        /** One that nobody has judged either. */
        public Member(String id, String title, boolean byRule, boolean own, boolean answers) {
            this(id, title, byRule, own, answers, Standing.UNKNOWN);
        }
    }

    /** Who writes. */
    record Pen(String name, boolean charges) {}

    /** @param words what is being written, why it failed, or who answered and how sure; @param scene none for the whole script */
    record Talk(String id, String title, Optional<Integer> scene, Instant at, State state, String words,
            List<Remark> remarks, List<Suggestion> suggestions, List<Answer> answers, Recalled recalled) {
        public Talk {
            answers = List.copyOf(answers);
            remarks = List.copyOf(remarks);
            suggestions = List.copyOf(suggestions);
        }

        /** One of which nothing is remembered. */
        public Talk(String id, String title, Optional<Integer> scene, Instant at, State state, String words,
                List<Remark> remarks, List<Suggestion> suggestions, List<Answer> answers) {
            this(id, title, scene, at, state, words, remarks, suggestions, answers, Recalled.NOTHING);
        }

        /** As a person is shown it who refused some of it before. */
        Talk before(Remembered remembered, String agent) {
            List<Suggestion> open = suggestions.stream().filter(each -> !remembered.refuses(each)).toList();
            return new Talk(id, title, scene, at, state, words, remarks, open, answers,
                    new Recalled(suggestions.size() - open.size(), remembered.isWeary(agent)));
        }
    }

    /**
     * What the memory of a person does to a talk.
     *
     * @param refused so many suggestions are not made, because they were refused before
     * @param folded whether what it suggests starts folded: its last ones were all refused
     */
    record Recalled(int refused, boolean folded) {
        public static final Recalled NOTHING = new Recalled(0, false);
    }

    /** Where a talk stands. */
    enum State {
        WRITING, DONE, ASKING, FAILED, STOPPED
    }

    /** What a person may say to a talk that asks. */
    record Answer(String choice, String label, String why) {}

    /**
     * One thing that was said.
     *
     * @param about what it belongs to, in a few words; may be empty
     * @param look how somebody or something of the bible might look in every picture
     */
    record Remark(String about, String text, Optional<Portrait> look) {
        public Remark(String about, String text) {
            this(about, text, Optional.empty());
        }
    }

    /** Words of the script, and what might stand there instead. */
    record Suggestion(String before, String after, String why) {}
}
