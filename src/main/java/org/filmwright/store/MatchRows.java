package org.filmwright.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.review.PromptMatch;
import org.filmwright.review.PromptMatches;

/** How well pictures match prompts: rows without facts, since they can be computed again. */
final class MatchRows implements PromptMatches {
    private final Database database;

    MatchRows(Database database) {
        this.database = database;
    }

    @Override
    public void keep(String version, Map<Pair, PromptMatch> found) {
        if (!found.isEmpty()) {
            database.gate()
                    .write(unit -> found.entrySet()
                            .stream()
                            .mapToInt(each -> replace(unit.sql(), version, each.getKey(), each.getValue()))
                            .sum());
        }
    }

    private static int replace(Sql sql, String version, Pair pair, PromptMatch match) {
        sql.update("delete from prompt_match where prompt = ? and picture = ?", pair.prompt().hex(), pair.picture()
                .hex());
        return sql.update("insert into prompt_match (prompt, picture, version, likeness) values (?, ?, ?, ?)",
                pair.prompt().hex(), pair.picture().hex(), word(version), match.likeness());
    }

    @Override
    public Map<Digest, PromptMatch> of(String version, Digest prompt) {
        return database.read(sql -> sql.list(
                "select picture, likeness from prompt_match where prompt = ? and version = ?",
                row -> Map.entry(new Digest(row.getString("picture")), new PromptMatch(row.getDouble("likeness"))),
                prompt.hex(), word(version)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Set<Pair> known(String version) {
        return new HashSet<>(database.read(sql -> sql.list("select picture, prompt from prompt_match where version = ?",
                row -> new Pair(new Digest(row.getString("picture")), new Digest(row.getString("prompt"))),
                word(version))));
    }

    /** Versions may be long: that of a model is made of those of its files. */
    private static String word(String version) {
        return Digest.of(version).brief();
    }
}
