package org.filmwright.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One worker of a farm.
 *
 * @param id of this process on this machine, never used twice
 * @param patience how long it may be silent before others take over what it was doing
 * @param limits how many steps of a lane may run on the whole farm, where that is limited
 */
public record FarmNode(String id, String host, String version, Duration patience, Map<String, Integer> limits) {
    private static final Duration PULSE = Duration.ofSeconds(1);

    public FarmNode {
        limits = Map.copyOf(limits);
        if (patience.compareTo(PULSE.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("A worker says every second that it lives: be patient for 2 s or more");
        }
    }

    /** This process. */
    public static FarmNode here(String version, Duration patience, Map<String, Integer> limits) {
        String host = hostName();
        return new FarmNode(host + "-" + ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8), host, version, patience, limits);
    }

    Duration pulse() {
        return PULSE;
    }

    /** Puts this worker on the list of the farm. */
    void register(Database database) {
        database.gate().write(unit -> {
            Sql sql = unit.sql();
            sql.update("""
                    insert into worker (id, host, version, patience_ms, started_at, last_seen_at)
                    values (?, ?, ?, ?, clock_timestamp(), clock_timestamp())""", id, host, version,
                    patience.toMillis());
            limits.forEach((lane, most) -> limit(sql, lane, most));
            sql.update("delete from worker where last_seen_at < clock_timestamp() - interval '1 day'");
            return sql.update("delete from worker_lane where worker_id not in (select id from worker)");
        });
    }

    static int limit(Sql sql, String lane, int most) {
        sql.update("delete from farm_limit where lane = ?", lane);
        return sql.update("insert into farm_limit (lane, max_running) values (?, ?)", lane, most);
    }

    /** Takes it off the list; whatever it still had is free for the others at once. */
    void leave(Database database) {
        database.gate().write(unit -> unit.sql().update("delete from worker where id = ?", id));
    }

    /** How many steps the workers that live take at once, by lane. */
    static Map<String, Integer> room(Sql sql) {
        return sql.list("""
                select l.lane, sum(l.room) from worker_lane l join worker w on w.id = l.worker_id
                where w.last_seen_at >= clock_timestamp() - w.patience_ms * interval '1 millisecond'
                group by l.lane""", row -> Map.entry(row.getString(1), row.getInt(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "worker";
        }
    }
}
