package org.filmwright.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.media.MediaException;
import org.filmwright.media.SoundReader;
import org.filmwright.media.SoundSource;
import org.filmwright.media.SoundTime;
import org.filmwright.timeline.Cut;

/**
 * The one mixer, for what is heard while the film runs and for what is in its file: everything on the sound tracks that are
 * on, added up and kept below full scale. Sample <i>n</i> of frame <i>f</i> is where {@link SoundTime} says. Native memory:
 * close it.
 */
public final class Mixer implements SoundSource, AutoCloseable {
    /** Below it a sum stays what it is, -1 dB; above it is bent so that it never reaches full scale. */
    private static final float KNEE = 0.891f;
    /** Files that are open at once. */
    private static final int OPEN = 16;
    /** The fastest that is still heard as something. */
    private static final double FASTEST = 8;

    private final List<Voice> voices;
    private final Function<MediaRef, Path> media;
    private final boolean lenient;
    /** By the index of the voice. */
    private final Map<Integer, SoundReader> open = new LinkedHashMap<>(16, 0.75f, true);
    private final List<MediaRef> unreadable = new ArrayList<>();
    private float[] piece = {};

    private Mixer(List<Voice> voices, Function<MediaRef, Path> media, boolean lenient) {
        this.voices = voices;
        this.media = media;
        this.lenient = lenient;
    }

    /** Whether anything is to be heard from one frame of a cut up to another. */
    public static boolean sounds(Cut cut, int from, int to) {
        return !heard(cut, from, to).isEmpty();
    }

    /** For a film, in which nothing may be missing. */
    static Mixer of(Cut cut, Function<MediaRef, Path> media) {
        return new Mixer(Voice.of(cut), media, false);
    }

    /** For listening: what is missing or cannot be read is silent. */
    public static Mixer preview(Cut cut, Function<MediaRef, Path> media) {
        return new Mixer(Voice.of(cut), media, true);
    }

    /** Why the sound of a part of a cut cannot be mixed: the file of one that is heard is gone or cannot be read. */
    static Optional<Failure> refusal(Cut cut, FilmSpec spec, Function<MediaRef, Path> media) {
        for (Voice voice : heard(cut, spec.from(), spec.to())) {
            Path file = media.apply(voice.media());
            if (!Files.isRegularFile(file)) {
                return Optional.of(new Failure.Refused("The file of the sound " + voice.label() + " is gone: " + file
                        + ". Nothing was written.", "Relink it on the timeline, or switch its track off."));
            }
            try {
                SoundReader.open(file).close();
            } catch (MediaException e) {
                return Optional.of(e.failure());
            }
        }
        return Optional.empty();
    }

    private static List<Voice> heard(Cut cut, int from, int to) {
        long first = SoundTime.sample(cut.rate(), from);
        long behind = SoundTime.sample(cut.rate(), to);
        return Voice.of(cut).stream().filter(voice -> voice.from() < behind && voice.to() > first).toList();
    }

    /**
     * Opens what begins between two samples, since that may take longer than one can wait while the film runs.
     *
     * @param most how many files at most
     */
    public void prepare(long from, long to, int most) {
        int opened = 0;
        for (int i = 0; i < voices.size() && opened < most; i++) {
            Voice voice = voices.get(i);
            if (voice.from() < to && voice.to() > from && !open.containsKey(i) && !unreadable.contains(voice.media())) {
                opened++;
                try {
                    reader(i);
                } catch (MediaException e) {
                    unreadable.add(voice.media());
                }
            }
        }
    }

    /** The same sound from a sample on, which becomes sample 0. */
    SoundSource from(long sample) {
        return (first, samples, out) -> read(sample + first, samples, out);
    }

    @Override
    public void read(long from, int samples, float[] out) throws MediaException {
        Arrays.fill(out, 0, samples * SoundTime.CHANNELS, 0);
        for (int i = 0; i < voices.size(); i++) {
            Voice voice = voices.get(i);
            long begin = Math.max(from, voice.from());
            long end = Math.min(from + samples, voice.to());
            if (begin < end && !unreadable.contains(voice.media())) {
                add(i, begin, (int) (end - begin), out, (int) (begin - from));
            }
        }
        for (int i = 0; i < samples * SoundTime.CHANNELS; i++) {
            out[i] = limited(out[i]);
        }
        letGo(from);
    }

    private void add(int number, long begin, int samples, float[] out, int place) throws MediaException {
        Voice voice = voices.get(number);
        if (Math.abs(voice.speed()) > FASTEST) {
            return;
        }
        try {
            hear(number, begin, samples);
        } catch (MediaException e) {
            if (!lenient) {
                throw e;
            }
            unreadable.add(voice.media());
            return;
        }
        boolean even = voice.even(begin, begin + samples);
        float gain = (float) voice.gain();
        for (int i = 0; i < samples; i++) {
            float loud = even ? gain : (float) voice.loud(begin + i);
            out[2 * (place + i)] += loud * piece[2 * i];
            out[2 * (place + i) + 1] += loud * piece[2 * i + 1];
        }
    }

    /** What a voice says from a sample of the film on, as loud as it was recorded. */
    private void hear(int number, long begin, int samples) throws MediaException {
        Voice voice = voices.get(number);
        room(samples);
        if (voice.speed() == 1) {
            reader(number).read(Math.round(voice.position(begin)), samples, piece);
        } else {
            stretched(voice, reader(number), begin, samples);
        }
    }

    private void room(int samples) {
        if (piece.length < samples * SoundTime.CHANNELS) {
            piece = new float[samples * SoundTime.CHANNELS];
        }
    }

    /** Faster, slower or backwards, as a tape runs: what lies between two samples is on the line between them. */
    private void stretched(Voice voice, SoundReader reader, long begin, int samples) throws MediaException {
        double one = voice.position(begin);
        double other = voice.position(begin + samples - 1);
        long low = (long) Math.floor(Math.min(one, other));
        int span = (int) ((long) Math.floor(Math.max(one, other)) - low) + 2;
        float[] tape = new float[span * SoundTime.CHANNELS];
        reader.read(low, span, tape);
        for (int i = 0; i < samples; i++) {
            double position = voice.position(begin + i) - low;
            int at = Math.clamp((int) position, 0, span - 2);
            float share = (float) (position - at);
            piece[2 * i] = tape[2 * at] + share * (tape[2 * at + 2] - tape[2 * at]);
            piece[2 * i + 1] = tape[2 * at + 1] + share * (tape[2 * at + 3] - tape[2 * at + 1]);
        }
    }

    private SoundReader reader(int number) throws MediaException {
        SoundReader known = open.get(number);
        if (known == null) {
            known = SoundReader.open(media.apply(voices.get(number).media()));
            open.put(number, known);
        }
        return known;
    }

    /** Closes what is over, and what was not heard for longest where there are too many. */
    private void letGo(long now) {
        Iterator<Map.Entry<Integer, SoundReader>> eldest = open.entrySet().iterator();
        while (eldest.hasNext()) {
            Map.Entry<Integer, SoundReader> each = eldest.next();
            if (voices.get(each.getKey()).to() <= now || open.size() > OPEN) {
                each.getValue().close();
                eldest.remove();
            }
        }
    }

    /** A sum that would be too loud comes near to full scale, and no further. */
    static float limited(float sum) {
        float height = Math.abs(sum);
        return height <= KNEE
                ? sum
                : Math.copySign(KNEE + (1 - KNEE) * (float) Math.tanh((height - KNEE) / (1 - KNEE)), sum);
    }

    @Override
    public void close() {
        open.values().forEach(SoundReader::close);
        open.clear();
    }
}
