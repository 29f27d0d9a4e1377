package org.filmwright.ui.timeline;

import org.filmwright.base.FrameRate;
import org.filmwright.export.Aim;

/**
 * Which frame of a film is due: the one that was sought, or, while it runs, the one that the master clock says. Time
 * counts in pictures that are due ({@code turn}s), each so many frames from the one before; a turn that nobody saw is
 * dropped, however fast the film runs. Guarded by whoever holds it.
 */
final class Playhead {
    private final MasterClock clock;
    private final FrameRate rate;
    private final int frames;
    private Pace pace = Pace.PLAIN;
    private Stretch stretch;
    private boolean running;
    /** Whether nothing was shown since it was started or sought; time counts from the first picture on. */
    private boolean cold;
    private boolean pending = true;
    private int origin;
    private long started;
    private long turn;
    private int shown = -1;
    private int dropped;

    /** @param frames of the film, at least 1 */
    Playhead(MasterClock clock, FrameRate rate, int frames) {
        this.clock = clock;
        this.rate = rate;
        this.frames = frames;
        stretch = whole();
    }

    private Stretch whole() {
        return new Stretch(0, frames, false);
    }

    void seek(int frame) {
        clock.rests();
        origin = Math.clamp(frame, 0, frames - 1);
        turn = -1;
        cold = true;
        pending = true;
    }

    void play(int from, Pace how, Stretch between) {
        running = true;
        dropped = 0;
        pace = how;
        stretch = new Stretch(Math.clamp(between.from(), 0, frames - 1), Math.clamp(between.to(), 1, frames),
                between.loop());
        seek(from);
    }

    /** Stands still where it is. */
    void pause() {
        if (running) {
            clock.rests();
            running = false;
            origin = cold ? origin : shown;
            pending = cold;
        }
    }

    /** Stands still on a frame that cannot be shown. */
    void halt(int frame) {
        clock.rests();
        running = false;
        origin = frame;
        pending = false;
    }

    /** Whether the film has come to its end, on the last picture of which it stands from then on. */
    boolean ends() {
        if (!running || stretch.holds(frame(due()))) {
            return false;
        }
        clock.rests();
        running = false;
        origin = stretch.end(pace.step());
        pending = origin != shown;
        turn = 0;
        return true;
    }

    /** Whether there is a picture to show that was not shown yet. */
    boolean isDue() {
        return running ? due() != turn : pending;
    }

    /** The turn that is due now. */
    long due() {
        return !running || cold
                ? 0
                : (long) Math.floor((clock.nanos() - started) / 1e9 * rate.perSecond() * pace.tempo());
    }

    /** The first turn after the one that was shown. */
    long next() {
        return running ? turn + 1 : 0;
    }

    int frame(long at) {
        return running ? stretch.at(origin, at * pace.step()) : origin;
    }

    /** That turn was shown. */
    void showed(long at) {
        if (running && cold) {
            clock.begins(frame(at), pace, stretch);
            started = clock.nanos();
        } else if (running) {
            dropped += (int) Math.max(0, at - turn - 1);
        }
        shown = frame(at);
        turn = at;
        cold = false;
        pending = false;
    }

    int dropped() {
        return dropped;
    }

    /** Nanoseconds until the next turn; a great many while it stands still. */
    long untilNext() {
        return running && !cold
                ? Math.max(1, started + (long) ((due() + 1) * 1e9 / rate.perSecond() / pace.tempo()) - clock.nanos())
                : Long.MAX_VALUE;
    }

    Aim aim() {
        return running
                ? new Aim(Math.clamp(frame(due()), 0, frames - 1), pace.step(), stretch.from(), stretch.to(), stretch
                        .loop())
                : new Aim(origin, 0, 0, frames, false);
    }
}
