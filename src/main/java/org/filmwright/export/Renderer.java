package org.filmwright.export;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoReader;
import org.filmwright.media.YuvFrame;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;

/**
 * The one renderer, for preview and export: makes frame <i>n</i> of a cut. A frame that is nothing but a clip's own frame
 * can be had as it is stored, without a round trip through RGB. One thread at a time; native memory: close it.
 */
public final class Renderer implements FilmFrames {
    private static final int BLACK = 0xff000000;
    private static final Failure EMPTY = new Failure.Refused("The film has no frames yet.",
            "Approve pictures and make their clips first.");
    private final Cut cut;
    private final FrameSize size;
    private final OpenClips clips;
    private final Optional<OfflineCards> offline;
    private final Map<Item.Title, int[]> cards = new HashMap<>();
    private int[] incoming = {};
    private Stock stock = Stock.DRAWN;

    private Renderer(Cut cut, FrameSize size, OpenClips clips, Optional<OfflineCards> offline) {
        this.cut = cut;
        this.size = size;
        this.clips = clips;
        this.offline = offline;
    }

    /** A renderer at the size of the film. Fails where the film is empty, or where a clip is missing or cannot be read. */
    public static Outcome<Renderer> open(Cut cut, Function<MediaRef, Path> media) {
        return open(cut, cut.size(), media);
    }

    /** A renderer at another size of the same shape. */
    static Outcome<Renderer> at(FrameSize size, Cut cut, Function<MediaRef, Path> media) {
        return open(cut, size, media);
    }

    private static Outcome<Renderer> open(Cut cut, FrameSize size, Function<MediaRef, Path> media) {
        if (cut.frames() < 1) {
            return Outcome.failed(EMPTY);
        }
        OpenClips clips = new OpenClips(media, none -> Optional.empty());
        for (Item item : cut.items()) {
            if (item instanceof Item.Clip clip) {
                try {
                    clips.of(clip);
                } catch (MediaException e) {
                    clips.close();
                    return Outcome.failed(e.failure());
                }
            }
        }
        return Outcome.ok(new Renderer(cut, size, clips, Optional.empty()));
    }

    /**
     * A renderer for a preview, {@code maxWidth} wide or the film's own width if that is less. A card stands in for a clip
     * that is missing or cannot be read. Fails where the film is empty.
     *
     * @param proxies small copies of clips, where they are made; frame <i>n</i> of one is frame <i>n</i> of the clip
     */
    public static Outcome<Renderer> preview(Cut cut, int maxWidth, Function<MediaRef, Path> media,
            Function<MediaRef, Optional<Path>> proxies) {
        if (cut.frames() < 1) {
            return Outcome.failed(EMPTY);
        }
        FrameSize film = cut.size();
        int width = Math.clamp(maxWidth, 1, film.width());
        FrameSize size = new FrameSize(width, Math.max(1, (int) Math.round(width / film.aspect())));
        return Outcome.ok(new Renderer(cut, size, new OpenClips(media, proxies),
                Optional.of(new OfflineCards(size))));
    }

    @Override
    public FrameSize size() {
        return size;
    }

    @Override
    public FrameRate rate() {
        return cut.rate();
    }

    @Override
    public int frames() {
        return cut.frames();
    }

    /** @throws UncheckedIOException around a {@link MediaException} when a clip cannot be read */
    @Override
    public void frame(int n, int[] argb) {
        try {
            stock = Stock.DRAWN;
            draw(Composition.of(cut, n), argb);
        } catch (MediaException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Stock stock() {
        return stock;
    }

    /**
     * Copies frame {@code n} unconverted, where it is one clip's own frame at this size.
     *
     * @return false where the frame has to be drawn; {@code stored} is then unchanged
     */
    boolean stored(int n, YuvFrame stored) throws MediaException {
        Composition composition = Composition.of(cut, n);
        if (composition.over().isPresent() || !(itemOf(composition.below()) instanceof Item.Clip clip)) {
            return false;
        }
        VideoReader reader = clips.of(clip);
        if (!reader.stores(size)) {
            return false;
        }
        reader.read(held(clip, composition.below(), reader), stored);
        return true;
    }

    /** How many frames the file of a clip has. */
    int frames(MediaRef clip) throws MediaException {
        return clips.frames(clip);
    }

    private void draw(Composition composition, int[] argb) throws MediaException {
        draw(composition.below(), argb);
        if (composition.over().isPresent()) {
            Composition.Over over = composition.over().get();
            if (incoming.length != argb.length) {
                incoming = new int[argb.length];
            }
            draw(over.layer(), incoming);
            Dissolve.mix(argb, incoming, over.weight());
        }
    }

    private void draw(Composition.Layer layer, int[] argb) throws MediaException {
        switch (itemOf(layer)) {
            case Item.Gap _,Item.Sound _ -> Arrays.fill(argb, BLACK);
            case Item.Board board -> {
                int[] card = new TitleCard(size).draw(List.of(board.label(), board.text()));
                System.arraycopy(card, 0, argb, 0, card.length);
            }
            case Item.Title title -> {
                int[] card = cards.computeIfAbsent(title, missing -> new TitleCard(size).draw(missing.lines()));
                System.arraycopy(card, 0, argb, 0, card.length);
            }
            case Item.Clip clip -> draw(clip, layer, argb);
        }
    }

    private void draw(Item.Clip clip, Composition.Layer layer, int[] argb) throws MediaException {
        try {
            stock = stock.and(clips.read(clip, reader -> reader.read(held(clip, layer, reader), size, argb)));
        } catch (MediaException e) {
            if (offline.isEmpty()) {
                throw e;
            }
            stock = Stock.OFFLINE;
            int[] card = offline.get().of(clip.label(), e.failure());
            System.arraycopy(card, 0, argb, 0, card.length);
        }
    }

    private Item itemOf(Composition.Layer layer) {
        return cut.items().get(layer.item());
    }

    /** The frame itself, or the clip's first or last one where it has no more. */
    private static int held(Item.Clip clip, Composition.Layer layer, VideoReader reader) {
        return Math.clamp(clip.source().at(layer.frame()), 0, reader.frames() - 1);
    }

    @Override
    public void close() {
        clips.close();
    }
}
