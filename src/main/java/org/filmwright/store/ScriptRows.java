package org.filmwright.store;

import java.util.Optional;
import org.filmwright.story.Scripts;
import org.filmwright.story.ShotPlan;

/** The screenplay: importing one is a fact. */
final class ScriptRows implements Scripts {
    private final Database database;
    private final Facts facts;

    ScriptRows(Database database, Facts facts) {
        this.database = database;
        this.facts = facts;
    }

    @Override
    public Optional<Script> current() {
        return database.read(sql -> sql.first("select * from script where id = 1",
                row -> new Script(row.getString("file_name"), row.getString("body"),
                        Codec.read(row.getString("plan"), ShotPlan.class))));
    }

    /** Saving what is saved already adds nothing to the journal. */
    @Override
    public void save(Script script) {
        if (!current().equals(Optional.of(script))) {
            facts.record(new Fact.ScriptImported(script), unit -> replace(unit.sql(), script));
        }
    }

    static int replace(Sql sql, Script script) {
        sql.update("delete from script where id = 1");
        return sql.update("insert into script (id, file_name, body, plan) values (1, ?, ?, ?)", script.fileName(),
                script.text(), Codec.json(script.plan()));
    }
}
