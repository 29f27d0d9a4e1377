package org.filmwright.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The journal of facts: one JSON record a line, chained by SHA-256, closed by a CRC, forced to disk before an append
 * returns (engine.md 2). It lies in numbered files; a full one is never touched again. A torn last line, which nobody was
 * told about, is cut off when it is opened.
 */
final class Journal implements AutoCloseable {
    /** A file that is larger gets no further record. */
    static final long FULL = 4 << 20;
    private final Path folder;
    private final long full;
    private final Waypoint waypoint;
    /** Not a channel: the interrupt of a thread that appends would close it for everybody. */
    private RandomAccessFile file;
    private int number;
    private JournalRecord last;
    private boolean broken;

    private Journal(Path folder, long full, Waypoint waypoint, int number, JournalRecord last) throws IOException {
        this.folder = folder;
        this.full = full;
        this.waypoint = waypoint;
        this.number = number;
        this.last = last;
        this.file = new RandomAccessFile(folder.resolve(name(number)).toFile(), "rw");
        file.seek(file.length());
    }

    /** The journal is damaged before its end: nothing was changed, and nothing is read past the damage. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String where) {
            super(where);
        }
    }

    /** Opens the journal in {@code folder}, handing every record to {@code reader} in order. */
    static Journal open(Path folder, Consumer<JournalRecord> reader) throws IOException, Damaged {
        return open(folder, reader, FULL, Waypoint.NONE);
    }

    static Journal open(Path folder, Consumer<JournalRecord> reader, long full, Waypoint waypoint)
            throws IOException, Damaged {
        Files.createDirectories(folder);
        List<Path> files = files(folder);
        JournalRecord last = read(files, reader, true);
        return new Journal(folder, full, waypoint, files.isEmpty() ? 0 : number(files.getLast()), last);
    }

    /** Hands every record to {@code reader} in order. */
    synchronized void each(Consumer<JournalRecord> reader) throws IOException, Damaged {
        read(files(folder), reader, false);
    }

    /** Whether a project has ever kept a journal here. */
    static boolean exists(Path folder) throws IOException {
        return Files.isDirectory(folder) && !files(folder).isEmpty();
    }

    /** How long the journal in {@code folder} is. */
    static long bytes(Path folder) throws IOException {
        long sum = 0;
        if (Files.isDirectory(folder)) {
            for (Path each : files(folder)) {
                sum += Files.size(each);
            }
        }
        return sum;
    }

    /** The number of the newest record; 0 for an empty journal. */
    synchronized long seq() {
        return last.seq();
    }

    /** The newest record. */
    synchronized JournalRecord head() {
        return last;
    }

    /** Appends facts, each as JSON, and forces them to disk together; answers their numbers. */
    synchronized List<Long> append(List<String> facts) throws IOException {
        if (broken) {
            throw new IOException("the journal holds half a line that could not be taken back");
        }
        if (file.getFilePointer() >= full) {
            startNextFile();
        }
        StringBuilder text = new StringBuilder();
        List<Long> numbers = new ArrayList<>();
        JournalRecord end = last;
        for (String fact : facts) {
            end = end.next(fact);
            text.append(end.line()).append('\n');
            numbers.add(end.seq());
        }
        write(text.toString().getBytes(StandardCharsets.UTF_8), file.getFilePointer());
        last = end;
        return numbers;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void startNextFile() throws IOException {
        RandomAccessFile next = new RandomAccessFile(folder.resolve(name(number + 1)).toFile(), "rw");
        file.close();
        file = next;
        number++;
        MediaVault.forceFolder(folder);
    }

    /** All of it, or the file as it was: a half line in the middle would damage the journal. */
    private void write(byte[] bytes, long before) throws IOException {
        boolean whole = false;
        try {
            file.write(bytes);
            waypoint.pass("journal written");
            file.getFD().sync();
            waypoint.pass("journal forced");
            whole = true;
        } finally {
            if (!whole) {
                broken = true;
                file.setLength(before);
                file.seek(before);
                broken = false;
            }
        }
    }

    private static JournalRecord read(List<Path> files, Consumer<JournalRecord> reader, boolean cut)
            throws IOException, Damaged {
        JournalRecord last = JournalRecord.START;
        for (Path each : files) {
            last = read(each, each.equals(files.getLast()), last, reader, cut);
        }
        return last;
    }

    private static JournalRecord read(Path path, boolean newest, JournalRecord last, Consumer<JournalRecord> reader,
            boolean cut) throws IOException, Damaged {
        byte[] bytes = Files.readAllBytes(path);
        JournalRecord before = last;
        int start = 0;
        for (int line = 1; start < bytes.length; line++) {
            int end = endOfLine(bytes, start);
            Optional<JournalRecord> record = JournalRecord.parse(text(bytes, start, end), before)
                    .filter(whole -> end < bytes.length);
            if (record.isEmpty()) {
                if (!newest || end < bytes.length - 1) {
                    throw new Damaged(path.getFileName() + ", line " + line);
                }
                if (cut) {
                    cutTail(path, start);
                }
                return before;
            }
            before = record.get();
            reader.accept(before);
            start = end + 1;
        }
        return before;
    }

    private static void cutTail(Path path, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }

    private static String name(int number) {
        return "%03d.jsonl".formatted(number);
    }

    private static int number(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(0, name.indexOf('.')));
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /** The index of the next line feed, or the length where the last line has none. */
    private static int endOfLine(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d{3,9}\\.jsonl"))
                    .sorted(Comparator.comparingInt(Journal::number))
                    .toList();
        }
    }
}
