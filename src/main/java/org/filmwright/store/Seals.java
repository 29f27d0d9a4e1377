package org.filmwright.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Signatures over the ends of the chains: of the journal in {@code journal/seals.jsonl}, of each run's event log in its
 * rows. A chain shows that something was changed; a seal shows it even where somebody computed the chain again.
 */
final class Seals {
    private static final String JOURNAL = "journal";
    private final Path file;
    private final Database database;
    private final Facts facts;

    Seals(Path root, Database database, Facts facts) {
        this.file = root.resolve(JOURNAL).resolve("seals.jsonl");
        this.database = database;
        this.facts = facts;
    }

    /** @param chain {@code journal} or the id of a run; @param at ISO instant */
    record Seal(String chain, long seq, String hash, String at, String publicKey, String signature) {
        static Seal by(SealKey key, String chain, long seq, String hash, Instant at) {
            Seal open = new Seal(chain, seq, hash, at.toString(), key.publicKey(), "");
            return new Seal(chain, seq, hash, open.at, open.publicKey, key.sign(open.text()));
        }

        boolean holds() {
            return SealKey.signed(publicKey, text(), signature);
        }

        private String text() {
            return String.join("\n", "filmwright", chain, Long.toString(seq), hash, at);
        }
    }

    /** Seals the ends of all chains that have grown since their last seal and have come to an end. */
    void seal(SealKey key, Instant now) throws IOException {
        JournalRecord head = facts.head();
        if (head.seq() > newest().map(Seal::seq).orElse(0L)) {
            append(Codec.json(Seal.by(key, JOURNAL, head.seq(), head.hash(), now)));
        }
        List<Seal> open = database.read(sql -> sql.list(
                """
                        select r.id, r.event_seq, r.event_head from wf_run r where r.state in ('SUCCEEDED', 'FAILED', 'CANCELLED')
                        and not exists (select 1 from event_seal s where s.run_id = r.id and s.seq = r.event_seq)""",
                row -> Seal.by(key, row.getString(1), row.getLong(2), row.getString(3), now)));
        open.forEach(seal -> database.gate().write(unit -> insert(unit.sql(), seal)));
    }

    /** The newest seal over the journal. */
    Optional<Seal> newest() throws IOException {
        return ofJournal().stream().reduce((older, newer) -> newer);
    }

    /** Where a chain, or a seal over it, does not hold. */
    List<Finding> findings() throws IOException {
        List<Finding> found = new ArrayList<>();
        Map<Long, String> hashes = new HashMap<>(Map.of(0L, JournalRecord.START.hash()));
        try {
            facts.each(record -> hashes.put(record.seq(), record.hash()));
        } catch (Journal.Damaged e) {
            found.add(finding("The journal was changed after it was written: " + e.getMessage() + "."));
        }
        ofJournal().stream()
                .filter(seal -> !seal.holds() || !seal.hash().equals(hashes.get(seal.seq())))
                .map(seal -> finding("The seal of " + seal.at() + " over fact " + seal.seq() + " does not fit."))
                .forEach(found::add);
        found.addAll(runs());
        return found;
    }

    private List<Finding> runs() {
        return database.read(sql -> sql.list("""
                select s.*, e.hash as found from event_seal s
                left join event_log e on e.run_id = s.run_id and e.seq = s.seq order by s.run_id, s.seq""",
                row -> new Seal(row.getString("run_id"), row.getLong("seq"), row.getString("hash"),
                        row.getString("at"), row.getString("public_key"), row.getString("signature")).holds()
                        && row.getString("hash").equals(row.getString("found"))
                                ? Optional.<Finding>empty()
                                : Optional.of(Finding.of(Finding.Kind.EVENT_LOG, row.getString("run_id"),
                                        "The seal over event " + row.getLong("seq") + " does not fit."))))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Seal> ofJournal() throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<Seal> seals = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            try {
                seals.add(Codec.read(line, Seal.class));
            } catch (Codec.Unreadable torn) {
                System.getLogger(Seals.class.getName()).log(System.Logger.Level.DEBUG, "Passed over half a seal", torn);
            }
        }
        return seals;
    }

    private static int insert(Sql sql, Seal seal) {
        return sql.update("""
                insert into event_seal (run_id, seq, hash, at, key_id, public_key, signature)
                values (?, ?, ?, ?, ?, ?, ?)""", seal.chain(), seal.seq(), seal.hash(), seal.at(),
                SealKey.id(seal.publicKey()), seal.publicKey(), seal.signature());
    }

    private void append(String line) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static Finding finding(String sentence) {
        return Finding.of(Finding.Kind.JOURNAL, JOURNAL, sentence);
    }
}
