package org.filmwright;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.FrameSize;
import org.filmwright.base.ShotId;
import org.filmwright.images.ImageTake;
import org.filmwright.images.recipe.Recipe;
import org.filmwright.images.recipe.RecipeAnswer;
import org.filmwright.images.recipe.RecipeReader;
import org.filmwright.production.Brought;
import org.filmwright.production.Imported;
import org.filmwright.production.Project;
import org.filmwright.production.Regeneration;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Shot;
import org.filmwright.story.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code takes}: the pictures of a project, and what their files tell. */
@Command(name = "takes", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, subcommands = NotesCommand.class, description = "The pictures of a project, and what their files tell.")
final class TakesCommand {
    /** A recipe as printed. */
    record RecipeRow(String program, String prompt, String negative, Optional<String> seed, Optional<String> size,
            Optional<Integer> steps, Optional<Double> guidance, Optional<String> sampler, Optional<String> model) {
        static RecipeRow of(Recipe recipe) {
            Recipe.Settings set = recipe.settings();
            return new RecipeRow(recipe.dialect().words(), recipe.prompt(), recipe.negative(),
                    set.seed().map(Long::toUnsignedString), set.size().map(Object::toString), set.steps(),
                    set.guidance(), set.sampler(), set.model());
        }
    }

    @Command(name = "recipe", description = "How a picture was made, from a PNG of Filmwright, A1111, Forge, SwarmUI, InvokeAI or ComfyUI.")
    int recipe(@Mixin Console console, @Parameters(paramLabel = "PICTURE.png") Path picture) {
        RecipeRow row = switch (RecipeReader.of(picture)) {
            case RecipeAnswer.Found(Recipe recipe) -> RecipeRow.of(recipe);
            case RecipeAnswer.Absent(String why) -> throw CommandFailed.refused(picture + " has no recipe. " + why,
                    "Take the file as the program saved it: copies made for the web lose it.");
            case RecipeAnswer.Unreadable(var failure) -> throw new CommandFailed(failure);
        };
        console.result(row, () -> {
            console.out().printf("%-10s %s%n%-10s %s%n", "program", row.program(), "prompt", row.prompt());
            print(console, "negative", Optional.of(row.negative()).filter(words -> !words.isEmpty()));
            print(console, "seed", row.seed());
            print(console, "size", row.size());
            print(console, "steps", row.steps());
            print(console, "guidance", row.guidance());
            print(console, "sampler", row.sampler());
            print(console, "model", row.model());
        });
        return ExitCode.DONE;
    }

    /** A take as printed. */
    record Row(String id, String shot, int take, String ruling, String maker, String seed, String file,
            boolean stale) {
        static Row of(Project project, Snapshot now, Shot shot, ImageTake take) {
            return new Row(take.id().value(), shot.label(), take.number(), JobsCommand.word(now.rulingOf(take.id())),
                    take.origin().generator(), seed(take.origin()),
                    project.file(take.media()).toString(), now.edits().stale().containsKey(shot.id()));
        }

        /** Empty for one from outside whose file tells none. */
        private static String seed(ImageTake.Origin origin) {
            return Imported.EXTERNAL.equals(origin.generator()) && origin.seed() == 0
                    ? ""
                    : Long.toUnsignedString(origin.seed());
        }

        String words() {
            return "%.8s  %-7s take %-3d %-9s %-9s %s%s".formatted(id, shot, take, ruling, maker, file,
                    stale ? "  (the script changed since)" : "");
        }
    }

    @Command(name = "list", description = "The takes of a project, shot by shot.")
    int list(@Mixin Console console, @Mixin JobsCommand.Place place) {
        try (Desk desk = place.open(); Project project = desk.project()) {
            Snapshot now = project.snapshot();
            List<Row> rows = shots(now)
                    .flatMap(shot -> now.takesOf(shot.id()).stream().map(take -> Row.of(project, now, shot, take)))
                    .toList();
            console.result(rows, () -> rows.forEach(row -> console.out().println(row.words())));
            return ExitCode.DONE;
        }
    }

    /** A picture that became a take, as printed. */
    record ImportRow(Row take, boolean known, Optional<RecipeRow> recipe) {}

    @Command(name = "import", description = "Copies pictures (PNG, JPEG) into a project as takes of a shot; the same picture again is the same take.")
    int bring(@Mixin Console console, @Mixin JobsCommand.Place place,
            @Option(names = "--shot", required = true, paramLabel = "SHOT", description = "Its label, as in 2-B.") String label,
            @Parameters(paramLabel = "PICTURE", arity = "1..*") List<Path> pictures) {
        try (Desk desk = place.open(); Project project = desk.project()) {
            Shot shot = shot(project.snapshot(), label);
            Brought brought = CommandFailed.orFail(project.lightTable().bring(shot.id(), pictures));
            Snapshot now = project.snapshot();
            List<ImportRow> rows = brought.takes()
                    .stream()
                    .map(came -> new ImportRow(Row.of(project, now, shot, came.take()), came.known(),
                            came.recipe().map(RecipeRow::of)))
                    .toList();
            brought.refused().forEach(why -> console.notice(org.filmwright.Wording.of(why)));
            console.result(rows, () -> rows.forEach(row -> console.out()
                    .println(row.take().words() + (row.known() ? "  (there already)" : ""))));
            return brought.refused().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    @Command(name = "similar", description = "Takes that look alike, group by group; the first of each group came first.")
    int similar(@Mixin Console console, @Mixin JobsCommand.Place place,
            @Option(names = "--shot", paramLabel = "SHOT", description = "Only among the takes of one shot.") Optional<String> label) {
        try (Desk desk = place.open(); Project project = desk.project()) {
            Snapshot now = project.snapshot();
            Map<ShotId, Shot> shots = shots(now).collect(Collectors.toMap(Shot::id, shot -> shot));
            List<List<Row>> groups = project.lightTable()
                    .lookalikes(label.map(word -> shot(now, word).id()))
                    .groups()
                    .stream()
                    .map(group -> group.stream()
                            .filter(take -> shots.containsKey(take.shot()))
                            .map(take -> Row.of(project, now, shots.get(take.shot()), take))
                            .toList())
                    .filter(group -> group.size() > 1)
                    .toList();
            console.result(groups, () -> groups.forEach(group -> {
                group.forEach(row -> console.out().println(row.words()));
                console.out().println();
            }));
            return ExitCode.DONE;
        }
    }

    @Command(name = "regenerate", description = "Draws more takes of shots, as a durable job; those that are there stay.")
    int regenerate(@Mixin Console console, @Mixin JobsCommand.Place place,
            @Parameters(paramLabel = "SHOT", arity = "1..*", description = "Labels, as in 2-B.") List<String> labels,
            @Mixin MoreOptions more) {
        return WorkflowStart.start(console, place, project -> {
            Snapshot now = project.snapshot();
            List<Shot> shots = labels.stream().map(label -> shot(now, label)).toList();
            return project.lightTable().regenerate(more.of(now, shots));
        });
    }

    /** How more takes are asked for. */
    static final class MoreOptions {
        @Option(names = "--count", paramLabel = "N", defaultValue = "1", description = "Takes of each shot, 1 to 8.")
        private int count;

        @Option(names = "--seed", paramLabel = "S", description = "Of the first take; the next takes have the next ones.")
        private Optional<Long> seed;

        @Option(names = "--size", paramLabel = "WxH", description = "Default: that of the film.")
        private Optional<FrameSize> size;

        @Option(names = "--prompt", paramLabel = "TEXT", description = "Becomes the prompt of the shot, from now on.")
        private Optional<String> prompt;

        @Option(names = "--negative", paramLabel = "TEXT", description = "What is not to be seen, from now on.")
        private Optional<String> negative;

        private Regeneration of(Snapshot now, List<Shot> shots) {
            Shot first = shots.getFirst();
            Optional<Wording> before = now.script().flatMap(script -> script.wording(first.id()));
            Optional<Wording> wording = prompt.or(() -> negative)
                    .map(_ -> new Wording(first.id(), prompt.or(() -> before.map(Wording::prompt)).orElse(""),
                            negative.or(() -> before.map(Wording::negative)).orElse("")));
            return new Regeneration(shots.stream().map(Shot::id).toList(), count, seed, size, wording);
        }
    }

    /** The take whose id begins with {@code word}. */
    static ImageTake take(Snapshot now, String word) {
        return one("take", word, now.takes().values().stream().flatMap(List::stream).toList(),
                take -> take.id().value());
    }

    static <T> T one(String what, String word, List<T> all, Function<T, String> id) {
        return Desk.one(what, word, all, id, "List them: filmwright takes " + (what.equals("take") ? "" : "notes ")
                + "list.");
    }

    private static Stream<Shot> shots(Snapshot now) {
        return now.script().stream().flatMap(script -> script.plan().shots().stream());
    }

    private static Shot shot(Snapshot now, String label) {
        return shots(now).filter(shot -> shot.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> CommandFailed.refused("There is no shot '" + label + "' in this project.",
                        "List the takes to see the labels: filmwright takes list."));
    }

    private static void print(Console console, String name, Optional<?> value) {
        value.ifPresent(each -> console.out().printf("%-10s %s%n", name, each));
    }
}
