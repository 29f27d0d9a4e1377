package org.filmwright.production;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.production.sense.Space;
import org.filmwright.review.PromptMatch;
import org.filmwright.review.PromptMatches;

/** Has pictures seen and compared with a prompt, and keeps what came of it. */
final class LikenessBatch {
    private final Records records;
    private final PromptMatches matches;
    private final Space space;
    private final Set<Digest> unreadable;

    /** @param unreadable pictures that cannot be read are added to */
    LikenessBatch(Records records, PromptMatches matches, Space space, Set<Digest> unreadable) {
        this.records = records;
        this.matches = matches;
        this.space = space;
        this.unreadable = unreadable;
    }

    /** Why nobody can go on, if so. */
    Optional<Failure> compare(LikenessOrders.Order order, Progress progress) {
        Outcome<Integer> kept = see(order.pictures(), progress)
                .then(_ -> space.of(List.of(order.prompt()), progress))
                .then(prompt -> {
                    progress.checkCancelled();
                    return keep(order, prompt.getFirst());
                });
        return kept instanceof Outcome.Failed<Integer>(Failure why) ? Optional.of(why) : Optional.empty();
    }

    private Outcome<Integer> see(List<MediaRef> pictures, Progress progress) {
        List<MediaRef> unseen = pictures.stream()
                .filter(picture -> !space.vectors().holds(picture.digest().hex()))
                .filter(this::isThere)
                .toList();
        if (unseen.isEmpty()) {
            return Outcome.ok(0);
        }
        Outcome<Integer> seen = ask(unseen, progress);
        return unseen.size() > 1 && isRefused(seen) ? oneByOne(unseen, progress) : orLeftOut(unseen, seen);
    }

    /** One that cannot be read keeps the others from nothing. */
    private Outcome<Integer> oneByOne(List<MediaRef> pictures, Progress progress) {
        Outcome<Integer> all = Outcome.ok(0);
        for (MediaRef picture : pictures) {
            List<MediaRef> alone = List.of(picture);
            all = all.then(_ -> orLeftOut(alone, ask(alone, progress)));
        }
        return all;
    }

    private Outcome<Integer> orLeftOut(List<MediaRef> pictures, Outcome<Integer> seen) {
        if (isRefused(seen)) {
            pictures.forEach(picture -> unreadable.add(picture.digest()));
            return Outcome.ok(0);
        }
        return seen;
    }

    private static boolean isRefused(Outcome<Integer> seen) {
        return seen instanceof Outcome.Failed<Integer>(Failure.Refused _);
    }

    private Outcome<Integer> ask(List<MediaRef> pictures, Progress progress) {
        return space.see(pictures.stream().map(MediaRef::digest).toList(),
                pictures.stream().map(records.vault()::file).toList(), progress);
    }

    private boolean isThere(MediaRef picture) {
        boolean there = Files.isRegularFile(records.vault().file(picture));
        if (!there) {
            unreadable.add(picture.digest());
        }
        return there;
    }

    private Outcome<Integer> keep(LikenessOrders.Order order, float[] prompt) {
        Map<PromptMatches.Pair, PromptMatch> found = new HashMap<>();
        for (MediaRef picture : order.pictures()) {
            space.vectors()
                    .likeness(picture.digest().hex(), prompt)
                    .ifPresent(likeness -> found.put(new PromptMatches.Pair(picture.digest(), order.promptDigest()),
                            new PromptMatch(likeness)));
        }
        matches.keep(space.version(), found);
        return Outcome.ok(found.size());
    }
}
