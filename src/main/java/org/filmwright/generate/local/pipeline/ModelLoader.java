package org.filmwright.generate.local.pipeline;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.model.ModelFolder.Family;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.model.Speeds;
import org.filmwright.generate.local.runner.Loader;
import org.filmwright.generate.local.schedule.SchedulerSettings;
import org.filmwright.generate.local.text.ClipTokenizer;
import org.filmwright.generate.local.text.Tokenizer;
import org.filmwright.generate.local.text.UnigramTokenizer;

/**
 * Makes a painter of a model's folder. Its parts are loaded when they are first needed.
 *
 * @param cache where the answers of text encoders are kept
 * @param speeds learns from every picture
 */
public record ModelLoader(Path cache, Speeds speeds, InstantSource clock) implements Loader {
    private static final long CACHE = 1L << 30;

    @Override
    public Outcome<Painter> load(Setup setup) {
        Optional<Device> device = Device.of(setup.device());
        if (device.isEmpty()) {
            return Outcome.failed(new Failure.Misconfigured("There is no device '" + setup.device() + "'.",
                    "Choose cpu, or a card such as cuda:0."));
        }
        return Timing.of(setup.model(), speeds)
                .then(timing -> painter(new Sessions(timing, device.get(), setup.frugal(), FreeMemory.measured())))
                .then(Outcome::ok);
    }

    Outcome<ModelPainter> painter(Sessions sessions) {
        ModelFolder model = sessions.timing().model();
        return SchedulerSettings.of(model.scheduler()).then(settings -> {
            Wording wording = new Wording(sessions, new EmbeddingCache(cache, CACHE, clock), new Vocabularies(model));
            return Outcome.ok(new ModelPainter(settings, sessions, wording, clock));
        });
    }

    /** The vocabularies of one model. */
    private static final class Vocabularies implements Wording.Tokenizers {
        private final ModelFolder model;
        private final Map<Role, Tokenizer> open = new EnumMap<>(Role.class);

        Vocabularies(ModelFolder model) {
            this.model = model;
        }

        @Override
        public Tokenizer of(Role part) throws PaintFailed {
            if (!open.containsKey(part)) {
                Path folder = (part == Role.TEXT ? model.parts().tokenizer() : model.parts().tokenizer2())
                        .orElseThrow(() -> PaintFailed.refused(
                                model.name() + " has no vocabulary for its " + part.spoken()
                                        + ".",
                                "Put the folders tokenizer and tokenizer_2 of the original model beside it."));
                open.put(part, PaintFailed.unless(tokenizer(part, folder)));
            }
            return open.get(part);
        }

        private Outcome<? extends Tokenizer> tokenizer(Role part, Path folder) {
            boolean unigram = model.family() == Family.FLUX && part == Role.TEXT_2;
            return unigram ? UnigramTokenizer.open(folder.resolve("tokenizer.json")) : ClipTokenizer.open(folder);
        }

        @Override
        public void close() {
            open.values().forEach(Tokenizer::close);
            open.clear();
        }
    }
}
