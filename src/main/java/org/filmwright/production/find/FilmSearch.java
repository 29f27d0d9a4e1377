package org.filmwright.production.find;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.MediaRef;
import org.filmwright.production.Snapshot;
import org.filmwright.production.find.Found.Kind;
import org.filmwright.production.find.Found.What;
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
    private static final int LONGEST = 160;

    private final TextIndex<FilmText> index = new TextIndex<>();
    private final FilmTexts texts;
    private Optional<Snapshot> known = Optional.empty();

    /** @param files where the file of a picture is: pictures from outside tell in their files what was asked for */
    public FilmSearch(Function<MediaRef, Path> files) {
        texts = new FilmTexts(files);
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

    /** Reads what is new; says how many lines, entries and takes that were. */
    public synchronized int catchUp(Snapshot now) {
        if (known.filter(before -> before == now).isPresent()) {
            return 0;
        }
        int read = index.hold(texts.of(now));
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
