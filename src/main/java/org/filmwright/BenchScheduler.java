package org.filmwright;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The peer of {@link BenchEngine}: bare db-scheduler on an H2 file that is opened as ours is. */
final class BenchScheduler implements AutoCloseable {
    static final String NAME = "db-scheduler 16.12, same H2";
    private static final String DDL = """
            create table scheduled_tasks (
                task_name varchar(100), task_instance varchar(100), task_data blob,
                execution_time timestamp(6) with time zone, picked bit, picked_by varchar(50),
                last_success timestamp(6) with time zone, last_failure timestamp(6) with time zone,
                consecutive_failures int, last_heartbeat timestamp(6) with time zone, version bigint,
                primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);""";
    private final HikariDataSource source;
    private final Scheduler scheduler;
    private final OneTimeTask<Void> task;
    private final Map<String, Long> startedAt = new ConcurrentHashMap<>();
    private volatile CountDownLatch open = new CountDownLatch(0);

    BenchScheduler(Path folder, int threads) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:async:" + folder.resolve("peer").toAbsolutePath()
                + ";WRITE_DELAY=0;RETENTION_TIME=2147483647;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=64");
        config.setMaximumPoolSize(threads + 4);
        source = new HikariDataSource(config);
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(DDL);
        }
        task = Tasks.oneTime("trivial").execute((instance, _) -> {
            startedAt.put(instance.getId(), System.nanoTime());
            open.countDown();
        });
        scheduler = Scheduler.create(source, task)
                .threads(threads)
                .pollingInterval(Duration.ofSeconds(1))
                .enableImmediateExecution()
                .build();
        scheduler.start();
    }

    /** Jobs per second, from the first one scheduled to the last one done. */
    double throughput(int jobs, String round) throws InterruptedException {
        open = new CountDownLatch(jobs);
        long start = System.nanoTime();
        for (int i = 0; i < jobs; i++) {
            submit(round + "-" + i);
        }
        open.await(5, TimeUnit.MINUTES);
        return jobs / ((System.nanoTime() - start) / 1e9);
    }

    /** Nanoseconds from submitting one job to its start, on an idle scheduler. */
    long latency(String name) throws InterruptedException {
        open = new CountDownLatch(1);
        long start = System.nanoTime();
        submit(name);
        open.await(5, TimeUnit.MINUTES);
        return startedAt.get(name) - start;
    }

    /** One status query. */
    boolean knows(String name) {
        return scheduler.getScheduledExecution(task.instance(name)).isPresent();
    }

    private void submit(String name) {
        scheduler.schedule(task.instance(name), Instant.now());
    }

    @Override
    public void close() {
        scheduler.stop();
        source.close();
    }
}
