package org.filmwright.generate.local.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Png;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.graph.Halt;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.noise.Noise;
import org.filmwright.generate.local.noise.TorchNoise;
import org.filmwright.generate.local.schedule.Course;
import org.filmwright.generate.local.schedule.Scheduler;
import org.filmwright.generate.local.schedule.SchedulerSettings;
import org.filmwright.generate.local.schedule.Schedules;

/** Paints with one model: words, steps, pixels, file (diffusion.md 3 to 9). */
public final class ModelPainter implements Painter {
    /** How what is said after each step begins. */
    static final String STEP = "step ";
    private static final double WORDS = 0.15;
    private static final double STEPS = 0.85;

    private final ModelFolder model;
    private final SchedulerSettings settings;
    private final Sessions sessions;
    private final Wording wording;
    private final Habits habits;
    private final InstantSource clock;

    ModelPainter(SchedulerSettings settings, Sessions sessions, Wording wording, InstantSource clock) {
        this.model = sessions.timing().model();
        this.settings = settings;
        this.sessions = sessions;
        this.wording = wording;
        this.clock = clock;
        habits = Habits.of(model);
    }

    @Override
    public Outcome<Painted> paint(Order order, Progress progress) {
        Halt halt = new Halt();
        progress.checkCancelled();
        progress.onCancel(halt::ask);
        try {
            return Outcome.ok(painted(Job.of(order, habits), progress, halt));
        } catch (PaintFailed e) {
            return Outcome.failed(e.failure());
        } finally {
            sessions.done(Role.values());
        }
    }

    private Painted painted(Job job, Progress progress, Halt halt) throws PaintFailed {
        Seating seating = sessions.seat(job.size());
        seating.notice().ifPresent(job.notices()::add);
        progress.report(0, seating.told());
        Scheduler scheduler = scheduler(job, LatentSize.of(job.size(), model.settings().vae()));
        Stages stages = new Stages(clock);
        try (MemoryMeter meter = MemoryMeter.of(seating.device(Role.DENOISER))) {
            Painted painted = painted(job, scheduler, stages, progress, halt,
                    () -> new Recipe(model, sessions.timing().fingerprint(),
                            settings, job, scheduler, seating).texts(stages.all(), meter.peak()));
            stages.teach(sessions.timing(), job.size(), meter.where(), scheduler.timesteps().length);
            return painted;
        }
    }

    private Painted painted(Job job, Scheduler scheduler, Stages stages, Progress progress, Halt halt,
            Supplier<Map<String, String>> recipe) throws PaintFailed {
        LatentSize size = LatentSize.of(job.size(), model.settings().vae());
        Noise noise = new TorchNoise(job.seed());
        float[] latents;
        LatentDump dump = new LatentDump();
        try (Denoiser denoiser = stages.time(Stages.WORDS, () -> Conditions.of(model, sessions, wording, habits)
                .denoiser(job, size, halt))) {
            float[] state = stages.time(Stages.START, () -> start(job, size, denoiser, scheduler, noise, halt));
            latents = stages.time(Stages.STEPS, () -> {
                steps(state, denoiser, scheduler, noise, dump, progress.part(WORDS, STEPS), halt);
                return denoiser.plain(state);
            });
        }
        sessions.done(Role.DENOISER);
        float[] pixels = stages.time(Stages.PIXELS, () -> pixels(latents, size, job, halt, progress.part(STEPS, 1)));
        Map<String, String> receipt = recipe.get();
        stages.time(Stages.FILE, () -> {
            write(Png.bytes(Pixels.image(pixels, job.size()), receipt), job.order().to());
            return true;
        });
        if (job.order().extras().latents().isPresent()) {
            dump.write(job.order().extras().latents().get(), scheduler, size, latents, job.order().to());
        }
        return new Painted(job.order().to(), receipt, stages.all(), job.notices());
    }

    /** The denoiser as it stands before the first step of an order; the caller closes it, before the painter. */
    Denoiser ready(Order order) throws PaintFailed {
        Job job = Job.of(order, habits);
        sessions.seat(job.size());
        return Conditions.of(model, sessions, wording, habits)
                .denoiser(job, LatentSize.of(job.size(), model.settings().vae()), new Halt());
    }

    private Scheduler scheduler(Job job, LatentSize size) throws PaintFailed {
        double strength = job.order().start().map(Start::strength).orElse(1.0);
        int tokens = size.height() / 2 * (size.width() / 2);
        return PaintFailed.unless(Schedules.of(settings, new Course(job.steps(), strength, tokens, false)));
    }

    /** The state before the first step: noise, or a picture with some. */
    private float[] start(Job job, LatentSize size, Denoiser denoiser, Scheduler scheduler, Noise noise, Halt halt)
            throws PaintFailed {
        float[] clean = job.order().start().isEmpty() ? new float[0] : clean(job, size, noise, halt);
        float[] drawn = new float[size.length()];
        noise.fill(drawn);
        float[] arranged = denoiser.arranged(drawn);
        if (clean.length == 0) {
            scheduler.begin(arranged);
            return arranged;
        }
        float[] state = denoiser.arranged(clean);
        scheduler.begin(state, arranged);
        return state;
    }

    private float[] clean(Job job, LatentSize size, Noise noise, Halt halt) throws PaintFailed {
        float[] planes = Pixels.planes(job.order().start().orElseThrow().picture(), job.size());
        float[] latents = new Encoder(sessions.open(Role.ENCODER)).encode(planes, size, noise, halt);
        sessions.done(Role.ENCODER);
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) ((latents[i] - model.settings().vae().shift()) * model.settings().vae().scaling());
        }
        return latents;
    }

    private static void steps(float[] state, Denoiser denoiser, Scheduler scheduler, Noise noise, LatentDump dump,
            Progress progress, Halt halt) throws PaintFailed {
        double[] timesteps = scheduler.timesteps();
        double[] sigmas = scheduler.sigmas();
        float[] input = new float[state.length];
        float[] output = new float[state.length];
        progress.report(0, "painting");
        for (int step = 0; step < timesteps.length; step++) {
            progress.checkCancelled();
            scheduler.scale(state, step, input);
            denoiser.predict(input, timesteps[step], sigmas[step], output, halt);
            scheduler.step(output, step, state, noise);
            dump.step(state);
            progress.report((step + 1.0) / timesteps.length, STEP + (step + 1) + " of " + timesteps.length);
        }
    }

    private float[] pixels(float[] latents, LatentSize size, Job job, Halt halt, Progress progress) throws PaintFailed {
        if (!Pixels.areFinite(latents)) {
            throw numberless("The model's steps", "Use an export of it in another precision.");
        }
        float[] scaled = new float[latents.length];
        for (int i = 0; i < latents.length; i++) {
            scaled[i] = (float) (latents[i] / model.settings().vae().scaling() + model.settings().vae().shift());
        }
        OptionalInt tiles = sessions.seat(job.size()).tile(job.order().extras().tiles());
        float[] pixels = new Decoder(sessions.open(Role.DECODER)).decode(scaled, size, tiles, halt, progress);
        if (Pixels.areFinite(pixels)) {
            return pixels;
        }
        if (Role.DECODER_FULL.in(model).isPresent()) {
            job.notices().add("The picture was black in half precision and was decoded again in full precision.");
            pixels = new Decoder(sessions.open(Role.DECODER_FULL)).decode(scaled, size, tiles, halt, progress);
        }
        if (!Pixels.areFinite(pixels)) {
            throw numberless("The decoder", "Give the model a VAE decoder in float32 (vae_decoder/model_fp32.onnx).");
        }
        return pixels;
    }

    private static PaintFailed numberless(String who, String remedy) {
        return PaintFailed
                .refused(who + " gave values that are no numbers (NaN), which would be a black picture. Nothing was"
                        + " written.", remedy);
    }

    private static void write(byte[] png, Path file) throws PaintFailed {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(part, png);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new PaintFailed(new Failure.Exhausted("disk", "The picture could not be written to " + file + ": " + e
                    .getMessage() + ". Nothing half-written was kept. Make room or choose another folder."), e);
        } finally {
            part.toFile().delete();
        }
    }

    @Override
    public void close() {
        wording.close();
        sessions.close();
    }
}
