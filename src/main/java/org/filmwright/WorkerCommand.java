package org.filmwright;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.filmwright.base.Failure;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepState;
import org.filmwright.store.FarmNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code worker}: works for a project that several machines make, until it is stopped. */
@Command(name = "worker", mixinStandardHelpOptions = true, description = "Works on a project that several machines make together: its rows on a PostgreSQL server, its media in a folder that all of them see.")
final class WorkerCommand implements Callable<Integer> {
    @Mixin
    private Console console;

    @Mixin
    private FarmOptions farm;

    @Option(names = "--media", required = true, paramLabel = "DIR", description = "The shared folder of the project, the same that make --project names.")
    private Path media;

    @Override
    public Integer call() throws InterruptedException {
        FarmNode node = farm.node();
        try (Wiring wiring = CommandFailed.orFail(Wiring.join(farm.address(), media, node, farm.room()))) {
            Thread stop = Thread.ofPlatform().name("stop").unstarted(wiring::close);
            Runtime.getRuntime().addShutdownHook(stop);
            console.notice("Worker " + node.id() + " takes " + farm.room() + ". Ctrl+C ends it.");
            Failure broken = wiring.work(new Steps());
            throw new CommandFailed(broken);
        }
    }

    /** Says what this worker does, a line a step. */
    private final class Steps implements EngineListener {
        @Override
        public void stepChanged(Step step) {
            if (step.state() == StepState.RUNNING || step.state().ended()) {
                console.notice(JobsCommand.word(step.state()) + " " + step.path());
            }
        }
    }
}
