package org.filmwright.export;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.media.CameraPath;
import org.filmwright.media.MediaException;
import org.filmwright.media.Still;
import org.filmwright.timeline.Item;

/**
 * Draws shots that have no clip yet, so that the cut can be played at any moment: the circled picture under the move that is
 * planned for it, or, where there is no picture either, a card with what the shot shows.
 */
final class Boards {
    /** Enough for a dissolve between two and for the one that comes. */
    private static final int OPEN_STILLS = 3;
    private static final int LINE = 46;
    private static final int LINES = 5;

    private final FrameSize size;
    private final FrameRate rate;
    private final Function<MediaRef, Path> media;
    private final SequencedMap<MediaRef, BufferedImage> stills = new LinkedHashMap<>(8, 0.75f, true);
    private final LastCards<String> cards = new LastCards<>();

    Boards(FrameSize size, FrameRate rate, Function<MediaRef, Path> media) {
        this.size = size;
        this.rate = rate;
        this.media = media;
    }

    /** @param frame of the item; outside of it the first or last frame of the move is held */
    void draw(Item.Board board, int frame, int[] argb) throws MediaException {
        Optional<Item.Still> still = board.still().filter(each -> Files.isRegularFile(media.apply(each.media())));
        if (still.isPresent()) {
            filmed(board, still.get(), Math.clamp(board.source().at(frame), 0, board.whole() - 1), argb);
        } else {
            int[] card = cards.of(board.label() + "\n" + board.text(), _ -> new TitleCard(size).draw(lines(
                    board)));
            System.arraycopy(card, 0, argb, 0, card.length);
        }
    }

    private void filmed(Item.Board board, Item.Still still, int n, int[] argb) throws MediaException {
        BufferedImage picture = picture(still.media());
        CameraPath path = CameraPath.of(still.move(), still.start(), still.end(), board.whole(), rate, still.media()
                .digest()
                .hashCode());
        BufferedImage frame = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = frame.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(picture, map(path, n, new FrameSize(picture.getWidth(), picture.getHeight())), null);
        g.dispose();
        int[] drawn = ((DataBufferInt) frame.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < drawn.length; i++) {
            argb[i] = 0xff000000 | drawn[i];
        }
    }

    /** From the pixels of the picture to those of the frame: where three of its corners are shown. */
    private AffineTransform map(CameraPath path, int n, FrameSize picture) {
        CameraPath.Point corner = path.onScreen(n, picture, size, 0, 0);
        CameraPath.Point right = path.onScreen(n, picture, size, picture.width(), 0);
        CameraPath.Point below = path.onScreen(n, picture, size, 0, picture.height());
        return new AffineTransform((right.x() - corner.x()) / picture.width(), (right.y() - corner.y()) / picture
                .width(), (below.x() - corner.x()) / picture.height(), (below.y() - corner.y()) / picture.height(),
                corner.x(), corner.y());
    }

    private BufferedImage picture(MediaRef ref) throws MediaException {
        BufferedImage open = stills.get(ref);
        if (open == null) {
            if (stills.size() == OPEN_STILLS) {
                stills.pollFirstEntry();
            }
            Still still = Still.read(media.apply(ref));
            open = new BufferedImage(still.size().width(), still.size().height(), BufferedImage.TYPE_INT_RGB);
            open.setRGB(0, 0, open.getWidth(), open.getHeight(), still.argb(), 0, open.getWidth());
            stills.put(ref, open);
        }
        return open;
    }

    /** The name of the shot, and what it shows in lines that can be read. */
    private static List<String> lines(Item.Board board) {
        List<String> lines = new ArrayList<>(List.of(board.label()));
        StringBuilder line = new StringBuilder();
        for (String word : board.text().strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines.size() <= LINES + 1
                ? lines.stream().filter(each -> !each.isBlank()).toList()
                : List.copyOf(lines.subList(0, LINES + 1));
    }
}
