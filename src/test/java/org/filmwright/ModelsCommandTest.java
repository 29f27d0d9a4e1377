package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.production.models.PackMaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as a person keeps them from the command line. */
class ModelsCommandTest {
    @TempDir
    private Path disk;
    private Path config;
    private final PackMaker pack = new PackMaker();

    @BeforeEach
    void nobodyHasBeenHere() {
        config = disk.resolve("config");
    }

    private CommandLineRun models(Object... words) {
        Object[] all = new Object[words.length + 1];
        all[0] = "models";
        System.arraycopy(words, 0, all, 1, words.length);
        return CommandLineRun.in(config, all);
    }

    @Test
    void withoutModelsItSaysSo() {
        CommandLineRun run = models("list");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("No models."), run.out());
    }

    @Test
    void aLicenceIsShownAndHasToBeAcceptedOnce() throws IOException {
        Path zip = pack.zip(disk.resolve("x.zip"));
        CommandLineRun asked = models("add", zip);
        assertEquals(ExitCode.NEEDS_DECISION, asked.exitCode(), asked.err());
        assertTrue(asked.err().contains("Do what is right."), asked.err());
        assertTrue(asked.err().contains("LICENSE.txt in " + zip), asked.err());
        CommandLineRun added = models("add", zip, "--accept-licence");
        assertEquals(ExitCode.DONE, added.exitCode(), added.err());
        assertTrue(models("list", "--json").json().get(0).get("accepted").asBoolean());
    }

    @Test
    void aFolderWithoutALicenceNeedsNoAcceptanceAndACompanionIsFine() throws IOException {
        pack.listed.remove("LICENSE.txt");
        Path folder = pack.folder(disk.resolve("upscaler"));
        Files.delete(folder.resolve("manifest.json"));
        Files.write(folder.resolve("old.ckpt"), new byte[4]);
        CommandLineRun added = models("add", folder);
        assertEquals(ExitCode.DONE, added.exitCode(), added.err());
        assertTrue(added.out().contains("It came without a licence text."), added.out());
        assertTrue(added.out().contains("No family that paints by itself"), added.out());
        assertTrue(added.out().contains("old.ckpt is ignored"), added.out());
    }

    @Test
    void itIsVerifiedMovedAndRemovedByItsName() throws IOException {
        models("add", pack.zip(disk.resolve("x.zip")), "--accept-licence", "--name", "mine");
        assertEquals(ExitCode.DONE, models("verify", "mine").exitCode());
        CommandLineRun moved = models("move", "mine", disk.resolve("other"), "--json");
        JsonNode row = moved.json();
        assertEquals(disk.resolve("other").resolve("mine").toString(), row.get("folder").asText());
        assertFalse(Files.exists(config.resolve("models").resolve("mine")));
        Files.write(disk.resolve("other/mine/unet/weights.bin"), new byte[3]);
        CommandLineRun changed = models("verify", "mine");
        assertEquals(ExitCode.REFUSED, changed.exitCode());
        assertTrue(changed.err().contains("unet/weights.bin of mine has changed"), changed.err());
        assertEquals(ExitCode.DONE, models("remove", "mine").exitCode());
        assertTrue(models("list", "--json").json().isEmpty());
        assertEquals(ExitCode.MISSING_SETUP, models("verify", "mine").exitCode());
    }

    @Test
    void aNameThatIsNoFileNameIsRefused() throws IOException {
        CommandLineRun run = models("add", pack.zip(disk.resolve("x.zip")), "--accept-licence", "--name", "../up");
        assertEquals(ExitCode.REFUSED, run.exitCode());
        assertTrue(run.err().startsWith("'../up' cannot be the name of a model"), run.err());
    }

    @Test
    void aChangedLicenceIsAskedForAgain() throws IOException {
        Path folder = pack.folder(disk.resolve("tiny"));
        Files.delete(folder.resolve("manifest.json"));
        models("add", folder, "--accept-licence");
        Files.writeString(folder.resolve("LICENSE.txt"), "Pay.");
        assertTrue(models("list").out().contains("The licence has changed since it was accepted"));
        CommandLineRun accepted = models("licence", "tiny", "--accept");
        assertTrue(accepted.out().contains("Pay.") && accepted.out().contains("Licence accepted."), accepted.out());
        assertTrue(models("list", "--json").json().get(0).get("accepted").asBoolean());
    }

    @Test
    void aModelWhoseLicenceChangedIsNotPaintedWith() throws IOException {
        Path folder = pack.folder(disk.resolve("tiny"));
        Files.delete(folder.resolve("manifest.json"));
        models("add", folder, "--accept-licence");
        Files.writeString(folder.resolve("LICENSE.txt"), "Pay.");
        CommandLineRun image = CommandLineRun.in(config, "image", "a house", "--model", "tiny", "--out",
                disk.resolve("x.png"));
        assertEquals(ExitCode.NEEDS_DECISION, image.exitCode(), image.err());
        assertTrue(image.err().startsWith("The licence has changed since it was accepted"), image.err());
    }

    @Test
    void twoModelsOfOneNameAreNotAddedAndAnotherNameHelps() throws IOException {
        Path zip = pack.zip(disk.resolve("x.zip"));
        models("add", zip, "--accept-licence");
        CommandLineRun again = models("add", zip, "--accept-licence");
        assertEquals(ExitCode.REFUSED, again.exitCode());
        assertTrue(again.err().startsWith("A model called tiny is here already."), again.err());
        assertEquals(ExitCode.DONE, models("add", zip, "--accept-licence", "--name", "tiny2").exitCode());
        assertEquals(2, models("list", "--json").json().size());
    }
}
