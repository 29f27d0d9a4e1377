package org.filmwright.production.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * A model pack in a zip: {@code manifest.json} on top, or in the one folder on top, and exactly the files it lists. Nothing
 * is written that the list does not name, and of nothing more bytes than it says. Links in a zip are never made.
 */
final class ZipPack implements AutoCloseable {
    private static final int MOST_ENTRIES = 20_000;
    /** Weights hardly shrink; a zip that grows more than this is made to fill a disk. */
    private static final long MOST_GROWTH = 100;
    private static final long HARMLESS = 64 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Pack pack;
    private final Map<String, ZipEntry> entries;

    private ZipPack(Path file, ZipFile zip, Pack pack, Map<String, ZipEntry> entries) {
        this.file = file;
        this.zip = zip;
        this.pack = pack;
        this.entries = entries;
    }

    static boolean isZip(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    static Outcome<ZipPack> open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            return refused(file.getFileName() + " is no zip file, or is damaged (" + e.getMessage() + ").");
        }
        Outcome<ZipPack> read;
        try {
            read = read(file, zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
        if (read instanceof Outcome.Failed) {
            zip.close();
        }
        return read;
    }

    private static Outcome<ZipPack> read(Path file, ZipFile zip) throws IOException {
        List<? extends ZipEntry> all = zip.stream()
                .limit(MOST_ENTRIES + 1)
                .filter(entry -> !entry.isDirectory())
                .toList();
        Optional<String> top = all.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.matches("([^/]+/)?manifest\\.json"))
                .min((a, b) -> Integer.compare(a.length(), b.length()))
                .map(name -> name.substring(0, name.length() - Pack.MANIFEST.length()));
        if (zip.size() > MOST_ENTRIES || top.isEmpty()) {
            return refused(zip.size() > MOST_ENTRIES
                    ? file.getFileName() + " holds more than " + MOST_ENTRIES + " files."
                    : file.getFileName() + " has no manifest.json on top: it is no model pack.");
        }
        try (InputStream in = zip.getInputStream(zip.getEntry(top.get() + Pack.MANIFEST))) {
            byte[] manifest = in.readNBytes(Pack.LONGEST + 1);
            if (manifest.length > Pack.LONGEST) {
                return refused("The manifest.json in " + file.getFileName() + " is too long to be one.");
            }
            return Pack.read(new String(manifest, StandardCharsets.UTF_8),
                    "The manifest.json in " + file.getFileName())
                    .then(pack -> matched(file, zip, pack, top.get(), all));
        }
    }

    private static Outcome<ZipPack> matched(Path file, ZipFile zip, Pack pack, String top,
            List<? extends ZipEntry> all) {
        Map<String, ZipEntry> entries = new HashMap<>();
        for (ZipEntry entry : all) {
            String path = entry.getName().startsWith(top) ? entry.getName().substring(top.length()) : "";
            if (!SafeNames.isFile(path)) {
                return refused(file.getFileName() + " holds '" + entry.getName().replaceAll("\\p{Cntrl}", "?")
                        + "', which leads out of the folder of the model or is no safe name.");
            }
            if (entries.put(path, entry) != null) {
                return refused(file.getFileName() + " holds " + path + " twice.");
            }
        }
        entries.remove(Pack.MANIFEST);
        for (Model.Part part : pack.files()) {
            if (!entries.containsKey(part.path())) {
                return refused(part.path() + " is listed, but is not in " + file.getFileName() + ".");
            }
        }
        if (entries.size() > pack.files().size()) {
            pack.files().forEach(part -> entries.remove(part.path()));
            return refused(file.getFileName() + " holds " + entries.keySet().iterator().next()
                    + ", which its manifest.json does not list.");
        }
        return bomb(file, pack)
                ? refused(file.getFileName() + " would grow to " + pack.bytes() + " bytes, which no model does.")
                : Outcome.ok(new ZipPack(file, zip, pack, entries));
    }

    private static boolean bomb(Path file, Pack pack) {
        return pack.bytes() > HARMLESS && pack.bytes() / MOST_GROWTH > file.toFile().length();
    }

    Pack pack() {
        return pack;
    }

    Optional<Licence> licence() throws IOException {
        if (pack.licence().isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(entries.get(pack.licence().get()))) {
            return Optional.of(Licence.of(pack.licence().get() + " in " + file, in.readNBytes(1 << 20)));
        }
    }

    /** Writes the files and the list; answers what is wrong with the first one that is not what the list says. */
    Optional<Failure> unpack(Path into, Tally tally) throws IOException {
        for (Model.Part part : pack.files()) {
            Path target = into.resolve(part.path());
            Files.createDirectories(target.getParent());
            long written;
            try (InputStream in = zip.getInputStream(entries.get(part.path()));
                    OutputStream out = Files.newOutputStream(target)) {
                written = copy(in, out, part.bytes(), tally);
            } catch (ZipException e) {
                return no(part.path() + " in " + file.getFileName() + " is damaged (" + e.getMessage() + ").");
            }
            if (written != part.bytes()) {
                return no(part.path() + " in " + file.getFileName() + " has not the " + part.bytes()
                        + " bytes that its manifest.json says.");
            }
            if (!Digest.ofFile(target, tally::more).hex().equals(part.sha256())) {
                return no(part.path() + " in " + file.getFileName()
                        + " is not what its manifest.json says (SHA-256).");
            }
        }
        try (InputStream in = zip.getInputStream(manifest())) {
            Files.copy(in, into.resolve(Pack.MANIFEST));
        }
        return Optional.empty();
    }

    private ZipEntry manifest() {
        return zip.stream()
                .filter(entry -> entry.getName().matches("([^/]+/)?manifest\\.json"))
                .min((a, b) -> Integer.compare(a.getName().length(), b.getName().length()))
                .orElseThrow();
    }

    /** At most one byte more than it should have. */
    private static long copy(InputStream in, OutputStream out, long most, Tally tally) throws IOException {
        byte[] piece = new byte[1 << 16];
        long written = 0;
        for (int n = in.read(piece); n >= 0 && written <= most; n = in.read(piece)) {
            int some = (int) Math.min(n, most + 1 - written);
            out.write(piece, 0, some);
            written += some;
            tally.more(some);
        }
        return written;
    }

    private static Outcome<ZipPack> refused(String what) {
        return Outcome.failed(no(what).orElseThrow());
    }

    private static Optional<Failure> no(String what) {
        return Optional.of(new Failure.Refused(what + " Nothing was added.",
                "Get the model pack again, from whoever made it."));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
