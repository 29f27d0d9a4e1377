package org.filmwright.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The journal of facts: one JSON record a line, chained by SHA-256, closed by a CRC, forced to disk before an append
 * returns (engine.md 2). A torn last line, which nobody was told about, is cut off when it is opened.
 */
final class Journal implements AutoCloseable {
    private static final String FIRST = "000.jsonl";
    private final FileChannel file;
    private JournalRecord last;

    private Journal(FileChannel file, JournalRecord last) {
        this.file = file;
        this.last = last;
    }

    /** The journal is damaged before its end: nothing was changed, and nothing is read past the damage. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(Path file, int line) {
            super(file.getFileName() + ", line " + line);
        }
    }

    /** Opens the journal in {@code folder}, handing every record to {@code reader} in order. */
    static Journal open(Path folder, Consumer<JournalRecord> reader) throws IOException, Damaged {
        Files.createDirectories(folder);
        JournalRecord last = JournalRecord.START;
        Path newest = folder.resolve(FIRST);
        List<Path> files = files(folder);
        for (Path each : files) {
            last = read(each, each.equals(files.getLast()), last, reader);
            newest = each;
        }
        FileChannel channel = FileChannel.open(newest, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.position(channel.size());
        return new Journal(channel, last);
    }

    /** The number of the newest record; 0 for an empty journal. */
    long seq() {
        return last.seq();
    }

    /** Appends facts, each as JSON, and forces them to disk together; answers their numbers. */
    synchronized List<Long> append(List<String> facts) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Long> numbers = new ArrayList<>();
        JournalRecord end = last;
        for (String fact : facts) {
            end = end.next(fact);
            text.append(end.line()).append('\n');
            numbers.add(end.seq());
        }
        long before = file.position();
        write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)), before);
        last = end;
        return numbers;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** All of it, or the file as it was: a half line in the middle would damage the journal. */
    private void write(ByteBuffer bytes, long before) throws IOException {
        boolean whole = false;
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
            whole = true;
        } finally {
            if (!whole) {
                file.truncate(before);
            }
        }
    }

    private static JournalRecord read(Path path, boolean newest, JournalRecord last, Consumer<JournalRecord> reader)
            throws IOException, Damaged {
        byte[] bytes = Files.readAllBytes(path);
        JournalRecord before = last;
        int start = 0;
        for (int line = 1; start < bytes.length; line++) {
            int end = endOfLine(bytes, start);
            Optional<JournalRecord> record = JournalRecord.parse(text(bytes, start, end), before);
            if (record.isEmpty()) {
                cutTail(path, line, start, newest && end >= bytes.length - 1);
                return before;
            }
            before = record.get();
            reader.accept(before);
            start = end + 1;
        }
        return before;
    }

    private static void cutTail(Path path, int line, int length, boolean torn) throws IOException, Damaged {
        if (!torn) {
            throw new Damaged(path, line);
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
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
            return all.filter(file -> file.getFileName().toString().matches("\\d{3}\\.jsonl")).sorted().toList();
        }
    }
}
