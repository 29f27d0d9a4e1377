package org.filmwright.generate.local.pipeline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.filmwright.base.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What text encoders answered, on disk: a picture painted again with the same words needs none of them. Only a cache: what
 * cannot be read is as if it were not there, what cannot be written is not kept.
 *
 * @param most bytes; beyond that what was not used for longest goes first
 */
record EmbeddingCache(Path folder, long most, InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);
    private static final String END = ".embedding";

    /** @param encoder which file answers, so that another model is asked itself; @param ids what it is asked */
    static String key(Path encoder, TextEncoder.Part part, int[] ids) throws IOException {
        return Digest
                .of(encoder.toRealPath() + " " + Files.size(encoder) + " " + Files.getLastModifiedTime(encoder) + " "
                        + part + " " + Arrays.toString(ids))
                .hex();
    }

    Optional<Encoded> find(String key) {
        Path file = folder.resolve(key + END);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            int tokens = in.readInt();
            int width = in.readInt();
            int pooled = in.readInt();
            long check = in.readLong();
            byte[] numbers = in.readAllBytes();
            if (tokens < 0 || width < 0 || pooled < 0 || numbers.length != 4L * ((long) tokens * width + pooled)
                    || check != checksum(numbers)) {
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            ByteBuffer floats = ByteBuffer.wrap(numbers);
            return Optional.of(new Encoded(read(floats, tokens * width), tokens, width, read(floats, pooled)));
        } catch (IOException e) {
            LOG.warn("What the text encoder answered before cannot be read; it is asked again.", e);
            return Optional.empty();
        }
    }

    private static float[] read(ByteBuffer from, int count) {
        float[] numbers = new float[count];
        from.asFloatBuffer().get(numbers);
        from.position(from.position() + 4 * count);
        return numbers;
    }

    void keep(String key, Encoded words) {
        ByteBuffer numbers = ByteBuffer.allocate(4 * (words.sequence().length + words.pooled().length));
        numbers.asFloatBuffer().put(words.sequence()).put(words.pooled());
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "embedding", ".part");
            try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(part))) {
                out.writeInt(words.tokens());
                out.writeInt(words.width());
                out.writeInt(words.pooled().length);
                out.writeLong(checksum(numbers.array()));
                out.write(numbers.array());
            }
            Files.move(part, folder.resolve(key + END), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            tidy();
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("What the text encoder answered could not be kept.", e);
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private void tidy() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(END))
                    .sorted(Comparator.comparing(EmbeddingCache::used).reversed())
                    .toList();
        }
        long sum = 0;
        for (Path file : files) {
            sum += Files.size(file);
            if (sum > most) {
                Files.delete(file);
            }
        }
    }

    private static FileTime used(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
