package org.filmwright;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.Run;
import org.filmwright.engine.Step;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.production.EngineJobs;
import org.filmwright.production.JobQueue;
import org.filmwright.production.Likening;
import org.filmwright.production.Notetaker;
import org.filmwright.production.OpenProject;
import org.filmwright.production.Project;
import org.filmwright.store.FarmAddress;
import org.filmwright.store.ProjectFolder;

/** A project opened to look and to decide: its engine has no lanes, so nothing is worked on meanwhile. */
final class Desk implements AutoCloseable {
    private static final InstantSource CLOCK = Clock.systemUTC();
    private final ProjectFolder folder;
    private final EngineApi engine;
    private final LocalModels models;
    private final Likening likening;

    private Desk(ProjectFolder folder) {
        this.folder = folder;
        this.engine = Engine.open(folder.ledger(), Map.of(),
                new EngineSettings(Map.of(), folder.staging(), CLOCK, new SecureRandom()), new ThreadCrew())
                .as(person());
        models = LocalModels.here(folder.root());
        likening = Wiring.likening(folder, Wiring.records(folder), models, Wiring.background());
        engine.listen(new Notetaker(engine, new AgentLibrary(AgentsCommand.folders(folder.root())),
                PreferenceFile.here()));
    }

    static Desk open(Path project) {
        return CommandFailed.orFail(at(project));
    }

    static Outcome<Desk> at(Path project) {
        return ProjectFolder.open(project, CLOCK).then(folder -> Outcome.ok(tell(new Desk(folder))));
    }

    /** One of a farm. @param media the folder that all its workers share */
    static Desk join(FarmAddress address, Path media) {
        return tell(new Desk(CommandFailed.orFail(ProjectFolder.join(address, media, FarmOptions.visitor()))));
    }

    private static Desk tell(Desk desk) {
        desk.folder.news().forEach(System.err::println);
        return desk;
    }

    /** Who sits here. */
    static String person() {
        return System.getProperty("user.name");
    }

    static InstantSource clock() {
        return CLOCK;
    }

    ProjectFolder folder() {
        return folder;
    }

    EngineApi engine() {
        return engine;
    }

    /** The queue as the studio has it. */
    JobQueue queue() {
        return new EngineJobs(Wiring.records(folder), engine, Map.of(), folder.root().resolve("cache"), CLOCK);
    }

    /** The project as the studio has it; nothing is worked on. */
    Project project() {
        return new OpenProject(folder.root(), Wiring.records(folder), engine,
                new OpenProject.Queue(queue(), Optional.empty(), folder.news()).comparing(likening), CLOCK,
                Runnable::run, () -> {});
    }

    /** Every step of every run, newest run first. */
    List<Step> steps() {
        return engine.runs().stream().flatMap(run -> engine.steps(run.id()).stream()).toList();
    }

    /** The run whose id begins with {@code word}. */
    Run run(String word) {
        return one("workflow", word, engine.runs(), run -> run.id().value(), "List them: filmwright workflows list.");
    }

    /** The step whose id begins with {@code word} or whose path it is, in the newest run that has one. */
    Step step(String word) {
        return steps().stream()
                .filter(step -> step.path().equals(word))
                .findFirst()
                .orElseGet(() -> one("job", word, steps(), step -> step.id().value(),
                        "List them: filmwright jobs list."));
    }

    /** The one whose id begins with {@code word}. */
    static <T> T one(String what, String word, List<T> all, Function<T, String> id, String remedy) {
        List<T> found = all.stream().filter(each -> id.apply(each).startsWith(word)).toList();
        if (word.isBlank() || found.isEmpty()) {
            throw CommandFailed.refused("There is no " + what + " '" + word + "' in this project.", remedy);
        }
        if (found.size() > 1) {
            throw CommandFailed.refused(found.size() + " ids begin with '" + word + "'.", "Give more of the id.");
        }
        return found.getFirst();
    }

    @Override
    public void close() {
        engine.close();
        likening.close();
        models.close();
        folder.close();
    }
}
