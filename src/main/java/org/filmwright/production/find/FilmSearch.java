package org.filmwright.production.find;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Progress;
import org.filmwright.production.Snapshot;
import org.filmwright.production.find.Found.Kind;
import org.filmwright.production.find.Found.Sense;
import org.filmwright.production.find.Found.What;
import org.filmwright.production.sense.Senses;
import org.filmwright.search.Hit;
import org.filmwright.search.Hits;
import org.filmwright.search.Marked;
import org.filmwright.search.Nearness;
import org.filmwright.search.TextIndex;

/**
 * Finds words in script, bible and takes of one film. Nothing is read before the first question; then what changed since
 * the last one. It looks at snapshots only, so the project may be closed meanwhile. Takes time: never on a window's thread.
 */
public final class FilmSearch implements AutoCloseable {
    static final int LONGEST = 160;

    private final TextIndex<FilmText> index = new TextIndex<>();
    private final FilmTexts texts;
    private final FilmSense sense;
    private Optional<Snapshot> known = Optional.empty();
    private List<FilmText> held = List.of();

    /** By words alone. @param files where the file of a picture is: pictures from outside tell in their files what was asked for */
    public FilmSearch(Function<MediaRef, Path> files) {
        this(files, Senses.NONE);
    }

    /** Also by what is meant and by what pictures show, as far as there are models for it. */
    public FilmSearch(Function<MediaRef, Path> files, Senses senses) {
        texts = new FilmTexts(files);
        sense = new FilmSense(senses);
    }

    /** What was found of a kind, the best first. @param all how many there are */
    public record Group(List<Found> first, int all) {
        public Group {
            first = List.copyOf(first);
        }
    }

    /** @param groups of the kinds that were looked through; empty ones where nothing of a kind was found */
    public record Results(Nearness nearness, Map<Kind, Group> groups) {
        public Results {
            groups = Map.copyOf(groups);
        }

        public boolean isEmpty() {
            return groups.values().stream().allMatch(group -> group.all() == 0);
        }

        /** How many of a kind there are. */
        public int all(Kind kind) {
            return groups.containsKey(kind) ? groups.get(kind).all() : 0;
        }

        public List<Found> first(Kind kind) {
            return groups.containsKey(kind) ? groups.get(kind).first() : List.of();
        }
    }

    /** @param typed words, those side by side in quotes; anything else only parts words @param most of each kind */
    public synchronized Results find(Snapshot now, String typed, Collection<Kind> kinds, int most) {
        catchUp(now);
        TextIndex.Answer<FilmText> answer = index.find(typed, kinds.stream().map(Kind::name).toList(), most);
        Map<Kind, Group> groups = new EnumMap<>(Kind.class);
        answer.of().forEach((kind, hits) -> groups.put(Kind.valueOf(kind), group(hits)));
        return new Results(answer.nearness(), groups);
    }

    /**
     * What is near to what was typed although it need not hold the words. Takes longer than {@link #find}, and keeps that
     * one waiting no longer than the film is read: models are asked, and sentences they do not know yet are told to them.
     *
     * @param besides what was found by words, which is not found again @param most of each sense
     * @throws org.filmwright.base.Cancelled when asked to stop; what the models were told is kept
     */
    public Nearby near(Snapshot now, String typed, Collection<Kind> kinds, int most, Results besides,
            Progress progress) {
        return sense.near(film(now, progress), typed, new FilmSense.Bounds(kinds, most, besides), progress);
    }

    /** What is near in some sense, the nearest first. */
    public record Sensed(Sense by, List<Found> first) {
        public Sensed {
            first = List.copyOf(first);
        }
    }

    /** @param found of the senses in which anything is near @param troubles why others could not be asked */
    public record Nearby(List<Sensed> found, List<Failure> troubles) {
        public static final Nearby NOTHING = new Nearby(List.of(), List.of());

        public Nearby {
            found = List.copyOf(found);
            troubles = List.copyOf(troubles);
        }
    }

    /** Whoever closes this asks to stop before: then nothing is read any more. */
    private synchronized List<FilmText> film(Snapshot now, Progress progress) {
        progress.checkCancelled();
        catchUp(now);
        return held;
    }

    /** Reads what is new; says how many lines, entries and takes that were. */
    public synchronized int catchUp(Snapshot now) {
        if (known.filter(before -> before == now).isPresent()) {
            return 0;
        }
        held = texts.of(now);
        int read = index.hold(held);
        known = Optional.of(now);
        return read;
    }

    /** Bytes that the index takes. */
    public synchronized long bytes() {
        return index.bytes();
    }

    private static Group group(Hits<FilmText> hits) {
        return new Group(hits.first().stream().map(FilmSearch::found).toList(), hits.all());
    }

    private static Found found(Hit<FilmText> hit) {
        List<Hit.Said> said = hit.passages();
        Marked name = said.stream()
                .filter(each -> each.role() == What.NAME)
                .findFirst()
                .map(Hit.Said::words)
                .orElseGet(() -> Marked.plain(hit.found().under()));
        Hit.Said best = said.stream()
                .filter(each -> each.isMarked() && each.role() != What.NAME && each.role() != What.SPEAKER)
                .min(Comparator.<Hit.Said>comparingInt(each -> -each.words().found())
                        .thenComparing(Hit.Said::weight))
                .or(() -> said.stream().filter(each -> tells((What) each.role())).findFirst())
                .orElse(said.getFirst());
        return new Found(hit.found().place(), name, best.words().around(LONGEST), (What) best.role());
    }

    /** What says what something is where only its name was found. */
    private static boolean tells(What what) {
        return what == What.LINE || what == What.LOOKS || what == What.FACT || what == What.PROMPT;
    }

    @Override
    public synchronized void close() {
        index.close();
    }
}
