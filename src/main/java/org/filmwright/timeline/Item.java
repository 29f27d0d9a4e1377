package org.filmwright.timeline;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ClipId;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;

/** What lies on a track. Items follow each other without holes; a hole is a {@link Gap}. */
public sealed interface Item {
    /** Length in frames of the cut's rate, at least 1. */
    int frames();

    /** Items of the same number move together, on whatever track they lie; 0 for one that moves alone. */
    int link();

    /** The same item with another link. */
    Item linked(int number);

    /** The part of it that begins with its frame {@code offset}, which may lie outside of what is seen now. */
    Item slice(int offset, int length);

    /** How many frames more it could show before its first. */
    default int head() {
        return Source.ENDLESS;
    }

    /** How many frames more it could show behind its last. */
    default int tail() {
        return Source.ENDLESS;
    }

    /** What belongs to a shot: its clip, or what stands in for one that is not made yet. {@code label} as on the slate. */
    sealed interface OfShot extends Item {
        ShotId shot();

        String label();

        Source source();

        /** The same under another name on the slate. */
        OfShot labelled(String other);

        @Override
        default int head() {
            return source().head();
        }

        @Override
        default int tail() {
            return source().tail(frames());
        }

        /** The frame of the rendered shot with which it begins. */
        default int from() {
            return source().from();
        }

        /** How many frames the rendered shot has. */
        default int whole() {
            return source().whole();
        }
    }

    /** A part of a rendered shot. @param frames how long it is seen */
    record Clip(ShotId shot, ClipId clip, MediaRef media, String label, int frames, Source source, int link)
            implements
                OfShot {
        /** Older cuts knew shots that are longer than their clips. */
        public Clip {
            lasting(frames);
            source = source.holding(frames);
        }

        /** All of it. */
        public Clip(ShotId shot, ClipId clip, MediaRef media, String label, int frames) {
            this(shot, clip, media, label, frames, 0, frames);
        }

        /** @param whole how many frames the rendered shot has; at least {@code from + frames} */
        public Clip(ShotId shot, ClipId clip, MediaRef media, String label, int frames, int from, int whole) {
            this(shot, clip, media, label, frames, new Source(from, whole), 0);
        }

        /** Another part of the same shot, from its frame {@code begin} on. */
        public Clip part(int begin, int length) {
            return with(new Source(begin, 0, source.whole(), source.speed()), length);
        }

        @Override
        public Clip labelled(String other) {
            return new Clip(shot, clip, media, other, frames, source, link);
        }

        Clip with(Source other, int length) {
            return new Clip(shot, clip, media, label, length, other, link);
        }

        @Override
        public Clip linked(int number) {
            return new Clip(shot, clip, media, label, frames, source, number);
        }

        @Override
        public Clip slice(int offset, int length) {
            return with(source.later(offset), length);
        }
    }

    /**
     * A shot that has no clip yet: its circled picture, moved as planned, or a card with what it shows.
     *
     * @param text what it shows, for people
     * @param source its planned length, of which a part is seen
     */
    record Board(ShotId shot, String label, String text, int frames, Source source, Optional<Still> still, int link)
            implements
                OfShot {
        public Board {
            lasting(frames);
            source = source.holding(frames);
        }

        @Override
        public Board labelled(String other) {
            return new Board(shot, other, text, frames, source, still, link);
        }

        Board with(Source other, int length) {
            return new Board(shot, label, text, length, other, still, link);
        }

        @Override
        public Board linked(int number) {
            return new Board(shot, label, text, frames, source, still, number);
        }

        @Override
        public Board slice(int offset, int length) {
            return with(source.later(offset), length);
        }
    }

    /** A picture and the planned move over it. @param start window of the first frame; @param end of the last */
    record Still(MediaRef media, CameraMove move, Region start, Region end) {}

    /** Black; on a track above, nothing. */
    record Gap(int frames) implements Item {
        public Gap {
            lasting(frames);
        }

        @Override
        public int link() {
            return 0;
        }

        @Override
        public Gap linked(int number) {
            return this;
        }

        @Override
        public Gap slice(int offset, int length) {
            return new Gap(length);
        }
    }

    /** Text, largest line first: a card, or {@code over} the picture below. */
    record Title(List<String> lines, int frames, boolean over, int link) implements Item {
        public Title {
            lines = List.copyOf(lines);
            lasting(frames);
        }

        /** A card. */
        public Title(List<String> lines, int frames) {
            this(lines, frames, false, 0);
        }

        @Override
        public Title linked(int number) {
            return new Title(lines, frames, over, number);
        }

        @Override
        public Title slice(int offset, int length) {
            return new Title(lines, length, over, link);
        }
    }

    /** A part of a sound, on a sound track; frames are those of the cut. */
    record Sound(MediaRef media, String label, int frames, Source source, Level level, int link) implements Item {
        public Sound {
            lasting(frames);
            source = source.holding(frames);
        }

        @Override
        public int head() {
            return source.head();
        }

        @Override
        public int tail() {
            return source.tail(frames);
        }

        @Override
        public Sound linked(int number) {
            return new Sound(media, label, frames, source, level, number);
        }

        @Override
        public Sound slice(int offset, int length) {
            return with(source.later(offset), length);
        }

        Sound with(Source other, int length) {
            return new Sound(media, label, length, other, level, link);
        }
    }

    private static void lasting(int frames) {
        if (frames < 1) {
            throw new IllegalArgumentException("An item lasts 1 frame or more: " + frames);
        }
    }
}
