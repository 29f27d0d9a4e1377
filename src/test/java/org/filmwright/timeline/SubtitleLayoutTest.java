package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.filmwright.base.FrameRate;
import org.filmwright.timeline.SubtitleLayout.Heard;
import org.junit.jupiter.api.Test;

class SubtitleLayoutTest {
    private static final int FILM = 2400;
    private static final SubtitleLayout LAYOUT = new SubtitleLayout(FrameRate.FILM, FILM);

    @Test
    void aShortLineIsOneLine() {
        assertEquals("Leave the light on.", SubtitleText.wrap("Leave the light on."));
    }

    @Test
    void aLineBreaksAfterPunctuation() {
        assertEquals("If they come before dawn,\ntell them that the boat has gone.",
                SubtitleText.wrap("If they come before dawn, tell them that the boat has gone."));
    }

    @Test
    void aLineBreaksBeforeAConjunctionAndNotInsideAPhrase() {
        assertEquals("Nobody has crossed the old harbour\nbecause the water never freezes there",
                SubtitleText.wrap("Nobody has crossed the old harbour because the water never freezes there"));
        assertEquals("He put it on a shelf in the kitchen\nof the house his grandmother built.",
                SubtitleText.wrap("He put it on a shelf in the kitchen of the house his grandmother built."));
    }

    @Test
    void aLongSpeechBecomesScreensThatEndWhereSentencesEnd() {
        List<String> screens = SubtitleText
                .screens("I waited at the pier until the last boat had gone. You never came. "
                        + "So I walked home along the wall, and I threw the key into the water.");
        assertEquals(List.of("I waited at the pier until the last boat had gone. You never came.",
                "So I walked home along the wall, and I threw the key into the water."),
                screens.stream()
                        .map(screen -> screen.replace('\n', ' '))
                        .toList());
    }

    @Test
    void aWordLongerThanALineIsCutAndNothingIsLost() {
        String text = "x".repeat(100) + " and " + "y".repeat(50);
        List<String> screens = SubtitleText.screens(text);
        assertEquals(text.replace(" ", ""), String.join("", screens).replaceAll("\\s", ""));
        screens.forEach(SubtitleLayoutTest::fitsTheScreen);
    }

    @Test
    void aHundredThousandCharactersAreLaidOutInATrice() {
        List<Subtitle> subtitles = LAYOUT.lay(List.of(heard(0, 2000, "A", "every word is said again ".repeat(4000))));
        subtitles.forEach(subtitle -> fitsTheScreen(subtitle.text()));
        assertOrdered(subtitles);
    }

    @Test
    void aQuickWordStaysForFiveSixthsOfASecond() {
        assertEquals(new Subtitle(100, 120, "No."), LAYOUT.lay(List.of(heard(100, 104, "A", "No."))).getFirst());
    }

    @Test
    void nothingStaysLongerThanSevenSeconds() {
        assertEquals(168, LAYOUT.lay(List.of(heard(0, 400, "A", "Wait."))).getFirst().frames());
    }

    @Test
    void aHurriedLineStaysUntilItCanBeReadButNotAcrossTheCut() {
        String text = "There is nothing left in the house that is ours.";
        int calm = (int) Math.ceil(text.length() / 17.0 * 24);
        int brisk = (int) Math.ceil(text.length() / 20.0 * 24);
        assertEquals(calm, only(new Heard(0, 20, 200, "A", text)).frames());
        assertEquals(65, only(new Heard(0, 20, 65, "A", text)).frames());
        assertEquals(brisk, only(new Heard(0, 20, 30, "A", text)).frames(), "reading matters more than the cut");
    }

    @Test
    void twoFramesLieBetweenTwoSubtitles() {
        List<Subtitle> subtitles = LAYOUT.lay(List.of(heard(0, 60, "A", "Stay where you are."),
                heard(60, 120, "A", "Do not turn around.")));
        assertEquals(58, subtitles.get(0).end());
        assertEquals(60, subtitles.get(1).start());
    }

    @Test
    void twoSpeakersWhoAnswerQuicklyShareAScreen() {
        assertEquals("- Is it you?\n- Who else?", LAYOUT.lay(List.of(heard(0, 14, "A", "Is it you?"),
                heard(16, 30, "B", "Who else?"))).getFirst().text());
    }

    @Test
    void twoSpeakersWithTimeHaveAScreenEach() {
        assertEquals(2, LAYOUT.lay(List.of(heard(0, 40, "A", "Is it you?"), heard(48, 90, "B", "Who else?"))).size());
    }

    @Test
    void aLineAtTheVeryEndIsPushedBackIntoTheFilm() {
        Subtitle last = only(new Heard(FILM - 3, FILM, FILM, "A", "Goodbye."));
        assertEquals(FILM, last.end());
        assertEquals(20, last.frames());
    }

    @Test
    void aCrowdOfLinesStaysInOrder() {
        List<Heard> crowd = IntStream.range(0, 300)
                .mapToObj(i -> new Heard(i * 5, i * 5 + 4, 2400, i % 2 == 0 ? "A" : "B", "Line number " + i + "!"))
                .toList();
        assertOrdered(LAYOUT.lay(crowd));
    }

    private static void assertOrdered(List<Subtitle> subtitles) {
        for (int i = 1; i < subtitles.size(); i++) {
            assertTrue(subtitles.get(i).start() >= subtitles.get(i - 1).end() + 2, "gap before " + subtitles.get(i));
        }
        assertTrue(subtitles.getFirst().start() >= 0 && subtitles.getLast().end() <= FILM);
    }

    private static void fitsTheScreen(String text) {
        String wrapped = SubtitleText.wrap(text.replace("\n", " "));
        assertTrue(wrapped.lines().count() <= 2 && wrapped.lines().allMatch(line -> line.length() <= 42), wrapped);
    }

    private static Subtitle only(Heard heard) {
        return LAYOUT.lay(List.of(heard)).getFirst();
    }

    private static Heard heard(int start, int end, String speaker, String text) {
        return new Heard(start, end, 600, speaker, text);
    }
}
