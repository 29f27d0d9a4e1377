package org.filmwright;

import java.nio.file.Path;
import java.time.Clock;
import org.filmwright.generate.local.companion.CompanionLoader;
import org.filmwright.generate.local.model.Speeds;
import org.filmwright.generate.local.pipeline.ModelLoader;
import org.filmwright.generate.local.runner.RunnerProcess;

/** The process in which models paint, so that whatever kills it leaves the studio unharmed (decision 0091). */
final class ModelProcess {
    private ModelProcess() {}

    /** @param arguments a folder for what can be made anew; and, for a card, the natives of the runtime that can use it */
    public static void main(String[] arguments) {
        Path cache = Path.of(arguments[0]);
        System.setProperty("DJL_CACHE_DIR", cache.resolve("djl").toString());
        if (arguments.length > 1) {
            System.setProperty("onnxruntime.native.path", arguments[1]);
        }
        RunnerProcess.live(new CompanionLoader(
                new ModelLoader(cache.resolve("words"), Speeds.in(LocalModels.speeds(cache)), Clock.systemUTC())));
    }
}
