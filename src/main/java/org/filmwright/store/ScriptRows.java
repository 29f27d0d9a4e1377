package org.filmwright.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.filmwright.story.Scripts;
import org.filmwright.story.ShotPlan;

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

    private Optional<Script> read() {
        return database.read(sql -> sql.first("select * from script where id = 1",
                row -> new Script(row.getString("file_name"), body(row),
                        Codec.read(row.getString("plan"), ShotPlan.class))));
    }

    static Optional<Script> replace(Sql sql, Script script) {
        sql.update("delete from script where id = 1");
        sql.update("insert into script (id, file_name, body, body_json, plan) values (1, ?, '', ?, ?)",
                script.fileName(), Codec.json(script.text()), Codec.json(script.plan()));
        return Optional.of(script);
    }

    private static String body(ResultSet row) throws SQLException {
        return Sql.text(row, "body_json").map(json -> Codec.read(json, String.class)).orElse(row.getString("body"));
    }
}
