package org.filmwright.store;

import java.util.List;
import java.util.Optional;
import org.filmwright.engine.Lane;
import org.filmwright.engine.LaneSpec;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepState;

/**
 * The engine's transaction on a farm: every claim names its worker, a worker takes what it has room for, and a lane keeps
 * the limit of the farm. Whether a worker lives is measured with the server's clock alone; nobody else's is trusted.
 */
final class FarmTx extends SqlTx {
    private final Sql sql;
    private final FarmNode node;

    FarmTx(WriteGate.Unit unit, FarmNode node) {
        super(unit);
        this.sql = unit.sql();
        this.node = node;
    }

    @Override
    public boolean update(Step before, Step after) {
        boolean done = super.update(before, after);
        if (done && after.state() == StepState.RUNNING) {
            sql.update("update step_attempt set worker_id = ? where run_id = ? and step_id = ? and epoch = ?",
                    node.id(), after.run().value(), after.id().value(), after.tries().epoch());
        }
        return done;
    }

    /** The room of a lane is that of this worker; its rate, its pause and its troubles are everybody's. */
    @Override
    public void put(Lane lane) {
        super.put(lane);
        int room = lane.spec().room();
        if (sql.update("update worker_lane set room = ? where worker_id = ? and lane = ?", room, node.id(),
                lane.name()) == 0) {
            sql.update("insert into worker_lane (worker_id, lane, room) values (?, ?, ?)", node.id(), lane.name(),
                    room);
        }
    }

    @Override
    public Optional<Lane> lane(String name) {
        return super.lane(name).map(lane -> room(name).map(room -> new Lane(
                new LaneSpec(name, room, lane.spec().rate(), lane.spec().breakAfter()), lane.tokens(), lane.tokensAt(),
                lane.pause(), lane.failures(), lane.trips())).orElse(lane));
    }

    /** What this worker has in hand; more where the limit of the farm leaves it less room than it has. */
    @Override
    public int inFlight(String lane) {
        int mine = current().number("""
                select count(*) from step_run s join step_attempt a
                    on a.run_id = s.run_id and a.step_id = s.id and a.epoch = s.epoch
                where s.state = 'RUNNING' and s.lane = ? and a.worker_id = ?""", lane, node.id());
        return sql.first("select max_running from farm_limit where lane = ?", row -> row.getInt(1), lane)
                .map(limit -> Math.max(0, limit - super.inFlight(lane)))
                .map(left -> Math.max(mine, room(lane).orElse(0) - left))
                .orElse(mine);
    }

    private Optional<Integer> room(String lane) {
        return sql.first("select room from worker_lane where worker_id = ? and lane = ?", row -> row.getInt(1),
                node.id(), lane);
    }

    @Override
    public void alive() {
        sql.update("update worker set last_seen_at = clock_timestamp() where id = ?", node.id());
    }

    @Override
    public List<Step> orphans(boolean starting) {
        return current().list("""
                select s.* from step_run s left join step_attempt a
                    on a.run_id = s.run_id and a.step_id = s.id and a.epoch = s.epoch
                left join worker w on w.id = a.worker_id
                where s.state = 'RUNNING' and (w.id is null
                    or w.last_seen_at < clock_timestamp() - w.patience_ms * interval '1 millisecond'
                    or ? and w.id = ?)
                order by s.run_id, s.position""", LedgerRows::step, starting, node.id());
    }
}
