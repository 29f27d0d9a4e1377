package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.SampleModel;
import org.filmwright.production.models.ModelUses;
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
    void whatItPaintedIsListedAndAskedAboutBeforeItGoes() throws IOException {
        models("add", pack.zip(disk.resolve("x.zip")), "--accept-licence");
        ModelUses uses = new ModelUses(config.resolve("models"));
        uses.painted("tiny", disk.resolve("Night Ferry.filmwright"), Instant.parse("2026-11-20T12:00:00Z"));
        uses.painted("tiny", disk.resolve("Night Ferry.filmwright"), Instant.parse("2026-11-21T12:00:00Z"));
        JsonNode row = models("list", "--json").json().get(0);
        assertEquals(2, row.get("pictures").asInt());
        assertEquals("2026-11-21T12:00:00Z", row.get("lastUsed").asText());
        assertEquals(disk.resolve("Night Ferry.filmwright").toString(), row.get("uses").get(0).get("film").asText());
        assertTrue(models("list").out().contains("It painted 2 pictures in 1 folder, the last on 2026-11-21 in "));
        CommandLineRun asked = models("remove", "tiny");
        assertEquals(ExitCode.NEEDS_DECISION, asked.exitCode(), asked.err());
        assertTrue(asked.err().contains("Nothing was removed."), asked.err());
        assertEquals(1, models("list", "--json").json().size());
        assertEquals(ExitCode.DONE, models("remove", "tiny", "--yes").exitCode());
        assertTrue(models("list", "--json").json().isEmpty());
        models("add", pack.zip(disk.resolve("x.zip")), "--accept-licence");
        assertEquals(0, models("list", "--json").json().get(0).get("pictures").asInt(), "another model of that name");
    }

    @Test
    void aFolderThatNothingCanBeWrittenToIsListedAllTheSame() throws IOException {
        models("add", pack.zip(disk.resolve("x.zip")), "--accept-licence");
        Files.delete(config.resolve("models/.adding.lock"));
        Files.createDirectories(config.resolve("models/.adding.lock"));
        CommandLineRun listed = models("list");
        assertEquals(ExitCode.DONE, listed.exitCode(), listed.err());
        assertTrue(listed.out().startsWith("tiny "), listed.out());
        assertTrue(listed.err().startsWith("Nothing can be written to the models folder"), listed.err());
        assertEquals(ExitCode.FAILED, models("verify", "tiny").exitCode());
    }

    @Test
    void partsThatAreNotOfOneModelAreNotTakenIn() throws IOException {
        Path model = SampleModel.of(Family.SD).wrongChannels(5).write(disk.resolve("mixed"));
        CommandLineRun run = models("add", model, "--accept-licence");
        assertEquals(ExitCode.REFUSED, run.exitCode(), run.err());
        assertTrue(run.err()
                .contains("unet/model.onnx wants sample as [batch_size, 9, height, width], and would be"
                        + " given [pictures, 4, height, width]"),
                run.err());
        assertTrue(models("list", "--json").json().isEmpty());
        SampleModel.of(Family.SD).write(disk.resolve("mixed"));
        assertEquals(ExitCode.DONE, models("add", model, "--accept-licence").exitCode());
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
