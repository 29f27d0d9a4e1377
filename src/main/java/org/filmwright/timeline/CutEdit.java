package org.filmwright.timeline;

import java.util.Optional;

/**
 * An edit of a cut, as small as it is, with what it replaced; dissolves and subtitles go along with the items.
 *
 * @param layers what changed beside the storyline, if anything did
 */
public record CutEdit(Splice<Item> items, Slide<Transition> dissolves, Slide<Subtitle> subtitles,
        Optional<LayersEdit> layers) {
    /** What makes {@code after} of {@code before}; nothing when they are equal, or are not cuts of one film. */
    public static Optional<CutEdit> between(Cut before, Cut after) {
        boolean same = before.title().equals(after.title()) && before.rate().equals(after.rate())
                && before.size().equals(after.size());
        if (!same || before.equals(after)) {
            return Optional.empty();
        }
        return Optional.of(new CutEdit(Splice.between(before.items(), after.items()),
                Slide.between(before.transitions(), after.transitions(), after.items().size() - before.items().size()),
                Slide.between(before.subtitles(), after.subtitles(), after.frames() - before.frames()),
                before.layers().equals(after.layers())
                        ? Optional.empty()
                        : Optional.of(LayersEdit.between(before.layers(), after.layers()))));
    }

    public CutEdit inverse() {
        return new CutEdit(items.inverse(), dissolves.inverse(), subtitles.inverse(), layers.map(LayersEdit::inverse));
    }

    /** Whether the cut holds what this edit takes away. */
    public boolean fits(Cut cut) {
        return items.fits(cut.items()) && dissolves.fits(cut.transitions()) && subtitles.fits(cut.subtitles())
                && layers.stream().allMatch(edit -> edit.fits(cut.layers()));
    }

    public Cut applyTo(Cut cut) {
        return new Cut(cut.title(), cut.rate(), cut.size(), items.applyTo(cut.items()),
                dissolves.applyTo(cut.transitions()), subtitles.applyTo(cut.subtitles()),
                layers.map(edit -> edit.applyTo(cut.layers())).orElse(cut.layers()));
    }
}
