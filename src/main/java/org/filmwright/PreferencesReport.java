package org.filmwright;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.production.Judgement;
import org.filmwright.production.Preferences;
import org.filmwright.production.Remembered;
import org.filmwright.production.Standing;

/**
 * {@code agents preferences}, as JSON and for people.
 *
 * @param refused suggestions that are not made again @param trouble what became of a memory that could not be read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PreferencesReport(List<Known> agents, List<Refused> refused, Optional<Last> last, Optional<String> trouble) {
    /** One whose word was taken or not. @param weight of its scores @param folded whether its suggestions start folded */
    record Known(String id, String title, Counted suggestions, Counted answers, double weight, boolean folded) {
        static Known of(Remembered.Known known) {
            return new Known(known.agent(), known.title(), Counted.of(known.suggestions()), Counted.of(known.answers()),
                    known.all().weight(), known.folded());
        }

        private String words() {
            List<String> said = new ArrayList<>();
            if (suggestions.of > 0) {
                said.add("you took " + suggestions.words("suggestion", "suggestions"));
            }
            if (answers.of > 0) {
                said.add("you approved " + answers.words("answer at a gate", "answers at gates"));
            }
            return String.join(", ", said)
                    + (weight == 1 ? "" : ": it stands further " + (weight > 1 ? "up" : "down"))
                    + (folded ? "; what it suggests starts folded" : "");
        }
    }

    record Counted(int taken, int of) {
        static Counted of(Standing standing) {
            return new Counted(standing.taken(), standing.of());
        }

        private String words(String one, String many) {
            return taken + " of " + (of == 1 ? "1 " + one : "its last " + of + " " + many);
        }
    }

    record Refused(String id, String agent, String before, String after) {
        static Refused of(Judgement judgement) {
            Judgement.Words words = judgement.about().orElseThrow();
            return new Refused(words.id(), judgement.agent(), words.before(), words.after());
        }
    }

    /** @param about {@code scene} or {@code script} */
    record Last(String id, String agent, String title, String about) {}

    static PreferencesReport of(Preferences preferences) {
        Remembered all = preferences.remembered();
        return new PreferencesReport(all.known().stream().map(Known::of).toList(),
                all.refused().stream().map(Refused::of).toList(),
                all.last()
                        .map(asked -> new Last(Preferences.LAST, asked.agent(), asked.title(),
                                asked.script() ? "script" : "scene")),
                preferences.trouble());
    }

    /** That id. @throws CommandFailed where nothing is remembered under it */
    String known(String id) {
        return Stream.of(agents.stream().map(Known::id), refused.stream().map(Refused::id), last.stream().map(Last::id))
                .flatMap(ids -> ids)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(() -> CommandFailed.refused("Nothing is remembered under '" + id
                        + "'. Nothing was forgotten.", "List what is: filmwright agents preferences."));
    }

    void print(PrintWriter out) {
        trouble.ifPresent(out::println);
        agents.forEach(known -> out.printf("%-24s %s: %s.%n", known.id, known.title, known.words()));
        last.ifPresent(
                asked -> out.printf("%-24s %s is asked next, about the %s, because you asked so last.%n", asked.id,
                        asked.title, asked.about));
        refused.forEach(
                each -> out.printf("%-24s not suggested again: \u201c%s\u201d \u2192 \u201c%s\u201d (%s)%n", each.id,
                        each.before, each.after, each.agent));
        out.println(agents.isEmpty() && last.isEmpty() && refused.isEmpty()
                ? "Nothing is remembered."
                : "Forget one: filmwright agents preferences --forget ID. Forget everything: --forget-all.");
    }
}
