package org.filmwright.production;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trash;
import org.filmwright.production.sense.Space;
import org.filmwright.review.PromptMatches;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;

/** What is still to be compared, shot by shot in the order of the film. For one thread. */
final class LikenessOrders {
    /** So many pictures are asked for at once: a stop waits for no more. */
    private static final int MOST = 8;

    private final Map<ShotId, Deque<MediaRef>> missing = new LinkedHashMap<>();
    private final Map<ShotId, String> prompts = new LinkedHashMap<>();

    private LikenessOrders() {}

    /** Some pictures of a shot, and what it asks for. */
    record Order(String prompt, List<MediaRef> pictures) {
        Digest promptDigest() {
            return Digest.of(prompt);
        }
    }

    /** What nobody has compared, and what is compared but not remembered any more, since that is searched. */
    static LikenessOrders missing(Records records, Set<PromptMatches.Pair> known, Space space, Set<Digest> unreadable) {
        LikenessOrders orders = new LikenessOrders();
        Trash trash = records.takes().trash();
        Map<ShotId, List<ImageTake>> takes = records.takes()
                .all()
                .stream()
                .filter(take -> !trash.holds(take.id()) && !unreadable.contains(take.media().digest()))
                .collect(Collectors.groupingBy(ImageTake::shot));
        records.scripts().current().map(Scripts.Script::plan).ifPresent(plan -> {
            for (Shot shot : plan.shots()) {
                orders.add(plan, shot, takes.getOrDefault(shot.id(), List.of()), known, space);
            }
        });
        return orders;
    }

    private void add(ShotPlan plan, Shot shot, List<ImageTake> takes, Set<PromptMatches.Pair> known, Space space) {
        if (takes.isEmpty()) {
            return;
        }
        String prompt = ShotPrompt.of(plan, shot);
        Digest asked = Digest.of(prompt);
        Deque<MediaRef> open = takes.stream()
                .map(ImageTake::media)
                .distinct()
                .filter(picture -> !known.contains(new PromptMatches.Pair(picture.digest(), asked))
                        || !space.vectors().holds(picture.digest().hex()))
                .collect(Collectors.toCollection(ArrayDeque::new));
        if (!open.isEmpty()) {
            missing.put(shot.id(), open);
            prompts.put(shot.id(), prompt);
        }
    }

    boolean isEmpty() {
        return missing.isEmpty();
    }

    /** The next of them. @param first the shot that somebody looks at */
    Order next(Optional<ShotId> first) {
        ShotId shot = first.filter(missing::containsKey).orElseGet(() -> missing.keySet().iterator().next());
        Deque<MediaRef> open = missing.get(shot);
        List<MediaRef> pictures = new ArrayList<>();
        while (!open.isEmpty() && pictures.size() < MOST) {
            pictures.add(open.poll());
        }
        if (open.isEmpty()) {
            missing.remove(shot);
        }
        return new Order(prompts.get(shot), pictures);
    }
}
