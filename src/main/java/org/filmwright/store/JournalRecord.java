package org.filmwright.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.filmwright.base.Digest;

/**
 * One line of the journal.
 *
 * @param seq from 1, without holes
 * @param fact JSON
 * @param hash SHA-256 over the hash before, the number and the fact
 */
record JournalRecord(long seq, String fact, String hash) {
    static final JournalRecord START = new JournalRecord(0, "", "0".repeat(64));
    /** A fact may hold any character, also those that end a line for Unicode. */
    private static final Pattern LINE = Pattern.compile("\\{\"seq\":(\\d{1,18}),\"fact\":(.*),"
            + "\"hash\":\"([0-9a-f]{64})\",\"crc\":\"([0-9a-f]{8})\"\\}", Pattern.DOTALL);

    JournalRecord next(String nextFact) {
        return new JournalRecord(seq + 1, nextFact, chained(hash, seq + 1, nextFact));
    }

    String line() {
        String body = "{\"seq\":" + seq + ",\"fact\":" + fact + ",\"hash\":\"" + hash + "\"";
        return body + ",\"crc\":\"" + crc(body) + "\"}";
    }

    /** The record of a line, if it is whole and follows {@code before}. */
    static Optional<JournalRecord> parse(String line, JournalRecord before) {
        return Optional.of(LINE.matcher(line))
                .filter(Matcher::matches)
                .map(parts -> before.next(parts.group(2)))
                .filter(expected -> expected.line().equals(line));
    }

    private static String chained(String previous, long seq, String fact) {
        return Digest.of(previous + "\n" + seq + "\n" + fact).hex();
    }

    private static String crc(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
