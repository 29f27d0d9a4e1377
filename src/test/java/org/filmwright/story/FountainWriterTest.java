package org.filmwright.story;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.filmwright.story.Element.Cue;
import org.filmwright.story.Element.Depth;
import org.filmwright.story.Element.Detail;
import org.filmwright.story.Element.SceneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as what it was. */
class FountainWriterTest {
    private static final List<String> PIECES = List.of("\n", "\n", "\n\n", "\n\n", "\n\n", "INT. HOUSE - DAY",
            "EXT. SEA", "MARA",
            "TOBIAS (V.O.)", " ^", "(softly)", "Hello there.", "she walks", "!", "@", ".", ">", "<", "~", "#", "##",
            "=", "===",
            "[[n]]", "[[", "]]", "/*", "*/", " ", "  ", "\t", "#1#", "CUT TO:", "FADE OUT.", "Title: X", "Foo:", "*",
            "[", "]",
            "/", "a", "B", "(", ")", "\r\n", "\r", ":", "\u00e9", "\uD83D\uDE00", "   ");
    private static final List<String> WORDS = List.of("MARA", "walks", "INT. HOUSE", "TO:", "CUT TO:", "FADE OUT.", "!",
            "@home",
            ".45", "> right", "~", "# one", "= two", "===", "(softly)", "Key: value", "a_b*c", "<", "and", "\u00c4RGER",
            "#7#", "^");

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Everything but the line numbers. */
    private static List<List<Object>> content(List<Element> elements) {
        return elements.stream()
                .map(element -> List.<Object>of(element.type(), element.text(), element.detail(), element.scene()))
                .toList();
    }

    private static void assertReadsBack(TitlePage titlePage, List<Element> elements, String hint) {
        String written = FountainWriter.compose(titlePage, elements);
        Screenplay again = FountainReader.read(written);
        assertEquals(content(elements), content(again.elements()), () -> hint + " written as:\n" + written);
        assertEquals(titlePage, again.titlePage(), () -> hint + " written as:\n" + written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"night-ferry", "the-courier", "signal-lost"})
    void anUnchangedSampleIsWrittenByteForByte(String name) throws IOException {
        Path file = Path.of("assets/samples", name + ".fountain");
        ScriptFile script = ScriptFile.read(file).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
        assertArrayEquals(Files.readAllBytes(file), script.bytes());
        assertReadsBack(script.screenplay().titlePage(), script.screenplay().elements(), name);
    }

    @Test
    void whateverWasReadIsWrittenSoThatItReadsBack() {
        for (long seed = 0; seed < 8000; seed++) {
            RandomGenerator random = random(seed);
            StringBuilder source = new StringBuilder();
            int count = 1 + random.nextInt(30);
            for (int i = 0; i < count; i++) {
                source.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            Screenplay read = FountainReader.read(source.toString());
            assertEquals(source.toString(), FountainWriter.write(read));
            assertReadsBack(read.titlePage(), read.elements(), "seed " + seed);
        }
    }

    @Test
    void elementsMadeFromScratchReadBack() {
        for (long seed = 0; seed < 8000; seed++) {
            Script script = new Script(random(seed));
            script.write();
            assertReadsBack(TitlePage.EMPTY, script.elements, "seed " + seed);
        }
    }

    @Test
    void capitalActionMixedCuesAndOddHeadingsAreForced() {
        List<Element> elements = List.of(element(ElementType.SCENE_HEADING, "THE KITCHEN", Detail.NONE, 1),
                element(ElementType.ACTION, "BOOM\nand dust", Detail.NONE, 1),
                element(ElementType.CHARACTER, "McCLANE", new Cue(Optional.of("V.O."), true), 1),
                element(ElementType.DIALOGUE, "One.\n\nTwo.", Detail.NONE, 1),
                element(ElementType.TRANSITION, "Burn to white.", Detail.NONE, 1));
        assertEquals("""
                .THE KITCHEN

                !BOOM
                and dust

                @McCLANE (V.O.) ^
                One.
                \s\s
                Two.

                > Burn to white.
                """, FountainWriter.compose(TitlePage.EMPTY, elements));
    }

    private static Element element(ElementType type, String text, Detail detail, int scene) {
        return new Element(type, text, detail, scene, 0);
    }

    /** A random script as an importer would build it. */
    private static final class Script {
        private final RandomGenerator random;
        private final List<Element> elements = new ArrayList<>();
        private int scene;

        Script(RandomGenerator random) {
            this.random = random;
        }

        void write() {
            int count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                piece(ElementType.values()[random.nextInt(ElementType.values().length)]);
            }
        }

        private void piece(ElementType type) {
            switch (type) {
                case SCENE_HEADING -> heading();
                case ACTION -> add(type, words() + (random.nextBoolean() ? "\n" + words() : ""), Detail.NONE);
                case CHARACTER, DIALOGUE, PARENTHETICAL -> speech();
                case LYRICS, SYNOPSIS, NOTE, BONEYARD -> add(type, words(), Detail.NONE);
                case CENTERED -> add(type, words(), Detail.NONE);
                case TRANSITION -> add(type, words().replace("<", "x"), Detail.NONE);
                case PAGE_BREAK -> add(type, "", Detail.NONE);
                case SECTION -> add(type, words(), new Depth(1 + random.nextInt(6)));
            }
        }

        private void heading() {
            scene++;
            String text = "X " + words().replace("#", "");
            add(ElementType.SCENE_HEADING, (random.nextBoolean() ? "INT. " + text : text).strip(),
                    random.nextBoolean() ? new SceneNumber("1" + (char) ('A' + random.nextInt(26))) : Detail.NONE);
        }

        private void speech() {
            String name = ("N" + words()).replace("^", "").replace("(", "").replace(")", "").strip();
            add(ElementType.CHARACTER, name,
                    new Cue(random.nextBoolean() ? Optional.of("on the radio") : Optional.empty(),
                            random.nextBoolean()));
            for (boolean first = true; first || random.nextBoolean(); first = false) {
                if (random.nextBoolean()) {
                    add(ElementType.PARENTHETICAL, "(" + words() + ")", Detail.NONE);
                } else if (!first) {
                    add(ElementType.LYRICS, words(), Detail.NONE);
                    add(ElementType.PARENTHETICAL, "(beat)", Detail.NONE);
                }
                add(ElementType.DIALOGUE, "D " + words() + (random.nextBoolean() ? "\n\nand " + words() : ""),
                        Detail.NONE);
            }
        }

        private String words() {
            StringBuilder words = new StringBuilder();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                words.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
            }
            return words.toString();
        }

        private void add(ElementType type, String text, Detail detail) {
            boolean twice = !elements.isEmpty() && type == ElementType.DIALOGUE
                    && elements.getLast().type() == ElementType.DIALOGUE;
            if (twice) {
                elements.add(element(ElementType.PARENTHETICAL, "(beat)", Detail.NONE, scene));
            }
            elements.add(element(type, text, detail, scene));
        }
    }
}
