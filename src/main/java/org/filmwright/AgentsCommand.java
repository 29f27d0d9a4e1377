package org.filmwright;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.filmwright.AgentsReport.Answered;
import org.filmwright.AgentsReport.Listing;
import org.filmwright.AgentsReport.Reset;
import org.filmwright.AgentsReport.Row;
import org.filmwright.AgentsReport.Shown;
import org.filmwright.AgentsReport.Validated;
import org.filmwright.agents.Agent;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.agents.AgentLibrary.Member;
import org.filmwright.agents.AgentReader;
import org.filmwright.agents.AgentResult;
import org.filmwright.agents.WritersRoom;
import org.filmwright.agents.rules.Rulebook;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.generate.RemoteText;
import org.filmwright.generate.TextGenerator;
import org.filmwright.production.Remembered;
import org.filmwright.production.Tallies;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code agents}: the crew, each with one job, and what it says to a script. */
@Command(name = "agents", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "Shows the crew of agents and lets one do its job.")
final class AgentsCommand {
    /** Whose agents there are beside those that come with the program. */
    static final class Folders {
        @Option(names = "--project", paramLabel = "P", description = "A project folder, whose own agents count as well.")
        private Optional<Path> project;

        AgentLibrary.Shelf shelf() {
            return new AgentLibrary(project.map(AgentsCommand::folders).orElseGet(() -> List.of(own()))).now();
        }
    }

    private static Path own() {
        return ConfigFolder.here().resolve("agents");
    }

    /** Where the agents of a project lie, beside those that come with the program: the person's, then its own. */
    static List<Path> folders(Path project) {
        return List.of(own(), project.resolve("agents"));
    }

    @Command(name = "list", description = "All agents: what they can be asked for, and which rule answers without a generator of text.")
    int list(@Mixin Console console, @Mixin Folders folders,
            @Option(names = "--capability", paramLabel = "NAME", description = "Those who can do this, the best first.") Optional<String> capability,
            @Option(names = "--by-rule", description = "Those that answer by rule, without a generator of text.") boolean byRule) {
        AgentLibrary.Shelf shelf = folders.shelf();
        Remembered remembered = PreferenceFile.here().remembered();
        Map<String, AgentTally> tallies = AgentTally.in(console, folders.project);
        List<Agent> agents = capability.map(name -> shelf.capableOf(name, id -> remembered.standing(id).weight()))
                .orElseGet(() -> shelf.members().stream().map(Member::agent).toList());
        Listing listing = new Listing(
                agents.stream()
                        .filter(agent -> !byRule || agent.fallback().isPresent())
                        .map(agent -> Row.of(shelf, agent, remembered, tallies))
                        .toList(),
                shelf.refused());
        console.result(listing, () -> AgentsReport.print(console, listing));
        return ExitCode.DONE;
    }

    @Command(name = "show", description = "One agent: what goes in, what comes out, and its instructions.")
    int show(@Mixin Console console, @Mixin Folders folders, @Parameters(paramLabel = "ID") String id) {
        AgentLibrary.Shelf shelf = folders.shelf();
        Agent agent = find(shelf, id);
        Shown shown = Shown.of(Row.of(shelf, agent, PreferenceFile.here().remembered(),
                AgentTally.in(console, folders.project)), agent);
        console.result(shown, () -> AgentsReport.print(console, shown));
        return ExitCode.DONE;
    }

    @Command(name = "run", description = "Lets an agent do its job. Exit code 4: the answer is there, but should be looked at.")
    int run(@Mixin Console console, @Mixin Folders folders, @Parameters(paramLabel = "ID") String id,
            @Option(names = "--input", required = true, paramLabel = "FILE", description = "JSON as 'agents show' describes it; or a screenplay, for agents that read a script.") Path file,
            @Option(names = "--scene", paramLabel = "N", description = "Only this scene of the script, for agents that know scenes.") Optional<Integer> scene,
            @Option(names = "--by-rule", description = "Asks nobody who writes, even if somebody is chosen (see: filmwright providers).") boolean byRule) {
        AgentLibrary.Shelf shelf = folders.shelf();
        shelf.refused().forEach(refused -> console.notice("Left out: " + refused.sentence()));
        Agent agent = find(shelf, id);
        ObjectNode input = AgentInput.read(file, agent);
        scene.ifPresent(number -> input.put("scene", number));
        try (WriterDesk desk = WriterDesk.here()) {
            Optional<TextGenerator> writer = byRule ? Optional.empty() : CommandFailed.orFail(desk.generator());
            return writer.filter(RemoteText.class::isInstance)
                    .flatMap(_ -> folders.project)
                    .map(project -> AgentConsultation.hold(console, project, agent, input))
                    .orElseGet(() -> answered(console, agent, input, writer));
        }
    }

    private static int answered(Console console, Agent agent, ObjectNode input, Optional<TextGenerator> writer) {
        return switch (new WritersRoom(writer, reader(console)).run(agent, input, Progress.NONE)) {
            case AgentResult.Missed missed -> {
                missed.kept().ifPresent(text -> console.notice("What came back:\n" + text));
                throw new CommandFailed(missed.failure());
            }
            case AgentResult.Pending _ -> throw new CommandFailed(new Failure.Bug("agents.pending",
                    "A writer left its work unfinished."));
            case AgentResult.Delivered delivered -> {
                Answered answered = Answered.of(agent, delivered);
                console.result(answered, () -> AgentsReport.print(console, answered));
                yield delivered.forReview() ? ExitCode.NEEDS_DECISION : ExitCode.DONE;
            }
        };
    }

    /** What is written is shown on a terminal while it is. */
    private static TextGenerator.Reader reader(Console console) {
        return Console.isTerminal() && !console.json()
                ? more -> {
                    console.err().print(more);
                    console.err().flush();
                }
                : TextGenerator.Reader.NOBODY;
    }

    @Command(name = "validate", description = "Says whether an agent's file can be used, or in which line it cannot, and why.")
    int validate(@Mixin Console console, @Parameters(paramLabel = "FILE") Path file) {
        Validated validated = Validated.of(file, new AgentReader(Rulebook.names()).read(file));
        console.result(validated, () -> AgentsReport.print(console, validated));
        return validated.valid() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    /** What is forgotten at once. */
    static final class Forgetting {
        @Option(names = "--forget", paramLabel = "ID", description = "Forgets this: an agent and all it suggested, a suggestion that was ignored, or who was asked last.")
        private Optional<String> one;

        @Option(names = "--forget-all", description = "Forgets everything, also what could not be read.")
        private boolean all;
    }

    @Command(name = "preferences", description = "What is remembered of you: whose word you took, what is not suggested again, who was asked last.")
    int preferences(@Mixin Console console, @ArgGroup(exclusive = true) Forgetting forgetting) {
        PreferenceFile file = PreferenceFile.here();
        PreferencesReport before = PreferencesReport.of(file);
        if (forgetting != null && forgetting.all) {
            CommandFailed.orFail(file.forgetAll());
        } else if (forgetting != null) {
            CommandFailed.orFail(file.forget(before.known(forgetting.one.orElseThrow())));
        }
        PreferencesReport now = PreferencesReport.of(file);
        console.result(now, () -> now.print(console.out()));
        return ExitCode.DONE;
    }

    /** Whose statistics are counted anew. */
    static final class Resetting {
        @Parameters(paramLabel = "ID", description = "This agent.")
        private Optional<String> one;

        @Option(names = "--all", description = "All of them.")
        private boolean all;
    }

    @Command(name = "reset", description = "Counts anew what an agent does in a project. Nothing that was done is deleted.")
    int reset(@Mixin Console console, @Mixin JobsCommand.Place place,
            @ArgGroup(exclusive = true, multiplicity = "1") Resetting who) {
        Optional<String> id = who.all ? Optional.empty() : who.one;
        try (Desk desk = place.open()) {
            Tallies tallies = new Tallies(desk.engine());
            Map<String, AgentTally> before = new TreeMap<>();
            tallies.all().forEach((agent, tally) -> {
                if (id.isEmpty() || id.get().equals(agent)) {
                    before.put(agent, AgentTally.of(tally));
                }
            });
            id.filter(one -> !before.containsKey(one))
                    .ifPresent(one -> find(new AgentLibrary(folders(place.folder())).now(), one));
            Reset reset = new Reset(id, CommandFailed.orFail(tallies.countAnew(id)), before);
            console.result(reset, () -> AgentsReport.print(console, reset));
            return ExitCode.DONE;
        }
    }

    private static Agent find(AgentLibrary.Shelf shelf, String id) {
        return shelf.agent(id)
                .orElseThrow(() -> CommandFailed.refused("There is no agent '" + id + "'."
                        + shelf.refused()
                                .stream()
                                .filter(refused -> refused.file().endsWith(id + ".md"))
                                .map(refused -> " Its file cannot be used: " + refused.sentence())
                                .findFirst()
                                .orElse(""),
                        "List them: filmwright agents list."));
    }
}
