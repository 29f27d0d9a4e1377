package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal across its files. */
class JournalTest {
    @TempDir
    private Path folder;
    private final List<JournalRecord> read = new ArrayList<>();

    private Journal open(long full) throws IOException, Journal.Damaged {
        read.clear();
        return Journal.open(folder, read::add, full, Waypoint.NONE);
    }

    private void fill() throws IOException, Journal.Damaged {
        for (int round = 0; round < 3; round++) {
            try (Journal journal = open(300)) {
                int first = round * 10;
                for (int i = first; i < first + 10; i++) {
                    journal.append(List.of("{\"n\":" + i + "}"));
                }
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void aFullFileIsFollowedByTheNextAndTheChainGoesOn() throws IOException, Journal.Damaged {
        fill();
        assertTrue(files().size() > 3, files().toString());
        try (Journal journal = open(300)) {
            assertEquals(IntStream.range(0, 30).mapToObj(i -> "{\"n\":" + i + "}").toList(),
                    read.stream().map(JournalRecord::fact).toList());
            assertEquals(30, journal.seq());
        }
    }

    @Test
    void aThreadThatIsInterruptedBeginsTheNextFileAsWellAsAnyOther() throws IOException, Journal.Damaged {
        boolean stillInterrupted = true;
        try (Journal journal = open(300)) {
            for (int i = 0; i < 30; i++) {
                Thread.currentThread().interrupt();
                journal.append(List.of("{\"n\":" + i + "}"));
                stillInterrupted &= Thread.interrupted();
            }
        }
        assertTrue(stillInterrupted && files().size() > 3, files().toString());
        open(300).close();
        assertEquals(30, read.size());
    }

    @Test
    void aTornTailIsCutOnlyFromTheNewestFile() throws IOException, Journal.Damaged {
        fill();
        Path newest = files().getLast();
        String whole = Files.readString(newest);
        Files.writeString(newest, whole + "{\"seq\":31,\"fa");
        open(300).close();
        assertEquals(whole, Files.readString(newest));
        Path first = files().getFirst();
        Files.writeString(first, Files.readString(first) + "{\"seq\":9,\"fa");
        assertThrows(Journal.Damaged.class, () -> open(300));
    }

    @Test
    void aWholeLineThatWasNotClosedIsCutSoThatTheNextOneStandsAlone() throws IOException, Journal.Damaged {
        fill();
        Path newest = files().getLast();
        String whole = Files.readString(newest);
        Files.writeString(newest, whole.substring(0, whole.length() - 1));
        try (Journal journal = open(300)) {
            assertEquals(29, journal.seq());
            journal.append(List.of("{}"));
        }
        open(300).close();
        assertEquals(30, read.size());
    }

    @Test
    void aMissingFileIsFound() throws IOException, Journal.Damaged {
        fill();
        Files.delete(files().get(1));
        assertThrows(Journal.Damaged.class, () -> open(300));
    }

    @Test
    void anyChangedByteBeforeTheLastLineIsFound() throws IOException, Journal.Damaged {
        fill();
        Path first = files().getFirst();
        byte[] whole = Files.readAllBytes(first);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(first, changed);
            assertThrows(Journal.Damaged.class, () -> open(300), "byte " + at);
        }
    }
}
