package org.filmwright.store;

import org.filmwright.engine.EngineFact;

/** How each kind of fact becomes rows: the one code path for the first time and for after a crash. */
final class Replay {
    private Replay() {}

    static void apply(Fact fact, WriteGate.Unit unit) {
        switch (fact) {
            case Fact.Ruled ruled -> VerdictRows.insert(unit.sql(), ruled.verdict());
            case Fact.ScriptImported imported -> ScriptRows.replace(unit.sql(), imported.script());
            case Fact.Drawn drawn -> TakeRows.insert(unit.sql(), drawn.take());
            case Fact.Redrawn redrawn -> TrashRows.redrawn(unit.sql(), redrawn.take());
            case Fact.Discarded discarded -> EditRows.discarded(unit.sql(), discarded.takes());
            case Fact.Filmed filmed -> ClipRows.insert(unit.sql(), filmed.clip());
            case Fact.CutSaved saved -> EditRows.saved(unit.sql(), saved);
            case Fact.Edited edited -> EditRows.edited(unit.sql(), edited);
            case Fact.Undone undone -> EditRows.undone(unit.sql(), undone);
            case Fact.Redone redone -> EditRows.redone(unit.sql(), redone);
            case Fact.Workflow workflow -> SqlTx.run(new SqlTx(unit), tx -> {
                EngineFact.replay(workflow.fact(), tx);
                return workflow;
            });
        }
    }
}
