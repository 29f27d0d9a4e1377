package org.filmwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.ClipId;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipTake;
import org.filmwright.clips.Clips;

/** Clips, in the order in which they were added: facts first, rows second. */
final class ClipRows implements Clips {
    private final Database database;
    private final Facts facts;
    private final Growing<ClipTake> rows;

    /** @param shared whether others write to the same rows */
    ClipRows(Database database, Facts facts, boolean shared) {
        this.database = database;
        this.facts = facts;
        this.rows = new Growing<>(database, "clip", ClipTake.class, shared);
    }

    /** Adding what is there already adds nothing to the journal. */
    @Override
    public void add(ClipTake clip) {
        if (find(clip.id()).isEmpty()) {
            facts.record(new Fact.Filmed(clip), unit -> insert(unit.sql(), clip));
        }
    }

    @Override
    public Optional<ClipTake> find(ClipId id) {
        return database.read(sql -> sql.first("select body from clip where id = ?", ClipRows::read, id.value()));
    }

    @Override
    public Optional<ClipTake> latest(ShotId shot) {
        return database.read(sql -> sql.first(
                "select body from clip where shot = ? order by seq desc fetch first 1 rows only", ClipRows::read,
                shot.value()));
    }

    @Override
    public List<ClipTake> all() {
        return rows.all();
    }

    static int insert(Sql sql, ClipTake clip) {
        boolean known = sql.number("select count(*) from clip where id = ?", clip.id().value()) > 0;
        return known
                ? 0
                : sql.update("insert into clip (id, shot, sha256, extension, body) values (?, ?, ?, ?, ?)",
                        clip.id().value(), clip.shot().value(), clip.media().digest().hex(), clip.media().extension(),
                        Codec.json(clip));
    }

    private static ClipTake read(ResultSet row) throws SQLException {
        return Codec.read(row.getString("body"), ClipTake.class);
    }
}
