package org.filmwright;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.production.find.FilmSearch;
import org.filmwright.production.find.Found;
import org.filmwright.production.find.Found.Kind;
import org.filmwright.search.Marked;
import org.filmwright.search.Nearness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code search}: words in the script, the bible and the takes of a project. */
@Command(name = "search", mixinStandardHelpOptions = true, description = "Finds words in the script, the bible and the takes of a project, the best first.")
final class SearchCommand implements Callable<Integer> {
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[22m";
    /** Of each sense. */
    private static final int NEAR = 6;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project folder.")
    private Path folder;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "WORDS", description = "All of them have to be there; those in \"quotes\" side by side.")
    private List<String> words;

    @Option(names = "--kind", split = ",", paramLabel = "KIND", description = "Only among these: ${COMPLETION-CANDIDATES}.")
    private Set<Kind> kinds = EnumSet.allOf(Kind.class);

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "Of each kind at most; default ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--words", description = "Only what holds the words; the models that find what is meant are not asked.")
    private boolean wordsOnly;

    /**
     * What was found, as printed.
     *
     * @param how every word of it, words a letter away, or some of the words
     * @param near what need not hold the words, by the sense in which it is near; left out where nothing is
     */
    record Report(String words, String how, Map<String, Integer> counts, List<Row> found,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<Row>> near) {
        static Report of(String words, Set<Kind> kinds, FilmSearch.Results results, FilmSearch.Nearby nearby) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            kinds.forEach(kind -> counts.put(JobsCommand.word(kind), results.all(kind)));
            Map<String, List<Row>> near = new LinkedHashMap<>();
            nearby.found()
                    .forEach(sensed -> near.put(JobsCommand.word(sensed.by()),
                            sensed.first().stream().map(Row::of).toList()));
            return new Report(words, JobsCommand.word(results.nearness()), counts,
                    kinds.stream().flatMap(kind -> results.first(kind).stream()).map(Row::of).toList(), near);
        }
    }

    /** @param text with {@code marks} from a character to before another, what of it was found */
    record Row(String kind, String name, Optional<Integer> line, Optional<Integer> scene, Optional<String> take,
            Optional<String> ruling, String what, String text, List<Marked.Span> marks) {
        static Row of(Found found) {
            Marked words = found.words();
            Row bare = new Row(JobsCommand.word(found.place().kind()), found.name().text(), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty(), JobsCommand.word(found.what()),
                    words.text(), words.spans());
            return switch (found.place()) {
                case Found.InScript line -> new Row(bare.kind, bare.name, Optional.of(line.line()),
                        Optional.of(line.scene()), Optional.empty(), Optional.empty(), line.type().word(), bare.text,
                        bare.marks);
                case Found.InBible _ -> bare;
                case Found.OfTake of -> new Row(bare.kind, bare.name, Optional.empty(), Optional.empty(),
                        Optional.of(of.take().id().value()), Optional.of(JobsCommand.word(of.ruling())), bare.what,
                        bare.text, bare.marks);
            };
        }
    }

    @Override
    public Integer call() {
        if (limit < 1 || kinds.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--limit needs 1 or more, and --kind at least one kind.");
        }
        String typed = typed();
        try (Desk desk = Desk.open(folder);
                Project project = desk.project();
                FilmSearch search = new FilmSearch(project::file, project.senses())) {
            Snapshot now = project.snapshot();
            FilmSearch.Results results = search.find(now, typed, kinds, limit);
            if (results.nearness() != Nearness.WORDS || results.isEmpty()) {
                console.notice(tried(results));
            }
            FilmSearch.Nearby nearby = wordsOnly ? FilmSearch.Nearby.NOTHING : near(search, now, typed, results);
            nearby.troubles().forEach(why -> console.notice(Wording.of(why)));
            console.result(Report.of(typed, kinds, results, nearby), () -> {
                print(results);
                print(nearby);
            });
            return ExitCode.DONE;
        }
    }

    /** Sentences that the model was never told take their time, once. */
    private FilmSearch.Nearby near(FilmSearch search, Snapshot now, String typed, FilmSearch.Results results) {
        return search.near(now, typed, kinds, Math.min(limit, NEAR), results,
                new TerminalProgress(console));
    }

    private void print(FilmSearch.Nearby nearby) {
        for (FilmSearch.Sensed sensed : nearby.found()) {
            console.out().println(switch (sensed.by()) {
                case MEANING -> "Near in meaning:";
                case PICTURE -> "Pictures that show it:";
            });
            sensed.first().forEach(found -> console.out().println(words(found)));
        }
    }

    /** Words that the shell gave as one stand side by side; a space after the last one says that it is whole. */
    private String typed() {
        return String.join(" ", words.stream()
                .map(word -> words.size() > 1 && word.strip().contains(" ") && !word.contains("\"")
                        ? '"' + word + '"'
                        : word)
                .toList()) + " ";
    }

    private static String tried(FilmSearch.Results results) {
        if (results.isEmpty()) {
            return "Nothing was found: not these words, and none that are a letter away.";
        }
        return switch (results.nearness()) {
            case WORDS -> "";
            case NEAR -> "Nothing holds just these words. These are a letter away:";
            case SOME -> "Nothing holds all of these words. These hold some:";
        };
    }

    private void print(FilmSearch.Results results) {
        for (Kind kind : kinds) {
            List<Found> first = results.first(kind);
            first.forEach(found -> console.out().println(words(found)));
            if (results.all(kind) > first.size()) {
                console.out()
                        .printf("%-7s %d more; --limit shows them%n", JobsCommand.word(kind), results.all(kind) - first
                                .size());
            }
        }
    }

    private static String words(Found found) {
        String where = switch (found.place()) {
            case Found.InScript line -> "line " + line.line();
            case Found.InBible _,Found.OfTake _ -> marked(found.name());
        };
        String what = switch (found.place()) {
            case Found.InScript line -> line.speaker().orElse(line.type().word().replace('_', ' '));
            case Found.InBible of -> JobsCommand.word(of.of());
            case Found.OfTake of -> JobsCommand.word(of.ruling());
        };
        return "%-7s %-14s %-14s %s".formatted(JobsCommand.word(found.place().kind()), where, what,
                marked(found.words()));
    }

    /** Bold on a terminal that can show it, where colour is wanted. */
    private static String marked(Marked words) {
        if (!Ansi.AUTO.enabled()) {
            return words.text();
        }
        StringBuilder text = new StringBuilder(words.text());
        words.spans().reversed().forEach(span -> text.insert(span.to(), PLAIN).insert(span.from(), BOLD));
        return text.toString();
    }
}
