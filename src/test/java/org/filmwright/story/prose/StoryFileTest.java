package org.filmwright.story.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prose and screenplays are told apart by what stands in them, and what could be either is refused. */
class StoryFileTest {
    private static final String SCRIPT = "INT. HALL - DAY\n\nAnna waits.\n";
    private static final String PROSE = "Anna waited in the hall. Nobody came, and the clock had stopped.\n";

    @TempDir
    private Path folder;

    private Outcome<StoryFile> read(String name, String text) throws IOException {
        return StoryFile.read(Files.writeString(folder.resolve(name), text));
    }

    private static StoryFile value(Outcome<StoryFile> read) {
        return read.orElse(failure -> {
            throw new AssertionError(failure.toString());
        });
    }

    private static void assertRefused(Outcome<StoryFile> read, String words) {
        Outcome.Failed<?> failed = assertInstanceOf(Outcome.Failed.class, read);
        assertTrue(((Failure.Refused) failed.failure()).toString().contains(words), failed.failure()::toString);
    }

    @Test
    void headingsMakeAScreenplayAndSentencesAStory() throws IOException {
        assertInstanceOf(StoryFile.Script.class, value(read("a.txt", SCRIPT)));
        assertInstanceOf(StoryFile.Told.class, value(read("b.txt", PROSE)));
        assertInstanceOf(StoryFile.Told.class, value(read("c.md", "# The Hall\n\n" + PROSE)));
        assertInstanceOf(StoryFile.Script.class, value(read("d.fountain", PROSE)));
    }

    @Test
    void theTitleAndTheAuthorAreNoCue() throws IOException {
        StoryFile.Told told = assertInstanceOf(StoryFile.Told.class,
                value(read("a.txt", "THE HALL\nA. Author (1901-1950)\n\n" + PROSE)));
        assertEquals("THE HALL", told.prose().title().orElseThrow());
        assertEquals("A. Author", told.prose().author().orElseThrow());
    }

    @Test
    void whatCouldBeEitherIsRefusedWithTheWayOut() throws IOException {
        assertRefused(read("a.txt", (PROSE + "\n").repeat(40) + SCRIPT), "before the first scene heading");
        assertRefused(read("b.txt", "ANNA\nYou came.\n\nBEN\nI did.\n\nANNA\nAnd now?\n"), "no scene heading");
    }

    @Test
    void whatTellsNothingIsRefused() throws IOException {
        assertRefused(read("a.txt", "1 2 3\n4 5 6 7 8 9\n"), "no sentence");
        assertRefused(read("b.txt", "3.14 2.71 1.41 one two three 99999 88888 77777\n"), "Less than half");
        assertRefused(read("c.txt", " \n"), "empty");
        assertRefused(read("d.txt", "a\u0000b\u0000c"), "binary");
    }

    @Test
    void aLibrarysOwnWordsAreNoStory() throws IOException {
        StoryFile.Told told = assertInstanceOf(StoryFile.Told.class, value(read("a.txt", """
                The Project presents this eBook to you.

                *** START OF THE PROJECT GUTENBERG EBOOK THE HALL ***

                Anna waited in the hall.

                *** END OF THE PROJECT GUTENBERG EBOOK THE HALL ***

                Donations are welcome here.
                """)));
        assertEquals(5, told.prose().words());
    }
}
