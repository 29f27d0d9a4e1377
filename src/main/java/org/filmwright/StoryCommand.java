package org.filmwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.filmwright.story.Planner;
import org.filmwright.story.ScriptFile;
import org.filmwright.story.ScriptSupervisor;
import org.filmwright.production.Beginning;
import org.filmwright.story.Screenplay;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.prose.StoryFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code story}: reads, converts and plans screenplays. */
@Command(name = "story", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "Reads, converts and plans screenplays.", subcommands = {
    StoryCommand.Show.class,
    StoryCommand.Convert.class, StoryCommand.Plan.class, StoryCommand.Bible.class})
final class StoryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(),
                "Say what to do with the story: show, convert, plan or bible.");
    }

    /** {@code story show SCRIPT}: what was understood. */
    @Command(name = "show", description = "Shows what was understood: title page, elements, scenes, characters.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private Console console;

        @Parameters(paramLabel = "SCRIPT", description = "A Fountain screenplay.")
        private Path script;

        @Override
        public Integer call() {
            ScriptFile file = CommandFailed.orFail(ScriptFile.read(script));
            ShotPlan plan = Planner.plan(file.screenplay(), 1);
            console.result(StoryReport.Understood.of(file.screenplay(), plan),
                    () -> new StoryText(console.out()).show(file.screenplay(), plan));
            return ExitCode.DONE;
        }
    }

    /** {@code story bible SCRIPT}: who, where and what, with the lines that say so. */
    @Command(name = "bible", description = "What holds in the whole film: characters with their looks, wardrobe, injuries and props scene by scene, locations, props; each with the line that says so.")
    static final class Bible implements Callable<Integer> {
        @Mixin
        private Console console;

        @Parameters(paramLabel = "SCRIPT", description = "A Fountain screenplay.")
        private Path script;

        @Override
        public Integer call() {
            ScriptFile file = CommandFailed.orFail(ScriptFile.read(script));
            var bible = ScriptSupervisor.bible(file.screenplay(), Planner.plan(file.screenplay(), 1)).asWritten();
            console.result(bible, () -> new StoryText(console.out()).bible(bible));
            return ExitCode.DONE;
        }
    }

    /** {@code story plan SCRIPT}: the shots, and why. */
    @Command(name = "plan", description = "Plans the shots: size, angle, move, seconds, prompt, and why.")
    static final class Plan implements Callable<Integer> {
        @Mixin
        private Console console;

        @Parameters(paramLabel = "SCRIPT", description = "A Fountain screenplay.")
        private Path script;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "The same seed gives the same plan; default ${DEFAULT-VALUE}.")
        private long seed;

        @Override
        public Integer call() {
            ScriptFile file = CommandFailed.orFail(ScriptFile.readFilmable(script));
            ShotPlan plan = Planner.plan(file.screenplay(), seed);
            console.result(StoryReport.Planned.of(plan), () -> new StoryText(console.out()).plan(plan));
            return ExitCode.DONE;
        }
    }

    /** {@code story convert IN OUT}: by extension; says what did not survive. */
    @Command(name = "convert", description = "Converts a screenplay by its extension, or a story in prose into a screenplay by rule; lists what did not survive.")
    static final class Convert implements Callable<Integer> {
        private static final Set<String> FOUNTAIN = Set.of("fountain", "txt", "spmd");
        private static final Set<String> READ = Set.of("fountain", "txt", "spmd", "md", "markdown");

        @Mixin
        private Console console;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "IN", description = "A Fountain screenplay, or a story in prose (.txt, .md).")
        private Path in;

        @Parameters(paramLabel = "OUT", description = "Where to write it; an existing file is replaced.")
        private Path out;

        @Override
        public Integer call() {
            if (!READ.contains(extension(in)) || !FOUNTAIN.contains(extension(out))) {
                throw new ParameterException(spec.commandLine(), "'" + (READ.contains(extension(in)) ? out : in)
                        + "': this version converts .fountain, .txt, .spmd and .md, and writes .fountain, .txt and .spmd.");
            }
            ScriptFile file = CommandFailed.orFail(ScriptFile.read(in));
            boolean script = file.screenplay().hasScenes() || extension(in).equals("fountain");
            StoryFile story = script ? new StoryFile.Script(file) : CommandFailed.orFail(StoryFile.of(file));
            Screenplay made = Beginning.screenplay(story);
            write(story instanceof StoryFile.Told ? made.source().getBytes(StandardCharsets.UTF_8) : file.bytes());
            List<String> losses = story instanceof StoryFile.Told
                    ? List.of("Words such as 'she said' became cues; everything else stands there word for word.")
                    : List.of();
            console.result(Map.of("losses", losses), () -> console.out()
                    .println("Wrote " + out + ". "
                            + (losses.isEmpty() ? "Nothing was lost." : String.join(" ", losses))));
            return ExitCode.DONE;
        }

        private static String extension(Path path) {
            String name = path.toString();
            return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }

        /** Whole or not at all: a temporary file beside it, then a rename. */
        private void write(byte[] bytes) {
            Path folder = out.toAbsolutePath().getParent();
            if (Files.isDirectory(out) || !Files.isDirectory(folder)) {
                throw CommandFailed.refused("Cannot write " + out + ": "
                        + (Files.isDirectory(out) ? "it is a folder." : "there is no folder " + folder + "."),
                        "Nothing was written. Name a file in a folder that exists.");
            }
            try {
                Path part = Files.createTempFile(folder, ".filmwright", ".part");
                try {
                    Files.write(part, bytes);
                    Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(part);
                }
            } catch (FileSystemException e) {
                throw CommandFailed.refused("Cannot write " + out + ": " + reason(e) + ".",
                        "Nothing was written. Check the folder's permissions and the free space.");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String reason(FileSystemException e) {
            return e.getReason() == null ? "it is not allowed" : e.getReason().toLowerCase(Locale.ROOT);
        }
    }
}
