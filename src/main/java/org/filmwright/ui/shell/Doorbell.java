package org.filmwright.ui.shell;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.filmwright.base.Digest;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.Offstage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One window a project: the studio that has it open holds a lock in the person's config folder, and comes to the front
 * when another start rings, which is a file laid beside the lock. No socket is opened.
 */
public final class Doorbell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Path folder;
    private final Runnable toFront;
    private Optional<Home> home = Optional.empty();

    /** @param toFront brings the window forward; called on its thread */
    Doorbell(Path config, Runnable toFront) {
        this.folder = config.resolve("open");
        this.toFront = toFront;
    }

    /** Who is at home. */
    public enum Answer {
        /** No studio has the project open. */
        NOBODY,
        /** A studio has it open and came to the front. */
        CAME_FORWARD,
        /** A studio has it open and did not answer in time. */
        SILENT
    }

    /** Asks whether a studio has the project open, and brings it to the front. */
    public static Answer ring(Path config, Path project, Duration patience) {
        Path lock = lockOf(config.resolve("open"), project);
        if (!Files.exists(lock)) {
            return Answer.NOBODY;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (free(channel)) {
                return Answer.NOBODY;
            }
            Path bell = bellOf(lock);
            Files.writeString(bell, "");
            for (long left = patience.dividedBy(GLANCE); left > 0; left--) {
                if (!Files.exists(bell)) {
                    return Answer.CAME_FORWARD;
                }
                LockSupport.parkNanos(GLANCE.toNanos());
            }
            Files.deleteIfExists(bell);
            return Answer.SILENT;
        } catch (IOException e) {
            LOG.warn("It cannot be told whether the project is open elsewhere.", e);
            return Answer.NOBODY;
        }
    }

    /** The studio has this project open from now on. */
    void moveIn(Path project) {
        Path lock = lockOf(folder, project);
        if (home.filter(now -> now.lock().equals(lock)).isPresent()) {
            return;
        }
        moveOut();
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock();
            if (held == null) {
                channel.close();
                return;
            }
            WatchService watch = folder.getFileSystem().newWatchService();
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            home = Optional.of(new Home(channel, watch, lock));
            Offstage.threads("filmwright-doorbell").newThread(() -> listen(watch, bellOf(lock))).start();
        } catch (IOException | OverlappingFileLockException e) {
            LOG.warn("Another start will not find this window.", e);
        }
    }

    void moveOut() {
        home.ifPresent(Home::leave);
        home = Optional.empty();
    }

    @Override
    public void close() {
        moveOut();
    }

    private record Home(FileChannel channel, WatchService watch, Path lock) {
        void leave() {
            try {
                watch.close();
                channel.close();
                Files.deleteIfExists(lock);
            } catch (IOException e) {
                LOG.warn("The mark of the open project stays; the next start removes it.", e);
            }
        }
    }

    private void listen(WatchService watch, Path bell) {
        try {
            while (true) {
                WatchKey news = watch.take();
                news.pollEvents();
                if (Files.deleteIfExists(bell)) {
                    FxBridge.later(toFront);
                }
                news.reset();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("The project is closed.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The bell cannot be heard any more.", e);
        }
    }

    private static boolean free(FileChannel channel) throws IOException {
        try (FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Path lockOf(Path folder, Path project) {
        Path there = project.toAbsolutePath().normalize();
        return folder.resolve(Digest.of(there.toString()).brief()
                + ".lock");
    }

    private static Path bellOf(Path lock) {
        return lock.resolveSibling(lock.getFileName() + ".bell");
    }
}
