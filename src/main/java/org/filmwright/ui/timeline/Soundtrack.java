package org.filmwright.ui.timeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.filmwright.base.MediaRef;
import org.filmwright.export.Mixer;
import org.filmwright.media.MediaException;
import org.filmwright.media.SoundTime;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Track;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.Offstage;
import org.filmwright.ui.kit.Loudspeaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a running film heard, and tells the time by what was heard of it. What is on the sound tracks is decoded and mixed on
 * a thread of its own, which holds a line only while a film with sound is looked at. Without a loudspeaker the film is
 * silent and the system tells the time.
 */
final class Soundtrack implements MasterClock, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Soundtrack.class);
    /** Samples that are mixed at once: a fiftieth of a second. */
    private static final int PIECE = SoundTime.RATE / 50;
    /** Files that are opened before anybody plays: the first one takes its decoders along. */
    private static final int FIRST = 4;
    /** Samples before it begins that a sound is opened. */
    private static final int AHEAD = 3 * SoundTime.RATE;
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Loudspeaker speaker;
    private final LineClock clock;
    private final Consumer<Boolean> mute;
    private final float[] mixed = new float[PIECE * SoundTime.CHANNELS];
    private final byte[] bytes = new byte[PIECE * SoundTime.CHANNELS * 2];
    private Optional<Film> film = Optional.empty();
    private Optional<Loudspeaker.Line> line = Optional.empty();
    private Optional<SoundFeed> feed = Optional.empty();
    private boolean threaded;
    /** What the line has, on its thread. */
    private Optional<SoundFeed> running = Optional.empty();

    /** A cut of which something can be heard. */
    private record Film(Cut cut, Function<MediaRef, Path> media) {
        /** Whether another cut sounds the same. */
        boolean sounds(Cut other) {
            return cut.frames() == other.frames() && cut.rate().equals(other.rate())
                    && tracks(cut).equals(tracks(other));
        }

        private static List<Track> tracks(Cut cut) {
            return cut.tracks().stream().filter(track -> track.kind() == Track.Kind.SOUND).toList();
        }
    }

    /** @param system nanoseconds since some moment @param mute told on the window's thread whether a film with sound is silent */
    Soundtrack(Loudspeaker speaker, LongSupplier system, Consumer<Boolean> mute) {
        this.speaker = speaker;
        this.mute = mute;
        clock = new LineClock(system);
    }

    /** Another cut; a film that runs goes on with it. */
    void show(Cut cut, Function<MediaRef, Path> media) {
        if (!hasSound(cut)) {
            mute.accept(false);
        }
        locked(() -> {
            if (film.filter(now -> now.sounds(cut)).isPresent()) {
                return;
            }
            film = hasSound(cut) ? Optional.of(new Film(cut, media)) : Optional.empty();
            if (film.isPresent() && !threaded) {
                threaded = true;
                Offstage.threads("filmwright-sound").newThread(this::play).start();
            }
        });
    }

    /** Whether something is, or could be switched on, to be heard. */
    private static boolean hasSound(Cut cut) {
        return Film.tracks(cut).stream().anyMatch(track -> !track.items().isEmpty());
    }

    @Override
    public long nanos() {
        lock.lock();
        try {
            long now = clock.nanos(line.map(Loudspeaker.Line::heard).orElse(0L));
            if (feed.isPresent() && !clock.heard()) {
                feed = Optional.empty();
                change.signalAll();
            }
            return now;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void begins(int frame, Pace pace, Stretch between) {
        locked(() -> {
            feed = film.filter(_ -> line.isPresent() && SoundFeed.isHeard(pace))
                    .map(now -> new SoundFeed(now.cut.rate(), frame, pace, between));
            if (feed.isPresent()) {
                clock.begin(line.orElseThrow().heard());
            }
        });
    }

    @Override
    public void rests() {
        locked(() -> {
            feed = Optional.empty();
            clock.rest();
        });
    }

    /** Nobody looks any more: the line is let go. */
    @Override
    public void close() {
        locked(() -> {
            film = Optional.empty();
            feed = Optional.empty();
            clock.rest();
        });
    }

    private void locked(Runnable what) {
        lock.lock();
        try {
            what.run();
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** As long as there is something to hear. */
    private void play() {
        running = Optional.empty();
        Optional<Loudspeaker.Line> opened = speaker.open();
        locked(() -> line = opened);
        FxBridge.later(() -> mute.accept(opened.isEmpty()));
        try {
            for (Optional<Film> now = current(); now.isPresent(); now = current()) {
                play(now.get(), opened);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            opened.ifPresent(Loudspeaker.Line::close);
        }
    }

    /** What is to be heard; with nothing the line is not used any more. */
    private Optional<Film> current() {
        lock.lock();
        try {
            if (film.isEmpty()) {
                line = Optional.empty();
                threaded = false;
                clock.rest();
            }
            return film;
        } finally {
            lock.unlock();
        }
    }

    /** Until it is another cut. */
    private void play(Film now, Optional<Loudspeaker.Line> to) throws InterruptedException {
        try (Mixer mixer = Mixer.preview(now.cut, now.media)) {
            mixer.prepare(0, Long.MAX_VALUE, FIRST);
            while (isCurrent(now)) {
                Optional<SoundFeed> wanted = turn(to);
                if (!wanted.equals(running)) {
                    to.ifPresent(other -> turnTo(wanted, other));
                }
                if (running.isPresent() && to.orElseThrow().room() >= bytes.length) {
                    running.get().next(mixer, PIECE, mixed);
                    to.get().write(bytes, encoded());
                    mixer.prepare(running.get().at(), running.get().at() + AHEAD, 1);
                }
            }
        } catch (MediaException e) {
            LOG.warn("Nothing is heard of this cut any more: {}", e.getMessage());
            locked(() -> film = film.filter(shown -> shown != now));
        }
    }

    /** What was still to be heard is not heard any more. */
    private void turnTo(Optional<SoundFeed> wanted, Loudspeaker.Line to) {
        to.drop();
        locked(() -> {
            if (clock.heard() && feed.equals(wanted)) {
                clock.rebase(to.heard());
            }
        });
        wanted.ifPresent(_ -> to.start());
        running = wanted;
    }

    private boolean isCurrent(Film now) {
        lock.lock();
        try {
            return film.filter(shown -> shown == now).isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Waits while there is nothing to do. @return what is to be heard now */
    private Optional<SoundFeed> turn(Optional<Loudspeaker.Line> to) throws InterruptedException {
        lock.lock();
        try {
            if (feed.equals(running)) {
                if (feed.isEmpty()) {
                    change.await(1, TimeUnit.SECONDS);
                } else if (to.orElseThrow().room() < bytes.length) {
                    change.awaitNanos(LOOK_AGAIN);
                }
            }
            return feed;
        } finally {
            lock.unlock();
        }
    }

    /** As the line wants it. @return how many bytes */
    private int encoded() {
        for (int i = 0; i < mixed.length; i++) {
            int sample = Math.round(Math.clamp(mixed[i], -1f, 1f) * Short.MAX_VALUE);
            bytes[2 * i] = (byte) sample;
            bytes[2 * i + 1] = (byte) (sample >> 8);
        }
        return bytes.length;
    }
}
