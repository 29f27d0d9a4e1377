package org.filmwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Companions;
import org.filmwright.media.MediaException;
import org.filmwright.media.Still;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has something done by the small models of this machine, mixed into a command; the device is the command's to choose. */
final class CompanionWork {
    @Mixin
    private Console console;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--device", paramLabel = "ID", description = "cpu, or a card: cuda:0. Default: a card where its runtime is installed.")
    private Optional<String> device = Optional.empty();

    /** What is asked of them. */
    interface Asked<T> {
        Outcome<T> of(Companions companions, Progress progress);
    }

    /** @param file what was written; @param model the version of the model that did it */
    record Made(String file, String size, String model, double seconds) {}

    <T> T done(Asked<T> asked) {
        try (LocalModels models = LocalModels.on(device.orElseGet(LocalModels::bestDevice), Path.of(""))) {
            return Stopping.during(models::close, console, () -> CommandFailed.orFail(asked.of(models.companions(),
                    new TerminalProgress(console))));
        }
    }

    Console console() {
        return console;
    }

    /** Writes a picture and tells of it. */
    int drawn(Path out, Companions.Skill skill, Asked<Path> asked) {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new ParameterException(command.commandLine(), "A picture is a PNG: '" + out
                    + "' does not end in .png.");
        }
        Path folder = out.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw CommandFailed.refused("Cannot write the picture: there is no folder " + folder
                    + " that can be written to. Nothing was made.", "Make the folder, or choose another --out.");
        }
        Instant began = Wiring.clock().instant();
        String model = done((companions, progress) -> asked.of(companions, progress)
                .then(_ -> Outcome.ok(companions.version(skill))));
        double seconds = Duration.between(began, Wiring.clock().instant()).toMillis() / 1e3;
        Made made = new Made(out.toString(), size(out).toString(), model, seconds);
        console.result(made, () -> console.out()
                .printf(Locale.ROOT, "%s  %s  %.1f s%n", made.file, made.size, seconds));
        return ExitCode.DONE;
    }

    private static FrameSize size(Path picture) {
        try {
            return Still.sizeOf(picture);
        } catch (MediaException e) {
            throw new CommandFailed(e.failure());
        }
    }

    /** How alike two directions are, -1 to 1. */
    static double alike(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
