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
                new SubtitleLayout(cut.rate(), cut.frames()).lay(heard), cut.layers());
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
        Source source = ((Item.OfShot) cut.items().get(item)).source();
        int first = Math.min(cut.start(item) + Math.max(0, source.shown(start)), cut.frames() - 1);
        int last = Math.clamp(cut.start(item) + (long) source.shown(end), first + 1, cut.frames());
        return new SubtitleLayout.Heard(first, last, cut.start(item + 1), line.speaker(), line.text());
    }

    /**
     * Whether some of the frames of the shot are seen in an item, or still through the dissolve behind it. Nobody speaks
     * backwards or while the picture is held.
     */
    private boolean shows(int item, SpokenLine line, int start, int end) {
        return cut.items().get(item) instanceof Item.OfShot shot && shot.shot().equals(line.shot())
                && shot.source().speed().numerator() > 0 && shot.source().shown(end) > 0
                && shot.source().shown(start) < shot.frames() + lingers(item);
    }

    private int lingers(int item) {
        return cut.transitions()
                .stream()
                .filter(dissolve -> dissolve.at() == item + 1)
                .mapToInt(Transition::outOffset)
                .sum();
    }
}
