package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is run by hand, whatever keeps its rows, and the words in which its contracts speak of work. */
public abstract class DispatchFloor {
    static final MediaRef PICTURE = new MediaRef(Digest.of("picture"), "png");

    @TempDir
    protected Path folder;
    final Map<String, StepHandler> handlers = new HashMap<>();
    final List<String> done = new ArrayList<>();
    final Set<MediaRef> files = new HashSet<>(Set.of(PICTURE));
    ManualEngine desk;

    /** An empty ledger. */
    protected abstract Ledger ledger();

    /** Called after each test. */
    protected void closeLedger() {}

    @BeforeEach
    void open() {
        handlers.put("work", this::work);
        desk = new ManualEngine(ledger(), handlers, folder.resolve("staging")).withPublished(files::contains);
    }

    @AfterEach
    void everyLogTellsWhatItsRowsSay() {
        for (Run run : desk.engine().runs()) {
            assertEquals(List.of(), EventFold.differences(desk.engine().events(run.id()), run,
                    desk.engine().steps(run.id())));
        }
        closeLedger();
    }

    StepResult work(StepContext context) {
        done.add(context.step().path());
        return StepResult.done("{\"by\":\"" + context.step().path() + "\"}");
    }

    static StepSpec work(String path, String... after) {
        return StepSpec.task(path, "work", "cpu", "{}", List.of(after));
    }

    static StepSpec by(String handler, String path, String... after) {
        return StepSpec.task(path, handler, "cpu", "{}", List.of(after));
    }

    static RunSpec film(String key, StepSpec... steps) {
        return new RunSpec("make", key, "{}", List.of(steps));
    }

    Dispatch dispatch() {
        return desk.engine().dispatch();
    }

    Step step(String key, String path) {
        return desk.step(RunId.ofKey(key), path);
    }

    static StepId id(String key, String path) {
        return StepId.of(RunId.ofKey(key), path);
    }

    Lane lane(String name) {
        return dispatch().lanes().stream().filter(lane -> lane.name().equals(name)).findFirst().orElseThrow();
    }

    void use(String name, StepHandler handler) {
        handlers.put(name, handler);
        desk.restart();
    }
}
