package org.filmwright.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Lays what is said in the shots over a cut: a line is read where its words are heard, and not where they were cut off. */
public final class Subtitling {
    private final Cut cut;

    private Subtitling(Cut cut) {
        this.cut = cut;
    }

    /** The same cut with the subtitles of these lines, instead of any that it had. */
    public static Cut over(Cut cut, List<SpokenLine> lines) {
        Subtitling laying = new Subtitling(cut);
        List<SubtitleLayout.Heard> heard = lines.stream()
                .filter(line -> !line.text().isBlank())
                .flatMap(line -> laying.heard(line).stream())
                .sorted(Comparator.comparingInt(SubtitleLayout.Heard::start))
                .toList();
        return new Cut(cut.title(), cut.rate(), cut.size(), cut.items(), cut.transitions(),
                new SubtitleLayout(cut.rate(), cut.frames()).lay(heard));
    }

    private Optional<SubtitleLayout.Heard> heard(SpokenLine line) {
        int start = (int) Math.round(line.start() * cut.rate().perSecond());
        int end = (int) Math.round(line.end() * cut.rate().perSecond());
        OptionalInt place = IntStream.range(0, cut.items().size())
                .filter(item -> shows(item, line, start, Math.max(start + 1, end)))
                .findFirst();
        return place.isEmpty() ? Optional.empty() : Optional.of(heard(line, place.getAsInt(), start, end));
    }

    private SubtitleLayout.Heard heard(SpokenLine line, int item, int start, int end) {
        int shot = cut.start(item) - ((Item.Clip) cut.items().get(item)).from();
        int first = Math.min(Math.max(shot + start, cut.start(item)), cut.frames() - 1);
        int last = Math.clamp(shot + end, first + 1, cut.frames());
        return new SubtitleLayout.Heard(first, last, cut.start(item + 1), line.speaker(), line.text());
    }

    /** Whether some of the frames of the shot are seen in an item, or still through the dissolve behind it. */
    private boolean shows(int item, SpokenLine line, int start, int end) {
        return cut.items().get(item) instanceof Item.Clip clip && clip.shot().equals(line.shot())
                && end > clip.from() && start < clip.from() + clip.frames() + lingers(item);
    }

    private int lingers(int item) {
        return cut.transitions()
                .stream()
                .filter(dissolve -> dissolve.at() == item + 1)
                .mapToInt(Transition::outOffset)
                .sum();
    }
}
