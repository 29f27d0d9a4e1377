package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.filmwright.base.ShotId;

/** Has a storyline follow the order of the script: clips that somebody trimmed go with their trims. */
public final class ScriptOrder {
    private ScriptOrder() {}

    /** The shots that went elsewhere in the script: as few as there can be, so that the rest is still in order. */
    public static Set<ShotId> moved(List<ShotId> before, List<ShotId> after) {
        Map<ShotId, Integer> places = new HashMap<>();
        before.stream().distinct().forEach(shot -> places.put(shot, places.size()));
        List<ShotId> both = after.stream().filter(places::containsKey).distinct().toList();
        int[] length = new int[both.size()];
        int[] from = new int[both.size()];
        int last = -1;
        for (int i = 0; i < both.size(); i++) {
            from[i] = -1;
            for (int j = 0; j < i; j++) {
                if (places.get(both.get(j)) < places.get(both.get(i)) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    from[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        Set<ShotId> moved = new HashSet<>(both);
        for (int i = last; i >= 0; i = from[i]) {
            moved.remove(both.get(i));
        }
        return moved;
    }

    /** A cut in which these shots follow the shots that stand before them in the script. @param order of the script */
    public static Cut following(Cut cut, Set<ShotId> moved, List<ShotId> order) {
        Cut film = cut;
        for (int i = 0; i < order.size();) {
            int end = i;
            while (end < order.size() && moved.contains(order.get(end))) {
                end++;
            }
            film = end > i ? together(film, order, i, end) : film;
            i = Math.max(i + 1, end);
        }
        return film;
    }

    /** Those that lie behind each other go together, with what stands between them: as many as there are. */
    private static Cut together(Cut cut, List<ShotId> order, int from, int end) {
        Cut film = cut;
        for (int i = from; i < end;) {
            int last = end;
            Optional<Block> block = Block.of(film, order.subList(i, last));
            while (block.isEmpty() && last > i + 1) {
                block = Block.of(film, order.subList(i, --last));
            }
            film = block.isPresent()
                    ? block.get().behind(film, after(film, order.subList(0, i)))
                    : behind(film, order.get(i), order.subList(0, i));
            i = last;
        }
        return film;
    }

    /** Items from one up to, not including, another, which hold some shots wholly, and nothing of others. */
    private record Block(int from, int end) {
        static Optional<Block> of(Cut cut, List<ShotId> shots) {
            List<Integer> places = shots.stream().flatMap(shot -> places(cut, shot).stream()).sorted().toList();
            if (places.isEmpty()) {
                return Optional.empty();
            }
            Block block = new Block(places.getFirst(), places.getLast() + 1);
            boolean alone = cut.items()
                    .subList(block.from, block.end)
                    .stream()
                    .noneMatch(item -> item instanceof Item.OfShot of && !shots.contains(of.shot()));
            return alone && inOrder(cut, shots, block) ? Optional.of(block) : Optional.empty();
        }

        private static boolean inOrder(Cut cut, List<ShotId> shots, Block block) {
            int last = -1;
            for (Item item : cut.items().subList(block.from, block.end)) {
                int now = item instanceof Item.OfShot of ? shots.indexOf(of.shot()) : last;
                if (now < last) {
                    return false;
                }
                last = now;
            }
            return true;
        }

        /** @param target the item before which it goes */
        Cut behind(Cut cut, int target) {
            return target >= from && target <= end
                    ? cut
                    : Splicer.carried(cut, from, end, target > from ? target - (end - from) : target);
        }
    }

    private static Cut behind(Cut cut, ShotId shot, List<ShotId> before) {
        int target = after(cut, before);
        List<Integer> places = places(cut, shot);
        int left = (int) places.stream().filter(place -> place < target).count();
        Cut film = cut;
        for (int i = 0; i < left; i++) {
            film = moved(film, places(film, shot).getFirst(), target - 1);
        }
        for (int i = left; i < places.size(); i++) {
            film = moved(film, places.get(i), target + i - left);
        }
        return film;
    }

    private static Cut moved(Cut cut, int item, int to) {
        return item == to ? cut : Splicer.move(cut, item, to).orElse(_ -> cut);
    }

    /** The place behind the nearest of these shots that is in the cut; that of the first shot where none is. */
    static int after(Cut cut, List<ShotId> before) {
        for (ShotId shot : before.reversed()) {
            List<Integer> places = places(cut, shot);
            if (!places.isEmpty()) {
                return places.getLast() + 1;
            }
        }
        return IntStream.range(0, cut.items().size())
                .filter(i -> cut.items().get(i) instanceof Item.OfShot)
                .findFirst()
                .orElse(cut.items().size());
    }

    /** Where a shot is seen on the storyline, in order. */
    static List<Integer> places(Cut cut, ShotId shot) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < cut.items().size(); i++) {
            if (cut.items().get(i) instanceof Item.OfShot of && of.shot().equals(shot)) {
                places.add(i);
            }
        }
        return places;
    }
}
