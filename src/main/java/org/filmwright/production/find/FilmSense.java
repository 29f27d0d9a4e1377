package org.filmwright.production.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.production.find.FilmSearch.Nearby;
import org.filmwright.production.find.FilmSearch.Sensed;
import org.filmwright.production.find.Found.Kind;
import org.filmwright.production.find.Found.Sense;
import org.filmwright.production.find.Found.What;
import org.filmwright.production.sense.Senses;
import org.filmwright.production.sense.Space;
import org.filmwright.search.Marked;
import org.filmwright.search.Passage;
import org.filmwright.search.Vectors;

/** What of a film is near to some words in meaning, or shows them. One question at a time; others wait. */
final class FilmSense {
    private final Senses senses;
    private List<FilmText> film = List.of();
    private Map<String, Said> sentences = Map.of();
    private Map<String, FilmText.OfTake> pictures = Map.of();

    FilmSense(Senses senses) {
        this.senses = senses;
    }

    /** Where to look, and for how much. @param besides what was found already */
    record Bounds(Collection<Kind> kinds, int most, FilmSearch.Results besides) {
        private Set<Found.Place> known() {
            return kinds.stream()
                    .flatMap(kind -> besides.first(kind).stream())
                    .map(Found::place)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    /** A sentence, and what says it first. */
    private record Said(FilmText by, Passage passage) {
        Found found() {
            Marked words = Marked.plain(passage.text()).around(FilmSearch.LONGEST);
            return new Found(by.place(), Marked.plain(by.title()), words, (What) passage.role());
        }
    }

    synchronized Nearby near(List<FilmText> now, String typed, Bounds bounds, Progress progress) {
        Optional<Space> meaning = senses.meaning();
        Optional<Space> likeness = bounds.kinds().contains(Kind.TAKE) ? senses.likeness() : Optional.empty();
        String wanted = typed.replace('"', ' ').strip();
        if (wanted.isEmpty() || meaning.isEmpty() && likeness.isEmpty()) {
            return Nearby.NOTHING;
        }
        read(now);
        Set<Found.Place> known = bounds.known();
        List<Sensed> found = new ArrayList<>();
        List<Failure> troubles = new ArrayList<>();
        meaning.ifPresent(space -> add(Sense.MEANING, meant(space, wanted, bounds, known, progress), found, troubles));
        likeness.ifPresent(space -> add(Sense.PICTURE, shown(space, wanted, bounds, known, progress), found, troubles));
        return new Nearby(found, troubles);
    }

    private static void add(Sense by, Outcome<List<Found>> answer, List<Sensed> found, List<Failure> troubles) {
        switch (answer) {
            case Outcome.Ok<List<Found>>(List<Found> near) when near.isEmpty() -> {
            }
            case Outcome.Ok<List<Found>>(List<Found> near) -> found.add(new Sensed(by, near));
            case Outcome.Failed<List<Found>>(Failure why) -> troubles.add(why);
        }
    }

    /** Many takes ask for the same, and one of them is enough to find it. */
    private void read(List<FilmText> now) {
        if (film == now) {
            return;
        }
        Map<String, Said> byText = new LinkedHashMap<>();
        Map<String, FilmText.OfTake> byPicture = new LinkedHashMap<>();
        for (FilmText text : now) {
            text.sentences().forEach(passage -> byText.putIfAbsent(passage.text(), new Said(text, passage)));
            if (text instanceof FilmText.OfTake of) {
                byPicture.putIfAbsent(of.take().media().digest().hex(), of);
            }
        }
        Map<String, Said> byDigest = new LinkedHashMap<>();
        byText.forEach((words, said) -> byDigest.put(Digest.of(words).hex(), said));
        film = now;
        sentences = byDigest;
        pictures = byPicture;
    }

    private Outcome<List<Found>> meant(Space space, String wanted, Bounds bounds, Set<Found.Place> known,
            Progress progress) {
        Map<Digest, String> texts = new LinkedHashMap<>();
        sentences.forEach((digest, said) -> texts.put(new Digest(digest), said.passage().text()));
        return space.learn(texts, progress).then(_ -> space.of(List.of(wanted), progress)).then(vector -> {
            List<String> names = sentences.entrySet()
                    .stream()
                    .filter(each -> bounds.kinds().contains(each.getValue().by().place().kind()))
                    .map(Map.Entry::getKey)
                    .toList();
            return Outcome.ok(standingOut(space, vector.getFirst(), names, bounds.most() + known.size()).stream()
                    .map(near -> sentences.get(near.name()).found())
                    .filter(found -> known.add(found.place()))
                    .limit(bounds.most())
                    .toList());
        });
    }

    private Outcome<List<Found>> shown(Space space, String wanted, Bounds bounds, Set<Found.Place> known,
            Progress progress) {
        if (space.vectors().size() == 0) {
            return Outcome.ok(List.of());
        }
        return space.of(List.of(wanted), progress)
                .then(vector -> Outcome.ok(standingOut(space, vector.getFirst(), pictures.keySet(),
                        bounds.most() + known
                                .size())
                        .stream()
                        .map(near -> pictures.get(near.name()))
                        .map(take -> new Said(take, take.prompt()).found())
                        .filter(found -> known.add(found.place()))
                        .limit(bounds.most())
                        .toList()));
    }

    private static List<Vectors.Near> standingOut(Space space, float[] vector, Collection<String> names, int most) {
        return space.vectors().standingOut(vector, names, most);
    }
}
