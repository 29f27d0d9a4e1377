package org.filmwright.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.FrameRate;
import org.filmwright.base.MediaRef;
import org.filmwright.media.SoundTime;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Level;
import org.filmwright.timeline.Track;
import org.filmwright.timeline.Transition;

/**
 * One sound of a cut as it is heard: from a sample of the film up to another, dissolves with it, and how loud at each.
 *
 * @param start the sample of the film on which its item begins
 * @param from the first sample that is heard; @param to the one behind the last
 * @param source the sample of the sound, as a fraction, that is heard at {@code start}
 * @param speed samples of the sound for each of the film; below 0 backwards, 0 not heard
 * @param ramps what makes it louder and quieter, one over the other
 */
record Voice(MediaRef media, String label, long start, long from, long to, double source, double speed, double gain,
        List<Ramp> ramps) {
    private static final double DECIBELS = 20;

    Voice {
        ramps = List.copyOf(ramps);
    }

    /**
     * Comes up from nothing, or goes down to it, over samples of the film. Sounds that have nothing to do with each other
     * keep their power on the way, which is a quarter of a sine; one that goes on in itself keeps its height, which is a
     * straight line (film.md 4.3).
     */
    record Ramp(long from, long to, boolean rises, boolean straight) {
        double at(long sample) {
            double way = Math.clamp((sample - from + 0.5) / Math.max(1, to - from), 0.0, 1.0);
            double share = rises ? way : 1 - way;
            return straight ? share : Math.sin(share * Math.PI / 2);
        }

        boolean flat(long first, long behind) {
            return rises ? first >= to : behind <= from;
        }
    }

    /** All that is heard of a cut. */
    static List<Voice> of(Cut cut) {
        List<Voice> voices = new ArrayList<>();
        for (Track track : cut.tracks()) {
            if (track.kind() == Track.Kind.SOUND && track.on()) {
                int start = 0;
                for (int i = 0; i < track.items().size(); i++) {
                    if (track.items().get(i) instanceof Item.Sound sound && !sound.source().speed().held()) {
                        voices.add(new Laid(track, i, sound, start, cut.rate()).voice());
                    }
                    start += track.items().get(i).frames();
                }
            }
        }
        return voices;
    }

    /** The sample of the sound that is heard at one of the film. */
    double position(long sample) {
        return source + (sample - start) * speed;
    }

    /** How loud it is at a sample of the film. */
    double loud(long sample) {
        double loud = gain;
        for (Ramp ramp : ramps) {
            loud *= ramp.at(sample);
        }
        return loud;
    }

    /** Whether nothing changes in how loud it is. */
    boolean even(long first, long behind) {
        return ramps.stream().allMatch(ramp -> ramp.flat(first, behind));
    }

    /** A sound where it lies. @param start its first frame */
    private record Laid(Track track, int index, Item.Sound sound, int start, FrameRate rate) {
        Voice voice() {
            long begin = sample(start);
            long end = sample(start + sound.frames());
            List<Ramp> ramps = new ArrayList<>();
            Level level = sound.level();
            if (level.fadeIn() > 0) {
                ramps.add(new Ramp(begin, sample(start + level.fadeIn()), true, false));
            }
            if (level.fadeOut() > 0) {
                ramps.add(new Ramp(sample(start + sound.frames() - level.fadeOut()), end, false, false));
            }
            long from = begin;
            long to = end;
            Optional<Transition> in = dissolve(index);
            Optional<Transition> out = dissolve(index + 1);
            if (in.isPresent()) {
                from = sample(start - in.get().inOffset());
                ramps.add(new Ramp(from, sample(start + in.get().outOffset()), true, goesOn(index)));
            }
            if (out.isPresent()) {
                to = sample(start + sound.frames() + out.get().outOffset());
                ramps.add(new Ramp(sample(start + sound.frames() - out.get().inOffset()), to, false, goesOn(index
                        + 1)));
            }
            return new Voice(sound.media(), sound.label(), begin, from, to, source(), sound.source().speed().factor(),
                    Math.pow(10, level.gain() / DECIBELS), ramps);
        }

        private long sample(long frame) {
            return SoundTime.sample(rate, frame);
        }

        /** Speeds run in steps of frames; a sound runs evenly, from the end of its frame where it runs backwards. */
        private double source() {
            var source = sound.source();
            double phase = (double) source.phase() / source.speed().denominator();
            double first = source.speed().backwards() ? source.from() + 1 : source.from() + phase;
            return first == source.from()
                    ? sample(source.from())
                    : first * SoundTime.RATE / rate.perSecond();
        }

        private Optional<Transition> dissolve(int at) {
            return track.transitions().stream().filter(each -> each.at() == at).findFirst();
        }

        /** Whether the items on both sides of a cut are of one sound. */
        private boolean goesOn(int at) {
            return track.items().get(at) instanceof Item.Sound behind
                    && track.items().get(at - 1) instanceof Item.Sound before
                    && before.media().equals(behind.media());
        }
    }
}
