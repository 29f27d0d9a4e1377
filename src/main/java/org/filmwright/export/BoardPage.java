package org.filmwright.export;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Lays out the pages of a storyboard: a head, and a card for each shot, the picture over its words or beside them. */
final class BoardPage {
    private static final Color INK = new Color(0x1A1A1A);
    private static final Color ASH = new Color(0x6B6B6B);
    private static final Color HAIR = new Color(0xC8C8C8);
    private static final Color EMPTY = new Color(0xEFEFEF);
    private static final float MARGIN = 36;
    private static final float HEAD = 26;
    private static final float GAP = 16;
    /** A cell that is so much wider than high has its words beside the picture. */
    private static final float WIDE = 1.7f;
    /** Of such a cell's width, so much is picture; of a high one's height where one shot has a page, and where more do. */
    private static final float BESIDE = 0.6f;
    private static final float ALONE = 0.8f;
    private static final float AMONG = 0.66f;
    private static final float LEADING = 1.32f;

    private final PDDocument document;
    private final Board board;
    private final BoardSheet sheet;
    private final BoardFonts fonts;
    private final BoardPen bold;
    private final BoardPen plain;
    private final BoardPen small;
    private final BoardPen script;

    BoardPage(PDDocument document, Board board, BoardSheet sheet) throws IOException {
        this.document = document;
        this.board = board;
        this.sheet = sheet;
        fonts = BoardFonts.in(document);
        bold = new BoardPen(fonts.bold(), sheet.letters() * 1.1f);
        plain = new BoardPen(fonts.plain(), sheet.letters());
        small = new BoardPen(fonts.plain(), sheet.letters() * 0.88f);
        script = new BoardPen(fonts.script(), sheet.letters() * 1.06f);
    }

    /** A rectangle from its lower left corner, in points. */
    private record Box(float x, float y, float width, float height) {
        float top() {
            return y + height;
        }
    }

    int pages() {
        return Math.max(1, Math.ceilDiv(board.cards().size(), sheet.shots()));
    }

    /** @param number from 1 */
    void draw(int number) throws IOException {
        PDPage page = new PDPage(new PDRectangle(sheet.width(), sheet.height()));
        document.addPage(page);
        int first = (number - 1) * sheet.shots();
        List<Board.Card> cards = board.cards().subList(first, Math.min(first + sheet.shots(), board.cards().size()));
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            head(out, number);
            for (int i = 0; i < cards.size(); i++) {
                card(out, cards.get(i), cell(i));
            }
        }
    }

    private void head(PDPageContentStream out, int number) throws IOException {
        float y = sheet.height() - MARGIN - 8;
        BoardPen title = new BoardPen(fonts.bold(), 11);
        BoardPen about = new BoardPen(fonts.plain(), 8);
        String place = "Page " + number + " of " + pages();
        float right = sheet.width() - MARGIN - about.width(place);
        float middle = right - 18 - about.width(board.date());
        out.setNonStrokingColor(INK);
        title.write(out, title.lines(board.title(), middle - MARGIN - 18, 1).getFirst(), MARGIN, y);
        out.setNonStrokingColor(ASH);
        about.write(out, board.date(), middle, y);
        about.write(out, place, right, y);
        out.setStrokingColor(HAIR);
        out.setLineWidth(0.6f);
        out.moveTo(MARGIN, y - 7);
        out.lineTo(sheet.width() - MARGIN, y - 7);
        out.stroke();
    }

    private Box cell(int i) {
        float width = (sheet.width() - 2 * MARGIN - (sheet.columns() - 1) * GAP) / sheet.columns();
        float height = (sheet.height() - 2 * MARGIN - HEAD - (sheet.rows() - 1) * GAP) / sheet.rows();
        int column = i % sheet.columns();
        int row = i / sheet.columns();
        return new Box(MARGIN + column * (width + GAP),
                sheet.height() - MARGIN - HEAD - (row + 1) * height - row * GAP, width, height);
    }

    private void card(PDPageContentStream out, Board.Card card, Box cell) throws IOException {
        boolean beside = cell.width / cell.height > WIDE;
        float aspect = (float) board.aspect();
        float width = beside
                ? Math.min(cell.width * BESIDE, cell.height * aspect)
                : Math.min(cell.width, cell.height * (sheet.shots() == 1 ? ALONE : AMONG) * aspect);
        float height = width / aspect;
        Box picture = new Box(cell.x, cell.top() - height, width, height);
        picture(out, card.picture().flatMap(file -> BoardPrint.of(file, width)),
                card.picture().isPresent() ? "This picture cannot be read" : "No picture yet", picture);
        words(out, card, beside
                ? new Box(picture.x + width + GAP, cell.y, cell.width - width - GAP, cell.height)
                : new Box(cell.x, cell.y, cell.width, cell.height - height - 4));
    }

    /** @param none what stands in its place */
    private void picture(PDPageContentStream out, Optional<byte[]> jpeg, String none, Box place) throws IOException {
        if (jpeg.isPresent()) {
            PDImageXObject image = JPEGFactory.createFromByteArray(document, jpeg.get());
            float scale = Math.min(place.width / image.getWidth(), place.height / image.getHeight());
            float width = image.getWidth() * scale;
            float height = image.getHeight() * scale;
            out.drawImage(image, place.x + (place.width - width) / 2, place.y + (place.height - height) / 2, width,
                    height);
        } else {
            out.setNonStrokingColor(EMPTY);
            out.addRect(place.x, place.y, place.width, place.height);
            out.fill();
            out.setNonStrokingColor(ASH);
            small.write(out, none, place.x + (place.width - small.width(none)) / 2, place.y + place.height / 2);
        }
        out.setStrokingColor(HAIR);
        out.setLineWidth(0.5f);
        out.addRect(place.x, place.y, place.width, place.height);
        out.stroke();
    }

    /** Number, move and time; scene; what is said; what happens, as far as there is room. */
    private void words(PDPageContentStream out, Board.Card card, Box room) throws IOException {
        float y = room.top() - bold.size();
        String facts = card.move() + "   " + seconds(card.seconds());
        out.setNonStrokingColor(INK);
        bold.write(out, bold.lines(card.shot(), room.width / 2, 1).getFirst(), room.x, y);
        plain.write(out, facts, room.x + room.width - plain.width(facts), y);
        y -= small.size() * LEADING;
        out.setNonStrokingColor(ASH);
        small.write(out, small.lines("Scene " + card.scene() + "  ·  " + card.heading(), room.width, 1).getFirst(),
                room.x, y);
        out.setNonStrokingColor(INK);
        y -= plain.size() * 0.35f;
        int action = card.action().isBlank() ? 0 : plain.lines(card.action(), room.width, Integer.MAX_VALUE).size();
        float kept = Math.min(action, 2) * plain.size() * LEADING;
        for (Board.Speech said : card.speech()) {
            String line = said.speaker() + ": " + said.words();
            y = text(out, script, line, new Box(room.x, room.y + kept, room.width, y - room.y - kept));
        }
        if (action > 0) {
            text(out, plain, card.action(), new Box(room.x, room.y, room.width, y - room.y));
        }
    }

    /** @return where the next text may begin */
    private static float text(PDPageContentStream out, BoardPen pen, String text, Box room) throws IOException {
        float step = pen.size() * LEADING;
        int most = (int) (room.height / step);
        if (most < 1) {
            return room.top();
        }
        float y = room.top();
        for (String line : pen.lines(text, room.width, most)) {
            y -= step;
            pen.write(out, line, room.x, y);
        }
        return y - pen.size() * 0.25f;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
