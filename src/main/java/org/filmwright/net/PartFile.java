package org.filmwright.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.base.Digest;

/**
 * A file while it comes: {@code X.part}, and beside it {@code X.journal} with the ranges that are safely on the disk, a line
 * each. After a kill it goes on from there; a last line that is cut off does not count. Safe for several threads.
 */
final class PartFile implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18})");

    private final Download.Order order;
    private final Path part;
    private final Path journal;
    private final TreeMap<Long, Long> done = new TreeMap<>();
    private final boolean resumed;
    private FileChannel bytes;
    private FileChannel lines;

    PartFile(Download.Order order) throws IOException {
        this.order = order;
        this.part = order.file().resolveSibling(order.file().getFileName() + ".part");
        this.journal = order.file().resolveSibling(order.file().getFileName() + ".journal");
        Files.createDirectories(part.getParent());
        read();
        resumed = !done.isEmpty();
        begin();
    }

    /** Bytes that need not come any more, by the journal: a part file has holes. */
    static long have(Download.Order order) throws IOException {
        if (Files.isRegularFile(order.file()) && Files.size(order.file()) == order.bytes()) {
            return order.bytes();
        }
        if (!Files.exists(order.file().resolveSibling(order.file().getFileName() + ".part"))) {
            return 0;
        }
        try (PartFile part = new PartFile(order)) {
            return part.have();
        }
    }

    /** What the journal belongs to: of another file's bytes nothing is kept. */
    private String head() {
        return order.bytes() + " " + order.sha256().hex();
    }

    private void read() throws IOException {
        if (!Files.exists(part) || !Files.exists(journal)) {
            return;
        }
        String text = Files.readString(journal);
        List<String> whole = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (whole.isEmpty() || !whole.getFirst().equals(head())) {
            return;
        }
        long size = Files.size(part);
        for (String line : whole.subList(1, whole.size())) {
            Matcher range = LINE.matcher(line);
            if (range.matches()) {
                long from = Long.parseLong(range.group(1));
                long to = Long.parseLong(range.group(2));
                if (from < to && to <= Math.min(size, order.bytes())) {
                    add(from, to);
                }
            }
        }
    }

    /** Opens both, the journal written anew: without a torn line, and each range once. */
    private void begin() throws IOException {
        Path fresh = journal.resolveSibling(journal.getFileName() + ".new");
        StringBuilder text = new StringBuilder(head()).append('\n');
        done.forEach((from, to) -> text.append(from).append(' ').append(to).append('\n'));
        Files.writeString(fresh, text);
        Files.move(fresh, journal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        bytes = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lines = FileChannel.open(journal, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Whether some of it came in an earlier run, perhaps from somewhere else. */
    boolean resumed() {
        return resumed;
    }

    synchronized long have() {
        return done.entrySet().stream().mapToLong(range -> range.getValue() - range.getKey()).sum();
    }

    /** What is still to come, in pieces of at most {@code piece} bytes. */
    synchronized List<Range> missing(long piece) {
        List<Range> missing = new ArrayList<>();
        long at = 0;
        for (Map.Entry<Long, Long> range : done.entrySet()) {
            cut(at, range.getKey(), piece, missing);
            at = range.getValue();
        }
        cut(at, order.bytes(), piece, missing);
        return missing;
    }

    private static void cut(long from, long to, long piece, List<Range> into) {
        for (long at = from; at < to; at += piece) {
            into.add(new Range(at, Math.min(at + piece, to)));
        }
    }

    void write(long at, byte[] some, int length) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(some, 0, length);
        while (from.hasRemaining()) {
            bytes.write(from, at + from.position());
        }
    }

    /** These were written; from now on a kill does not lose them. */
    void done(long from, long to) throws IOException {
        if (from == to) {
            return;
        }
        bytes.force(false);
        synchronized (this) {
            add(from, to);
            lines.write(ByteBuffer.wrap((from + " " + to + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        }
    }

    private void add(long from, long to) {
        long first = from;
        long last = to;
        Map.Entry<Long, Long> before = done.floorEntry(from);
        if (before != null && before.getValue() >= from) {
            first = before.getKey();
            last = Math.max(last, before.getValue());
        }
        Map<Long, Long> over = done.subMap(first, true, last, true);
        for (long end : over.values()) {
            last = Math.max(last, end);
        }
        over.clear();
        done.put(first, last);
    }

    /** Gives the file its name, if it is what was promised; else all of it is thrown away. */
    boolean publish() throws IOException {
        bytes.force(true);
        close();
        boolean same = Files.size(part) == order.bytes() && Digest.ofFile(part).equals(order.sha256());
        if (same) {
            Files.move(part, order.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(part);
        }
        Files.deleteIfExists(journal);
        return same;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        lines.close();
    }
}
