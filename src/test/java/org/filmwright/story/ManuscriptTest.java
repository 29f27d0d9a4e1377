package org.filmwright.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is read scene by scene while somebody writes is what reading the whole would give. */
class ManuscriptTest {
    private static final List<String> PIECES = List.of("\n", "\n\n", "INT. ROOM - DAY\n", "EXT. QUAY",
            "\n\n.FORCED\n\n",
            "MARA\n", "Hello.", "(quietly)\n", "CUT TO:\n", "> FADE OUT.", "[[", "]]", "[[note]]", "/*", "*/",
            "/* x */",
            "# Act", "= what happens", "===", "> mid <", "~la la", "!SHOUT", "@McCLANE\n", "  \n", " ", "*", "_",
            "#12A#",
            "Title: X\n", "a", "Fog.", "\t", "EXT. SEA\nINT. SHIP\n", "^", "/", "[", "TO:");

    @Test
    void readsWhatReadingTheWholeWouldGiveAfterEveryOfManyRandomEdits() {
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String text = start(random);
            Manuscript manuscript = Manuscript.of(text);
            for (int i = 0; i < 60; i++) {
                ScriptEdit edit = edit(random, text);
                text = edit.applyTo(text);
                manuscript = manuscript.edit(edit).manuscript();
                String which = "seed " + seed + ", edit " + i;
                assertEquals(text, manuscript.text(), which);
                assertEquals(FountainReader.read(text), manuscript.screenplay(), () -> which + ": " + edit);
            }
        }
    }

    @Test
    void aKeystrokeReadsItsSceneOnly() throws IOException {
        String text = Files.readString(Path.of("assets", "samples", "night-ferry.fountain")).replace("\r\n", "\n");
        Manuscript manuscript = Manuscript.of(text);
        assertEquals(4, manuscript.size() - 1 + (text.startsWith("Title") ? 0 : 1));
        int at = text.lastIndexOf("She ");
        Manuscript.Reread reread = manuscript.edit(new ScriptEdit(at, "", "x"));
        assertTrue(reread.lines() < text.lines().count() / 2, "read again: " + reread.lines());
        assertTrue(reread.firstLine() > 0);
        assertEquals(reread.linesBefore(), reread.lines());
    }

    @Test
    void everyLineSaysWhatItIs() {
        Manuscript manuscript = Manuscript
                .of("EXT. QUAY - DAY\n\nFog. [[check]]\n\nMARA\n(low)\nNo.\n\nINT. HUT #7B#\n");
        List<LineKind> kinds = manuscript.kinds(0, 10);
        assertEquals(List.of("scene_heading", "", "action", "", "character", "parenthetical", "dialogue", "",
                "scene_heading", ""),
                kinds.stream().map(kind -> kind.type().map(ElementType::word).orElse("")).toList());
        assertEquals("1", kinds.getFirst().label());
        assertEquals("7B", kinds.get(8).label());
    }

    @Test
    void linesOfEveryPassageAreCountedOnce() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 40; round++) {
            String text = start(random);
            int lines = text.split("\n", -1).length;
            assertEquals(lines, Manuscript.of(text).kinds(0, lines).size());
        }
    }

    @Test
    void editsInARowBecomeOneAndItsInverseTakesThemBack() {
        ScriptEdit typed = new ScriptEdit(5, "", "a").then(new ScriptEdit(6, "", "b")).orElseThrow();
        assertEquals(new ScriptEdit(5, "", "ab"), typed);
        ScriptEdit erased = new ScriptEdit(6, "b", "").then(new ScriptEdit(5, "a", "")).orElseThrow();
        assertEquals(new ScriptEdit(5, "ab", ""), erased);
        assertEquals("Fog and sea", typed.inverse().applyTo(typed.applyTo("Fog and sea")));
        assertEquals(new ScriptEdit(3, "b", "XY"), ScriptEdit.between("fogbow", "fogXYow").orElseThrow());
    }

    private static String start(SplittableRandom random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "Title: A\nAuthor: B\n\n" : "");
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? "\n\n" : "");
        }
        return text.toString();
    }

    private static ScriptEdit edit(SplittableRandom random, String text) {
        int at = random.nextInt(text.length() + 1);
        int gone = random.nextInt(4) == 0 ? Math.min(text.length() - at, random.nextInt(25)) : 0;
        String come = gone > 0 && random.nextBoolean() ? "" : PIECES.get(random.nextInt(PIECES.size()));
        return new ScriptEdit(at, text.substring(at, at + gone), come);
    }
}
