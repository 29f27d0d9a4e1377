package org.filmwright.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.filmwright.story.Scripts;
import org.filmwright.base.Digest;
import org.filmwright.history.Change;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Portrait;
import org.filmwright.story.ShotOverride;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.Wording;

/** The screenplay: importing one is a fact. Every step asks for its plan, so one that nobody else can change is remembered. */
final class ScriptRows implements Scripts {
    private final Database database;
    private final Facts facts;
    private final boolean shared;
    private final AtomicReference<Optional<Script>> known = new AtomicReference<>(Optional.empty());

    ScriptRows(Database database, Facts facts, boolean shared) {
        this.database = database;
        this.facts = facts;
        this.shared = shared;
    }

    @Override
    public Optional<Script> current() {
        Optional<Script> script = shared ? Optional.empty() : known.get();
        return script.isPresent() ? script : known.updateAndGet(none -> read());
    }

    /** Saving what is saved already adds nothing to the journal. */
    @Override
    public void save(Script script) {
        if (!current().equals(Optional.of(script))) {
            known.set(facts.record(new Fact.ScriptImported(script), unit -> replace(unit.sql(), script)));
        }
    }

    @Override
    public void plan(String text, ShotPlan drafted) {
        String digest = Digest.of(text).hex();
        int planned = database.gate()
                .write(unit -> unit.sql()
                        .update("update script set plan = ?, planned = ? where id = 1 and body = ?",
                                Codec.packed(drafted), digest, escaped(text)));
        if (planned > 0) {
            known.updateAndGet(script -> script.map(each -> each.planned(drafted)));
        }
    }

    @Override
    public boolean isPlanned() {
        return current().isEmpty() || database.read(sql -> sql.first("select planned from script where id = 1",
                row -> Optional.ofNullable(row.getString("planned"))))
                .flatMap(digest -> digest)
                .map(digest -> digest.equals(Digest.of(current().orElseThrow().text()).hex()))
                .orElse(true);
    }

    /** What is known follows a change that became rows. */
    void follow(Change change) {
        switch (change) {
            case Change.Wrote wrote -> known.updateAndGet(script -> script
                    .map(each -> each.reading(wrote.applyTo(each.text()))));
            case Change.SceneMoved(var wrote, _) -> follow(wrote);
            case Change.Directed directed -> known.updateAndGet(script -> script
                    .map(each -> each.directed(with(each.overrides(), directed))));
            case Change.Worded worded -> known.updateAndGet(script -> script.map(each -> each
                    .worded(with(each.wordings(), worded))));
            case Change.Portrayed portrayed -> known.updateAndGet(script -> script.map(each -> each
                    .portrayed(each.with(portrayed.kind(), portrayed.name(), portrayed.portrait()))));
            case Change.Noted _,Change.Declined _,Change.Ruled _,Change.RuledTogether _,Change.Trashed _,Change.TrashedTogether _,Change.Recut _ -> {
            }
        }
    }

    private static List<ShotOverride> with(List<ShotOverride> wishes, Change.Directed directed) {
        return Stream.concat(wishes.stream().filter(wish -> !wish.shot().equals(directed.shot())),
                directed.wish().stream()).sorted(Comparator.comparing(wish -> wish.shot().value())).toList();
    }

    private static List<Wording> with(List<Wording> wordings, Change.Worded worded) {
        return Stream.concat(wordings.stream().filter(each -> !each.shot().equals(worded.shot())),
                worded.wording().stream()).sorted(Comparator.comparing(each -> each.shot().value())).toList();
    }

    static int word(Sql sql, Change.Worded worded) {
        sql.update("delete from shot_wording where shot = ?", worded.shot().value());
        return worded.wording()
                .map(wording -> sql.update("insert into shot_wording (shot, body) values (?, ?)",
                        wording.shot().value(), Codec.json(wording)))
                .orElse(0);
    }

    static int portray(Sql sql, Change.Portrayed portrayed) {
        sql.update("delete from portrait where kind = ? and name = ?", portrayed.kind(), portrayed.name());
        return portrayed.portrait()
                .map(portrait -> sql.update("insert into portrait (kind, name, words) values (?, ?, ?)",
                        portrait.kind(), portrait.name(), portrait.words()))
                .orElse(0);
    }

    static int write(Sql sql, Change.Wrote wrote) {
        return sql.first("select body from script where id = 1", row -> plain(row.getString("body")))
                .map(body -> sql.update("update script set body = ? where id = 1", escaped(wrote.applyTo(body))))
                .orElse(0);
    }

    static int direct(Sql sql, Change.Directed directed) {
        sql.update("delete from shot_override where shot = ?", directed.shot().value());
        return directed.wish()
                .map(wish -> sql.update("insert into shot_override (shot, body) values (?, ?)", wish.shot().value(),
                        Codec.json(wish)))
                .orElse(0);
    }

    private Optional<Script> read() {
        return database.read(sql -> {
            List<ShotOverride> wishes = sql.list("select body from shot_override order by shot",
                    row -> Codec.read(row.getString("body"), ShotOverride.class));
            List<Wording> wordings = sql.list("select body from shot_wording order by shot",
                    row -> Codec.read(row.getString("body"), Wording.class));
            List<Portrait> portraits = sql.list("select * from portrait",
                    row -> new Portrait(Kind.valueOf(row.getString("kind")), row.getString("name"),
                            row.getString("words")))
                    .stream()
                    .sorted(Comparator.comparing(Portrait::kind).thenComparing(Portrait::name))
                    .toList();
            return sql.first("select * from script where id = 1",
                    row -> new Script(row.getString("file_name"), plain(row.getString("body")),
                            Codec.unpacked(row.getString("plan"), ShotPlan.class), wishes, wordings, portraits));
        });
    }

    static Optional<Script> replace(Sql sql, Script script) {
        sql.update("delete from script where id = 1");
        sql.update("insert into script (id, file_name, body, plan, planned) values (1, ?, ?, ?, ?)", script.fileName(),
                escaped(script.text()), Codec.packed(script.drafted()), Digest.of(script.text()).hex());
        return Optional.of(script);
    }

    /** The text as a column holds it: PostgreSQL's text has no NUL character, a script may. */
    private static String escaped(String text) {
        return text.replace("\u001b", "\u001be").replace("\u0000", "\u001b0");
    }

    private static String plain(String column) {
        return column.replace("\u001b0", "\u0000").replace("\u001be", "\u001b");
    }
}
