package org.filmwright;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunState;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepState;
import org.filmwright.keys.KeyCabinet;
import org.filmwright.production.Beginning;
import org.filmwright.production.Made;
import org.filmwright.production.Makers;
import org.filmwright.production.Network;
import org.filmwright.production.Preferences;
import org.filmwright.production.Project;
import org.filmwright.production.ProviderKeys;
import org.filmwright.production.Writers;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Supply;
import org.filmwright.production.models.Devices;
import org.filmwright.ui.shell.Machine;
import org.filmwright.ui.shell.Studio;
import org.filmwright.ui.shell.StudioActions;

/** What the studio window can ask of the program. */
final class StudioDesk implements StudioActions, AutoCloseable {
    private final Map<Project, Wiring> open = new ConcurrentHashMap<>();
    private final KeyCabinet keys = OwnKeys.ofStudio();
    private Optional<WriterDesk> writers = Optional.empty();
    private Optional<KeyDesk> rack = Optional.empty();

    /** Opens the window and returns when it was closed. */
    static void open(Optional<Path> path) {
        Path log = ConfigFolder.here().resolve("logs").resolve("filmwright.log");
        LogFile.open(log);
        Optional<Path> folder = path.map(wanted -> Files.isDirectory(wanted) ? wanted : StudioActions.folderOf(wanted));
        try (StudioDesk desk = new StudioDesk()) {
            Studio.launch(new Studio.Start(path, folder, ConfigFolder.here(), log.resolveSibling("filmwright.log.0"),
                    Filmwright.VERSION), desk);
        }
        StartCache.renewLater();
    }

    /** Made when somebody asks: the client for the network that they bring would hold up the window by a third. */
    @Override
    public synchronized Writers writers() {
        WriterDesk made = writers.orElseGet(() -> WriterDesk.with(keys));
        writers = Optional.of(made);
        return made;
    }

    @Override
    public synchronized ProviderKeys keys() {
        KeyDesk made = rack.orElseGet(() -> KeyDesk.with(keys));
        rack = Optional.of(made);
        return made;
    }

    @Override
    public Network network() {
        return new NetworkDesk(ConfigFolder.here());
    }

    @Override
    public Preferences preferences() {
        return PreferenceFile.here();
    }

    @Override
    public synchronized void close() {
        writers.ifPresent(WriterDesk::close);
        rack.ifPresent(KeyDesk::close);
    }

    @Override
    public ModelShelf models() {
        return LocalModels.shelf();
    }

    @Override
    public Supply supply() {
        return new ModelSupply(ConfigFolder.here(), LocalModels.shelf());
    }

    @Override
    public Outcome<Project> open(Path folder) {
        return Wiring.open(folder, keys).then(this::project);
    }

    @Override
    public Outcome<Project> create(Path folder) {
        return Files.exists(folder)
                ? Outcome.failed(new Failure.Refused(folder + " exists already.", "Choose another name."))
                : Wiring.openOrCreate(folder, keys).then(this::project);
    }

    @Override
    public Outcome<Project> enter(Path folder) {
        return Files.exists(folder) ? open(folder) : create(folder);
    }

    @Override
    public Devices devices(Project project) {
        return Optional.ofNullable(open.get(project)).map(wiring -> wiring.devices(memory())).orElse(Devices.NONE);
    }

    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    @Override
    public Machine machine() {
        Optional<String> gpu = Files.exists(Path.of("/proc/driver/nvidia/version"))
                ? Optional.of("NVIDIA")
                : Optional.empty();
        return new Machine(Runtime.getRuntime().availableProcessors(), memory(), gpu, CudaRuntime.here().isThere());
    }

    @Override
    public Outcome<Project> begin(Path file) {
        return Beginning.read(file)
                .then(story -> Wiring.openOrCreate(StudioActions.folderOf(file), keys)
                        .then(wiring -> story.keptIn(wiring.conductor()).then(_ -> begun(wiring, story))));
    }

    /** Prose begins with the screenplay that the rules make of it, or goes on with what has become of that. */
    private Outcome<Project> begun(Wiring wiring, Beginning story) {
        boolean known = wiring.conductor()
                .script()
                .filter(script -> story.told().isPresent() && script.fileName().equals(story.source().fileName()))
                .isPresent();
        return known ? project(wiring) : wiring.conductor().begin(story, 1).then(_ -> project(wiring));
    }

    private Outcome<Project> project(Wiring wiring) {
        Project project = wiring.project();
        open.put(project, wiring);
        return Outcome.ok(project);
    }

    @Override
    public Outcome<Path> make(Project project, Makers chosen, Progress progress) {
        Wiring wiring = open.get(project);
        Watch watch = new Watch(progress);
        progress.onCancel(() -> watch.run.ifPresent(wiring::cancel));
        return switch (wiring.conductor().makeRecorded(chosen, watch)) {
            case Made.Film(var report) -> Outcome.ok(Path.of(report.film().path()));
            case Made.Waiting(var questions) -> Outcome.failed(new Failure.Refused(
                    questions.size() + " shots wait for your choice.",
                    "Approve a take of each, then make the film again."));
            case Made.Failed(Failure failure) -> {
                progress.checkCancelled();
                if (watch.isPaused()) {
                    throw new Cancelled();
                }
                yield Outcome.failed(failure);
            }
        };
    }

    /** Reports a run as one piece of progress. */
    private static final class Watch implements EngineListener {
        private final Progress progress;
        private volatile Optional<Run> run = Optional.empty();

        Watch(Progress progress) {
            this.progress = progress;
        }

        /** A person paused it, who knows that there is no film yet. */
        boolean isPaused() {
            return run.filter(last -> last.state() == RunState.PAUSED || last.state() == RunState.PAUSING).isPresent();
        }

        @Override
        public void runChanged(Run changed) {
            run = Optional.of(changed);
            progress.report((double) changed.count(StepState.SUCCEEDED) / Math.max(1, changed.steps()), "");
        }

        @Override
        public void progress(StepId step, double fraction, String note) {
            run.ifPresent(now -> progress.report((now.count(StepState.SUCCEEDED) + fraction) / Math.max(1, now.steps()),
                    note));
        }
    }
}
