package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Companions from the command line, in a real process of models. */
@ExtendWith(OwnSettings.class)
@Timeout(120)
class CompanionCommandsTest {
    @TempDir
    private Path disk;
    private Path picture;

    @BeforeEach
    void begin() throws IOException {
        picture = disk.resolve("p.png");
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            image.setRGB(x, x % 30, 0xff8000);
        }
        ImageIO.write(image, "png", picture.toFile());
    }

    private CommandLineRun run(Object... words) {
        return CommandLineRun.in(disk.resolve("config"), words);
    }

    @Test
    void withoutAModelTheyEndWithMissingSetupAndLeaveNothing() {
        Path out = disk.resolve("out.png");
        for (String what : new String[]{"enlarge", "depth"}) {
            CommandLineRun run = run("image", what, picture, "--out", out);
            assertEquals(ExitCode.MISSING_SETUP, run.exitCode(), run.err());
            assertTrue(run.err().startsWith("There is no model here that"), run.err());
        }
        assertEquals(ExitCode.MISSING_SETUP, run("image", "between", picture, picture, "--out", out).exitCode());
        assertEquals(ExitCode.MISSING_SETUP, run("image", "likeness", picture, "--words", "a cat").exitCode());
        assertEquals(ExitCode.MISSING_SETUP, run("models", "meaning", "a", "b").exitCode());
        assertFalse(Files.exists(out));
    }

    @Test
    void wrongUseIsToldBeforeAnythingStarts() {
        assertEquals(ExitCode.USAGE, run("image", "enlarge", picture, "--out", disk.resolve("x.jpg")).exitCode());
        assertEquals(ExitCode.USAGE, run("image", "between", picture, picture, "--at", "1", "--out", disk.resolve(
                "x.png")).exitCode());
        assertEquals(ExitCode.USAGE, run("image", "likeness", picture).exitCode());
        assertEquals(ExitCode.REFUSED, run("image", "depth", picture, "--out", disk.resolve("no/x.png")).exitCode());
    }

    @Test
    void aCompanionIsAddedListedAndUsed() throws IOException {
        SampleCompanions.enlarge(disk.resolve("up"), Element.FLOAT, 4, 64, false);
        CommandLineRun added = run("models", "add", disk.resolve("up"));
        assertEquals(ExitCode.DONE, added.exitCode(), added.err());
        assertTrue(added.out().contains("enlarges 4 times"), added.out());
        JsonNode row = run("models", "list", "--json").json().get(0);
        assertEquals("enlarges 4 times", row.get("does").asText());
        assertTrue(row.get("family").isNull() && row.get("note").isNull(), row.toString());
        CommandLineRun made = run("image", "enlarge", picture, "--out", disk.resolve("large.png"), "--json");
        assertEquals(ExitCode.DONE, made.exitCode(), made.err());
        assertEquals("160x120", made.json().get("size").asText());
        assertEquals(0xff8000, ImageIO.read(disk.resolve("large.png").toFile()).getRGB(23, 22) & 0xffffff);
        assertEquals(ExitCode.MISSING_SETUP, run("image", "depth", picture, "--out", disk.resolve("d.png")).exitCode());
    }

    @Test
    void aModelWhoseLicenceIsOpenAsksForIt() throws IOException {
        SampleCompanions.meaning(disk.resolve("mini"), 0, true, "last_hidden_state");
        Files.writeString(disk.resolve("mini/LICENSE"), "Ask first.");
        run("models", "add", disk.resolve("mini"), "--accept-licence");
        CommandLineRun said = run("models", "meaning", "red boat", "red boat", "storm");
        assertEquals(ExitCode.DONE, said.exitCode(), said.err());
        assertTrue(said.out().startsWith(" 1.000  red boat"), said.out());
        Files.writeString(disk.resolve("mini/LICENSE"), "Pay first.");
        CommandLineRun open = run("models", "meaning", "red boat", "storm");
        assertEquals(ExitCode.NEEDS_DECISION, open.exitCode(), open.err());
        assertTrue(open.err().contains("models licence mini --accept"), open.err());
    }
}
