package org.filmwright;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.review.Drawing;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The root command: the studio when it stands alone, else the subcommands of cli.md. */
@Command(name = "filmwright", mixinStandardHelpOptions = true, versionProvider = Filmwright.Version.class, description = "Takes a story to a finished film. Without a command it opens the studio.", synopsisSubcommandLabel = "[COMMAND]", subcommands = {
    OpenCommand.class, MakeCommand.class, ExportCommand.class, StoryCommand.class, TakesCommand.class,
    SearchCommand.class,
    ImageCommand.class, ClipCommand.class, ModelsCommand.class, JobsCommand.class,
    WorkflowsCommand.class, AgentsCommand.class, ProvidersCommand.class, NetworkCommand.class, CostsCommand.class,
    DrillCommand.class,
    ProjectCommand.class,
    WorkerCommand.class,
    BenchCommand.class,
    DoctorCommand.class, CommandLine.HelpCommand.class})
final class Filmwright implements Callable<Integer> {
    static final String VERSION = "0.1.0";

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        StudioDesk.open(Optional.empty());
        return ExitCode.DONE;
    }

    /** A command line with the house's types, error wording and exit codes. */
    static CommandLine commandLine() {
        return new CommandLine(new Filmwright()).setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(FrameSize.class, saying(FrameSize::parse))
                .registerConverter(FrameRate.class, saying(FrameRate::parse))
                .registerConverter(Drawing.Point.class, saying(NotesCommand::point))
                .registerConverter(CostsCommand.CapOption.class, saying(CostsCommand.CapOption::parse))
                .setExecutionExceptionHandler(Filmwright::failed);
    }

    /** Lets the sentence of a refused value through, instead of the name of an exception. */
    private static <T> CommandLine.ITypeConverter<T> saying(CommandLine.ITypeConverter<T> parse) {
        return text -> {
            try {
                return parse.convert(text);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(e.getMessage());
            }
        };
    }

    private static int failed(Exception problem, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        boolean verbose = parsed.originalArgs().contains("--verbose");
        switch (problem) {
            case CommandFailed refusal -> {
                command.getErr().println(refusal.getMessage());
                if (verbose && refusal.getCause() != null) {
                    refusal.getCause().printStackTrace(command.getErr());
                }
                return ExitCode.of(refusal.failure());
            }
            case CommandLine.ParameterException wrong -> throw wrong;
            default -> {
                command.getErr()
                        .println("Filmwright made a mistake: " + problem
                                + ". Nothing half-written was kept. Run again with --verbose and report what it prints.");
                if (verbose) {
                    problem.printStackTrace(command.getErr());
                }
                return ExitCode.FAILED;
            }
        }
    }

    /** The version of the build. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{"filmwright " + VERSION, "Java " + Runtime.version()};
        }
    }
}
