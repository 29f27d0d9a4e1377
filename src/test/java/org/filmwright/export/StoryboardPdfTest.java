package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryboardPdfTest {
    @TempDir
    private Path folder;
    private Path picture;

    @BeforeEach
    void paint() throws IOException {
        BufferedImage image = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(0x3070C0));
        g.fillRect(0, 0, 1920, 1080);
        g.dispose();
        picture = folder.resolve("picture.jpg");
        ImageIO.write(image, "jpg", picture.toFile());
    }

    private Board.Card card(int n) {
        return new Board.Card("2", "EXT. HARBOUR - DAWN", "2-" + (char) ('A' + n % 26),
                n % 5 == 4 ? Optional.empty() : Optional.of(picture),
                List.of(new Board.Speech("MARA", "We were never here.")),
                "Fog lifts. Mara leans on the wet rail of the night ferry, collar up.", "Push in", 3.25);
    }

    private Board board(int shots) {
        return new Board("Night Ferry", "2 March 2026", 16 / 9.0,
                Stream.iterate(0, n -> n + 1).limit(shots).map(this::card).toList());
    }

    private Path written(Board board, BoardSheet sheet) {
        return StoryboardPdf.write(board, sheet, folder.resolve("board.pdf"), Progress.NONE).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void everyShotStandsOnAPageWithItsWords(int shots) throws IOException {
        for (boolean landscape : List.of(true, false)) {
            Path pdf = written(board(14), new BoardSheet(shots, BoardSheet.Paper.A4, landscape));
            String text = text(pdf);
            for (int n = 0; n < 14; n++) {
                assertTrue(text.contains(card(n).shot()), card(n).shot() + " in " + text);
            }
            int pages = Math.ceilDiv(14, shots);
            for (String words : List.of("Night Ferry", "2 March 2026", "Page 1 of " + pages, "Page " + pages + " of",
                    "Scene 2", "EXT. HARBOUR", "MARA: We were never here.", "Push in", "3.3 s", "Fog lifts.",
                    "No picture yet")) {
                assertTrue(text.contains(words), words + " in " + text);
            }
        }
    }

    @Test
    void theSameBoardGivesTheSameBytes() throws IOException {
        BoardSheet sheet = BoardSheet.usual(Locale.GERMANY);
        byte[] first = Files.readAllBytes(written(board(9), sheet));
        assertArrayEquals(first, Files.readAllBytes(written(board(9), sheet)));
    }

    @Test
    void allItsLettersAreInTheFile() throws IOException {
        Path pdf = written(board(6), BoardSheet.usual(Locale.US));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertEquals(792, document.getPage(0).getMediaBox().getWidth(), "Letter, lying");
            List<String> names = new ArrayList<>();
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertTrue(font.isEmbedded(), font.getName());
                names.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
            }
            assertEquals(List.of("CourierPrime-Regular", "Inter-Bold", "Inter-Regular"),
                    names.stream().sorted().toList());
        }
    }

    @Test
    void wordsInAnyScriptAreDrawnAndNoneIsAMistake() throws IOException {
        List<String> words = List.of("霧が晴れる。マラは夜行フェリーの濡れた手すりにもたれている。これはとても長い文章です。",
                "السلام عليكم يا سيدي", "Ὁ πλοῦς ἄρχεται — Привет, море",
                "👩‍🚀 says \u0000\u0007 nothing\t\n\nat all \ud800");
        List<Board.Card> cards = words.stream()
                .map(each -> new Board.Card("1", each, "1-A", Optional.empty(), List.of(new Board.Speech(each, each)),
                        each, "Static", 1))
                .toList();
        Path pdf = written(new Board(words.getFirst(), "今日", 16 / 9.0, cards), BoardSheet.usual(Locale.GERMANY));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertEquals(1, document.getNumberOfPages());
            new PDFRenderer(document).renderImageWithDPI(0, 72);
        }
    }

    @Test
    void veryLongWordsStayInTheirCard() throws IOException {
        String endless = "and then ".repeat(2000) + "x".repeat(3000);
        Board.Card card = new Board.Card("1", endless, "1-A", Optional.of(picture),
                List.of(new Board.Speech("MARA", endless), new Board.Speech("TOBIAS", endless)), endless, "Static", 1);
        Path pdf = written(new Board(endless, "today", 16 / 9.0, List.of(card, card, card)),
                new BoardSheet(3, BoardSheet.Paper.A4, false));
        String text = text(pdf);
        assertTrue(text.contains("…"), "cut short");
        assertTrue(text.length() < 8000, "far shorter than it was: " + text.length());
    }

    @Test
    void aBoardWithoutShotsIsAnEmptyPage() throws IOException {
        assertTrue(text(written(board(0), BoardSheet.usual(Locale.GERMANY))).contains("Page 1 of 1"));
    }

    @Test
    void aPictureThatIsDamagedLeavesItsPlaceEmptyAndThePageSaysSo() throws IOException {
        BufferedImage image = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB);
        Path whole = folder.resolve("whole.png");
        ImageIO.write(image, "png", whole.toFile());
        byte[] half = Arrays.copyOf(Files.readAllBytes(whole), 200);
        byte[] start = Arrays.copyOf(Files.readAllBytes(picture), 40);
        for (byte[] damaged : List.of("this is no picture".getBytes(StandardCharsets.UTF_8), half, start)) {
            Files.write(picture, damaged);
            String text = text(written(board(1), BoardSheet.usual(Locale.GERMANY)));
            assertTrue(text.contains("This picture cannot be read"), text);
            assertFalse(text.contains("No picture yet"), text);
        }
    }

    @Test
    void whoeverStopsItFindsNothingAndTheOldOneStays() throws IOException {
        Path pdf = folder.resolve("board.pdf");
        Files.writeString(pdf, "the old one");
        Progress stopped = new Progress() {
            @Override
            public void report(double fraction, String note) {}

            @Override
            public void checkCancelled() {
                throw new Cancelled();
            }

            @Override
            public void onCancel(Runnable action) {}
        };
        assertThrows(Cancelled.class, () -> StoryboardPdf.write(board(3), BoardSheet.usual(Locale.US), pdf, stopped));
        assertEquals("the old one", Files.readString(pdf));
        assertFalse(Files.exists(folder.resolve(".board.pdf.part")));
    }

    @Test
    void aPlaceThatIsNotThereIsRefused() {
        Outcome<Path> none = StoryboardPdf.write(board(1), BoardSheet.usual(Locale.US),
                folder.resolve("no/such/board.pdf"), Progress.NONE);
        assertInstanceOf(Failure.Refused.class, assertInstanceOf(Outcome.Failed.class, none).failure());
    }
}
