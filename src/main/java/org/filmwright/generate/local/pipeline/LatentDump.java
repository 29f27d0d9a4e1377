package org.filmwright.generate.local.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.schedule.Scheduler;

/** The numbers of a picture's making, for comparing an exported model with a reference (cli.md, {@code --dump-latents}). */
final class LatentDump {
    private final List<Double> sums = new ArrayList<>();

    void step(float[] state) {
        double sum = 0;
        for (float value : state) {
            sum += value;
        }
        sums.add(sum);
    }

    /**
     * @param latents NCHW, unpacked, before they are scaled for the decoder
     * @param picture goes too where the numbers cannot be written: an order is done whole or not at all
     */
    void write(Path file, Scheduler scheduler, LatentSize size, float[] latents, Path picture) throws PaintFailed {
        ObjectNode dump = new ObjectMapper().createObjectNode();
        for (double timestep : scheduler.timesteps()) {
            dump.withArray("timesteps").add(timestep);
        }
        for (double sigma : scheduler.sigmas()) {
            dump.withArray("sigmas").add(sigma);
        }
        sums.forEach(dump.withArray("latentSumAfterStep")::add);
        for (long side : size.shape(1)) {
            dump.withArray("finalLatentShape").add(side);
        }
        for (float value : latents) {
            dump.withArray("finalLatent").add(value);
        }
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(part, dump.toString());
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            part.toFile().delete();
            picture.toFile().delete();
            throw new PaintFailed(new Failure.Exhausted("disk", "The latents could not be written to " + file + ": " + e
                    .getMessage() + ". Nothing half-written was kept. Make room or choose another folder."), e);
        }
    }
}
