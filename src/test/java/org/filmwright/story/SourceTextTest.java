package org.filmwright.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Edits of the page leave every character of the file alone that nobody touched. */
class SourceTextTest {
    private static final List<String> PIECES = List.of("fog", "\r\n", "\n", "\r", "  ", "é", "\u2028", "\t", "A.");

    @Test
    void anEditOfThePageIsTheSameEditInTheFileWhateverItsLineEnds() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder file = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
            for (int i = random.nextInt(12); i > 0; i--) {
                file.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            SourceText source = new SourceText(file.toString());
            String page = source.shown();
            int at = random.nextInt(page.length() + 1);
            int gone = random.nextInt(Math.min(4, page.length() - at + 1));
            ScriptEdit edit = new ScriptEdit(at, page.substring(at, at + gone),
                    random.nextBoolean() ? "" : random.nextBoolean() ? "x\ny" : "\n");
            ScriptEdit own = source.toSource(edit);
            assertEquals(edit.applyTo(page), source.after(own).shown(), () -> "file " + escaped(file) + " " + edit);
            assertTrue(own.removed().length() <= 2 * gone + 2, "No more is taken than was asked");
        }
    }

    @Test
    void newLinesEndAsThoseOfTheFile() {
        SourceText source = new SourceText("\uFEFFFog.  \r\nRain.\r\n");
        ScriptEdit edit = source.toSource(new ScriptEdit(6, "", "\n\nSnow."));
        assertEquals("\uFEFFFog.  \r\n\r\nSnow.\r\nRain.\r\n", source.after(edit).source());
    }

    private static String escaped(CharSequence text) {
        return text.toString().replace("\r", "\\r").replace("\n", "\\n");
    }
}
