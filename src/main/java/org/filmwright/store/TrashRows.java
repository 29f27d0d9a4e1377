package org.filmwright.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Digest;
import org.filmwright.base.TakeId;
import org.filmwright.images.Trash;

/** The trash: a mark on takes. What is gone for good keeps its mark, and no undo brings it back. */
final class TrashRows {
    private TrashRows() {}

    /** Puts a take into the trash, or with nothing takes it out. */
    static int put(Sql sql, TakeId take, Optional<Instant> since) {
        if (sql.number("select count(*) from trash where take = ? and gone = true", take.value()) > 0) {
            return 0;
        }
        sql.update("delete from trash where take = ?", take.value());
        return since.map(at -> sql.update("insert into trash (take, since) values (?, ?)", take.value(), at)).orElse(1);
    }

    /** Takes a take out, be its picture gone or not: it was drawn again. */
    static int redrawn(Sql sql, TakeId take) {
        return sql.update("delete from trash where take = ?", take.value());
    }

    static int gone(Sql sql, List<TakeId> takes) {
        return takes.stream()
                .mapToInt(take -> sql.update("update trash set gone = true where take = ?", take.value()))
                .sum();
    }

    static Trash all(Sql sql) {
        Map<TakeId, Instant> since = sql.list("select take, since from trash where gone = false",
                row -> Map.entry(new TakeId(row.getString("take")), Sql.instant(row, "since").orElseThrow()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Trash(since, Set.copyOf(sql.list("select take from trash where gone = true",
                row -> new TakeId(row.getString("take")))));
    }

    /** Files that only gone takes name. */
    static Set<String> files(Sql sql) {
        return Set.copyOf(sql.list("""
                select sha256, extension from image_take t join trash on take = t.id where gone = true and not exists (
                    select 1 from image_take o left join trash p on p.take = o.id
                    where o.sha256 = t.sha256 and (p.gone is null or p.gone = false))""",
                row -> new MediaRef(new Digest(row.getString(1)), row.getString(2)).path()));
    }

    /** Files that nobody would name any more if what has been there since before {@code before} were gone. */
    static Set<String> files(Sql sql, Instant before) {
        return Set.copyOf(sql.list("""
                select sha256, extension from image_take t join trash on take = t.id where (gone = true or since < ?)
                and not exists (select 1 from image_take o left join trash p on p.take = o.id
                    where o.sha256 = t.sha256 and (p.gone is null or (p.gone = false and p.since >= ?)))""",
                row -> new MediaRef(new Digest(row.getString(1)), row.getString(2)).path(), before, before));
    }

    /** What has been there since before {@code before} and is not gone yet. */
    static List<TakeId> due(Sql sql, Instant before) {
        return sql.list("select take from trash where gone = false and since < ? order by take",
                row -> new TakeId(row.getString("take")), before);
    }
}
