package org.filmwright.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.ShotId;

/**
 * Lays what is said in the shots over a cut: a line is read where its words are heard, and not where they were cut off. Lines
 * are broken for the screen once, however often the cut changes.
 */
public final class Subtitling {
    private final List<SpokenLine> lines;
    private final Map<String, List<String>> screens = new HashMap<>();

    public Subtitling(List<SpokenLine> lines) {
        this.lines = lines.stream().filter(line -> !line.text().isBlank()).toList();
        this.lines.forEach(line -> screens.computeIfAbsent(line.text(), SubtitleText::screens));
    }

    /** The same cut with the subtitles of these lines, instead of any that it had. */
    public Cut over(Cut cut) {
        Places places = new Places(cut);
        List<SubtitleLayout.Heard> heard = lines.stream()
                .flatMap(line -> places.heard(line).stream())
                .sorted(Comparator.comparingInt(SubtitleLayout.Heard::start))
                .toList();
        return new Cut(cut.title(), cut.rate(), cut.size(), cut.items(), cut.transitions(),
                new SubtitleLayout(cut.rate(), cut.frames()).lay(heard, screens::get), cut.layers());
    }

    /** Where the shots of a cut are seen. */
    private static final class Places {
        private final Cut cut;
        private final int[] starts;
        private final int[] lingers;
        private final Map<ShotId, List<Integer>> places = new HashMap<>();

        Places(Cut cut) {
            this.cut = cut;
            int items = cut.items().size();
            starts = new int[items + 1];
            lingers = new int[items + 1];
            for (int item = 0; item < items; item++) {
                starts[item + 1] = starts[item] + cut.items().get(item).frames();
                if (cut.items().get(item) instanceof Item.OfShot shot) {
                    places.computeIfAbsent(shot.shot(), _ -> new ArrayList<>()).add(item);
                }
            }
            cut.transitions().forEach(dissolve -> lingers[dissolve.at() - 1] += dissolve.outOffset());
        }

        Optional<SubtitleLayout.Heard> heard(SpokenLine line) {
            int start = (int) Math.round(line.start() * cut.rate().perSecond());
            int end = (int) Math.round(line.end() * cut.rate().perSecond());
            return places.getOrDefault(line.shot(), List.of())
                    .stream()
                    .filter(item -> shows(item, start, Math.max(start + 1, end)))
                    .findFirst()
                    .map(item -> heard(line, item, start, end));
        }

        private SubtitleLayout.Heard heard(SpokenLine line, int item, int start, int end) {
            Source source = ((Item.OfShot) cut.items().get(item)).source();
            int film = starts[cut.items().size()];
            int first = Math.min(starts[item] + Math.max(0, source.shown(start)), film - 1);
            int last = Math.clamp(starts[item] + (long) source.shown(end), first + 1, film);
            return new SubtitleLayout.Heard(first, last, starts[item + 1], line.speaker(), line.text());
        }

        /**
         * Whether some of the frames of the shot are seen in an item, or still through the dissolve behind it. Nobody speaks
         * backwards or while the picture is held.
         */
        private boolean shows(int item, int start, int end) {
            return cut.items().get(item) instanceof Item.OfShot shot && shot.source().speed().numerator() > 0
                    && shot.source().shown(end) > 0
                    && shot.source().shown(start) < shot.frames() + lingers[item];
        }
    }
}
