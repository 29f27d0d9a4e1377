package org.filmwright.export;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The typefaces of a storyboard; of each only the letters that occur are in the file. */
record BoardFonts(PDType0Font plain, PDType0Font bold, PDType0Font script) {
    static BoardFonts in(PDDocument document) throws IOException {
        return new BoardFonts(load(document, "Inter-Regular"), load(document, "Inter-Bold"),
                load(document, "CourierPrime-Regular"));
    }

    /** TrueType outlines: PDFBox takes no others into a file. */
    private static PDType0Font load(PDDocument document, String name) throws IOException {
        try (InputStream in = BoardFonts.class.getResourceAsStream("/org/filmwright/fonts/" + name + ".ttf")) {
            return PDType0Font.load(document, in, true);
        }
    }
}
