package org.filmwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.Fingerprint;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Takes;
import org.filmwright.images.Trash;

/** Takes: facts first, rows second, so that no verdict outlives its take. */
final class TakeRows implements Takes {
    private final Database database;
    private final Facts facts;
    private final Growing<ImageTake> rows;

    /** @param shared whether others write to the same rows */
    TakeRows(Database database, Facts facts, boolean shared) {
        this.database = database;
        this.facts = facts;
        this.rows = new Growing<>(database, "image_take", ImageTake.class, shared);
    }

    /** Adding what is there already adds nothing to the journal. */
    @Override
    public ImageTake add(ImageTake take) {
        return facts.recordNext(sql -> fresh(sql, take), (drawn, sql) -> insert(sql, drawn.take()))
                .map(Fact.Drawn::take)
                .or(() -> find(take.id()))
                .orElseThrow();
    }

    private static Optional<Fact.Drawn> fresh(Sql sql, ImageTake take) {
        return isThere(sql, take) ? Optional.empty() : Optional.of(new Fact.Drawn(take.among(of(sql, take.shot()))));
    }

    @Override
    public void addAll(List<ImageTake> takes) {
        List<ImageTake> fresh = takes.stream().filter(take -> find(take.id()).isEmpty()).toList();
        if (!fresh.isEmpty()) {
            facts.recordAll(fresh.stream().map(Fact.Drawn::new).toList(),
                    unit -> fresh.stream().mapToInt(take -> insert(unit.sql(), take)).sum());
        }
    }

    @Override
    public Optional<ImageTake> find(TakeId id) {
        return database.read(sql -> sql.first("select body from image_take where id = ?", TakeRows::read, id.value()));
    }

    @Override
    public List<ImageTake> of(ShotId shot) {
        return database.read(sql -> of(sql, shot));
    }

    private static List<ImageTake> of(Sql sql, ShotId shot) {
        return sql.list("select body from image_take where shot = ? order by number, seq", TakeRows::read,
                shot.value());
    }

    @Override
    public List<ImageTake> all() {
        return rows.all();
    }

    @Override
    public Trash trash() {
        return database.read(TrashRows::all);
    }

    @Override
    public void keep(MediaRef picture, Fingerprint look) {
        database.gate().write(unit -> {
            unit.sql().update("delete from picture_look where sha256 = ?", picture.digest().hex());
            return unit.sql()
                    .update("insert into picture_look (sha256, extension, bits, colours) values (?, ?, ?, ?)",
                            picture.digest().hex(), picture.extension(), look.bits(), look.colours());
        });
    }

    @Override
    public Optional<Fingerprint> look(MediaRef picture) {
        return database.read(sql -> sql.first("select bits, colours from picture_look where sha256 = ?",
                row -> new Fingerprint(row.getLong("bits"), row.getString("colours")), picture.digest().hex()));
    }

    @Override
    public Map<MediaRef, Fingerprint> looks() {
        return database.read(sql -> sql.list("select sha256, extension, bits, colours from picture_look",
                row -> Map.entry(new MediaRef(new Digest(row.getString("sha256")), row.getString("extension")),
                        new Fingerprint(row.getLong("bits"), row.getString("colours")))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void redrawn(TakeId take) {
        if (trash().holds(take)) {
            facts.record(new Fact.Redrawn(take), unit -> TrashRows.redrawn(unit.sql(), take));
        }
    }

    @Override
    public void keep(ImageBrief brief) {
        String digest = brief.digest().hex();
        database.gate()
                .write(unit -> unit.sql().number("select count(*) from brief where digest = ?", digest) > 0
                        ? 0
                        : unit.sql()
                                .update("insert into brief (digest, body) values (?, ?)", digest, Codec.json(brief)));
    }

    @Override
    public Optional<ImageBrief> brief(Digest digest) {
        return database.read(sql -> sql.first("select body from brief where digest = ?",
                row -> Codec.read(row.getString("body"), ImageBrief.class), digest.hex()));
    }

    static int insert(Sql sql, ImageTake take) {
        return isThere(sql, take)
                ? 0
                : sql.update("""
                        insert into image_take (id, shot, number, sha256, extension, body) values (?, ?, ?, ?, ?, ?)""",
                        take.id().value(), take.shot().value(), take.number(), take.media().digest().hex(),
                        take.media().extension(), Codec.json(take));
    }

    private static boolean isThere(Sql sql, ImageTake take) {
        return sql.number("select count(*) from image_take where id = ?", take.id().value()) > 0;
    }

    private static ImageTake read(ResultSet row) throws SQLException {
        return Codec.read(row.getString("body"), ImageTake.class);
    }
}
