package org.filmwright.export;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
import org.filmwright.timeline.Track;

/**
 * The one renderer, for preview and export: makes frame <i>n</i> of a cut, its storyline first, and over it the tracks above
 * that are on. A frame that is nothing but a clip's own frame
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
    private final LastCards<Item.Title> cards = new LastCards<>();
    private final List<Track> tracks;
    private final Boards boards;
    private int[] incoming = {};
    private Stock stock = Stock.DRAWN;

    private Renderer(Cut cut, FrameSize size, OpenClips clips, Optional<OfflineCards> offline) {
        this.cut = cut;
        this.size = size;
        this.clips = clips;
        this.offline = offline;
        boards = new Boards(size, cut.rate(), clips::file);
        tracks = seen(cut);
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
        for (Item item : seen(cut).stream().flatMap(track -> track.items().stream()).toList()) {
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

    /** The tracks that are seen, from the storyline up. */
    private static List<Track> seen(Cut cut) {
        return Stream.concat(Stream.of(cut.track(0)), cut.tracks()
                .stream()
                .filter(track -> track.on() && track.kind() == Track.Kind.PICTURE)).toList();
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
            Arrays.fill(argb, BLACK);
            for (Seen seen : seen(n)) {
                draw(seen, argb);
            }
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
        List<Seen> seen = seen(n);
        Composition composition = seen.getFirst().composition;
        if (seen.size() > 1 || composition.over().isPresent()
                || !(seen.getFirst().item(composition.below()) instanceof Item.Clip clip)) {
            return false;
        }
        VideoReader reader = clips.of(clip);
        if (!reader.stores(size)) {
            return false;
        }
        reader.read(held(clip, composition.below(), reader), stored);
        return true;
    }

    /** What is seen of a track at a frame. */
    private record Seen(Track track, Composition composition) {
        Item item(Composition.Layer layer) {
            return track.items().get(layer.item());
        }

        boolean nothing() {
            return composition.over().isEmpty() && item(composition.below()) instanceof Item.Gap;
        }

        /** Whether nothing below it is seen. */
        boolean covers() {
            return composition.over().isEmpty() && switch (item(composition.below())) {
                case Item.Clip _,Item.Board _ -> true;
                case Item.Title title -> !title.over();
                case Item.Gap _,Item.Sound _ -> false;
            };
        }
    }

    /** What is seen at a frame, from the lowest up; at least the storyline. */
    private List<Seen> seen(int n) {
        List<Seen> seen = new ArrayList<>();
        for (Track track : tracks) {
            if (seen.isEmpty() || n < track.frames()) {
                Seen next = new Seen(track, Composition.of(track, n));
                if (next.covers()) {
                    seen.clear();
                }
                if (seen.isEmpty() || !next.nothing()) {
                    seen.add(next);
                }
            }
        }
        return seen;
    }

    /** How many frames the file of a clip has. */
    int frames(MediaRef clip) throws MediaException {
        return clips.frames(clip);
    }

    private void draw(Seen seen, int[] argb) throws MediaException {
        Optional<Composition.Over> over = seen.composition.over();
        if (over.isPresent() && incoming.length != argb.length) {
            incoming = new int[argb.length];
        }
        if (over.isPresent()) {
            System.arraycopy(argb, 0, incoming, 0, argb.length);
        }
        draw(seen.item(seen.composition.below()), seen.composition.below(), argb);
        if (over.isPresent()) {
            draw(seen.item(over.get().layer()), over.get().layer(), incoming);
            Dissolve.mix(argb, incoming, over.get().weight());
        }
    }

    /** Draws an item over what is there. */
    private void draw(Item item, Composition.Layer layer, int[] argb) throws MediaException {
        switch (item) {
            case Item.Gap _,Item.Sound _ -> {
            }
            case Item.Board board -> boards.draw(board, layer.frame(), argb);
            case Item.Title title when title.over() -> TitleOver.lay(cards.of(title.linked(0),
                    missing -> TitleOver.of(size, missing.lines())), argb);
            case Item.Title title -> {
                int[] card = cards.of(title.linked(0), missing -> new TitleCard(size).draw(missing
                        .lines()));
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

    /** The frame itself, or the clip's first or last one where it has no more. */
    private static int held(Item.Clip clip, Composition.Layer layer, VideoReader reader) {
        return Math.clamp(clip.source().at(layer.frame()), 0, reader.frames() - 1);
    }

    @Override
    public void close() {
        clips.close();
    }
}
