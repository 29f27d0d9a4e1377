package org.filmwright.production.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Model packs: what comes whole, what is refused, and that nothing is ever half there. */
class ModelPackTest {
    private static final Consent YES = (_, _) -> Consent.Answer.ACCEPTED;
    private static final Consent NO = (_, _) -> Consent.Answer.NO;

    @TempDir
    private Path disk;
    private ModelShelf shelf;
    private final PackMaker pack = new PackMaker();

    @BeforeEach
    void aShelf() {
        shelf = new ModelShelf(disk.resolve("models"), InstantSource.system());
    }

    @Test
    void aZippedPackIsUnpackedIntoTheModelsFolder() throws IOException {
        Model model = added(pack.zip(disk.resolve("x.zip")), Optional.empty(), YES);
        assertEquals("tiny", model.name());
        assertTrue(model.ours());
        assertArrayOf(pack.listed.get("unet/model.onnx"), shelf.folder().resolve("tiny/unet/model.onnx"));
        assertEquals(List.of(model), shelf.all());
        assertInstanceOf(Outcome.Ok.class, shelf.verify(model));
        assertEquals(Outcome.ok(model.bytes()), shelf.remove(model));
        assertEquals(List.of(".adding.lock"), left());
    }

    @Test
    void aZipOfOneFolderIsTheSamePackAndMayHaveAnotherNameHere() throws IOException {
        Model model = added(pack.zip(disk.resolve("x.zip"), pack.manifest(), "outer/"), Optional.of("mine"), YES);
        assertEquals(shelf.folder().resolve("mine"), model.folder());
        assertEquals("LICENSE.txt", model.licence().orElseThrow());
    }

    @Test
    void aFolderPackIsCheckedAgainstItsListAndStaysWhereItIs() throws IOException {
        Path folder = pack.folder(disk.resolve("tiny"));
        Files.write(folder.resolve("unet/weights.bin"), new byte[13]);
        assertRefused("unet/weights.bin of tiny is not what its manifest.json says: it has 13 bytes", folder);
        Files.write(folder.resolve("unet/weights.bin"), new byte[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        assertRefused("unet/weights.bin of tiny is not what its manifest.json says: its SHA-256", folder);
        Files.write(folder.resolve("unet/weights.bin"), new byte[12]);
        Files.write(folder.resolve("more.bin"), new byte[12]);
        assertRefused("more.bin of tiny is not listed", folder);
        Files.delete(folder.resolve("more.bin"));
        Files.delete(folder.resolve("LICENSE.txt"));
        assertRefused("LICENSE.txt of tiny is missing", folder);
        Files.write(folder.resolve("LICENSE.txt"), pack.listed.get("LICENSE.txt"));
        assertFalse(added(folder, Optional.empty(), YES).ours());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.onnx", "/etc/evil", "C:/evil", "C:evil", "a\\..\\evil", "a//b", "./a", "a/../b",
        "nul.txt", "a./b", "a /b"})
    void pathsThatLeadOutAreRefusedWhetherListedOrNot(String path) throws IOException {
        pack.extra.put(path, new byte[3]);
        assertRefused("leads out of the folder of the model", pack.zip(disk.resolve("x.zip")));
        pack.extra.clear();
        pack.listed.put(path, new byte[3]);
        assertRefused("is no safe path inside a folder", pack.zip(disk.resolve("y.zip")));
        assertFalse(Files.exists(disk.resolve("evil.onnx")));
        assertFalse(Files.exists(shelf.folder().resolve("evil.onnx")));
    }

    @Test
    void filesThatAreNotWhatTheListSaysAreRefused() throws IOException {
        pack.extra.put("unet/weights.bin", new byte[]{9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9});
        assertRefused("unet/weights.bin in x.zip is not what its manifest.json says (SHA-256).",
                pack.zip(disk.resolve("x.zip")));
        pack.extra.put("unet/weights.bin", new byte[4000]);
        assertRefused("has not the 12 bytes", pack.zip(disk.resolve("x.zip")));
        pack.extra.remove("unet/weights.bin");
        pack.extra.put("stranger.txt", new byte[4]);
        assertRefused("holds stranger.txt, which its manifest.json does not list", pack.zip(disk.resolve("x.zip")));
        pack.extra.clear();
        String manifest = pack.manifest();
        pack.listed.remove("unet/weights.bin");
        assertRefused("unet/weights.bin is listed, but is not in x.zip.",
                pack.zip(disk.resolve("x.zip"), manifest, ""));
    }

    @Test
    void theSameFileTwiceIsRefusedInTheListAndInTheZip() throws IOException {
        pack.listed.put("UNET/weights.bin", new byte[12]);
        assertRefused("lists UNET/weights.bin twice", pack.zip(disk.resolve("x.zip")));
        pack.listed.remove("UNET/weights.bin");
        pack.extra.put("unet/weightz.bin", new byte[12]);
        Path zip = pack.zip(disk.resolve("x.zip"));
        byte[] bytes = Files.readAllBytes(zip);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("weightz", "weights");
        Files.write(zip, text.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("twice", zip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.pt", "a/model.ckpt", "model.safetensors", "model.PKL"})
    void picklesAndOtherFormatsAreRefusedInAPack(String path) throws IOException {
        pack.listed.put(path, new byte[12]);
        assertRefused("which is no ONNX", pack.zip(disk.resolve("x.zip")));
    }

    @Test
    void aPickleThatIsCalledWeightsIsRefusedInAPackAndIgnoredInAFolder() throws IOException {
        pack.listed.put("pytorch_model.bin", new byte[]{'P', 'K', 3, 4, 0, 0});
        assertRefused("pytorch_model.bin is no ONNX", pack.zip(disk.resolve("x.zip")));
        Path folder = pack.folder(disk.resolve("plain"));
        Files.delete(folder.resolve("manifest.json"));
        Model model = added(folder, Optional.empty(), YES);
        assertFalse(model.parts().stream().anyMatch(part -> part.path().equals("pytorch_model.bin")));
    }

    @Test
    void aZipMadeToFillTheDiskIsRefusedBeforeAByteIsWritten() throws IOException {
        String manifest = pack.manifest().replace("\"bytes\":12,", "\"bytes\":900000000000,");
        assertRefused("would grow to", pack.zip(disk.resolve("x.zip"), manifest, ""));
    }

    @Test
    void whatIsNoPackSaysWhatItIs() throws IOException {
        Path file = Files.writeString(disk.resolve("x.zip"), "<html>Sign in</html>");
        assertRefused("x.zip is no zip file, or is damaged", file);
        assertRefused("is neither a folder nor a zip", Files.writeString(disk.resolve("x.onnx"), "x"));
        assertRefused("is not there", disk.resolve("nowhere"));
        assertRefused("is no list of a model's files", pack.zip(disk.resolve("y.zip"), "{", ""));
        assertRefused("names the model '../up'", pack.zip(disk.resolve("y.zip"),
                pack.manifest().replace("\"tiny\"", "\"../up\""), ""));
    }

    @Test
    void aPackWhoseModelIsAPageOfTheWebIsRefused() throws IOException {
        pack.listed.put("unet/model.onnx", "<!DOCTYPE html><p>Please sign in".getBytes(StandardCharsets.UTF_8));
        assertRefused("is a web page, not a model", pack.zip(disk.resolve("x.zip")));
    }

    @Test
    void aFolderThatIsThereAlreadyIsNotTouched() throws IOException {
        Files.createDirectories(shelf.folder().resolve("tiny"));
        Files.writeString(shelf.folder().resolve("tiny/mine.txt"), "mine");
        Outcome<Model> outcome = shelf.add(pack.zip(disk.resolve("x.zip")), Optional.empty(), YES);
        assertTrue(failure(outcome).what().startsWith("There is a folder tiny in"), failure(outcome)::what);
        assertEquals("mine", Files.readString(shelf.folder().resolve("tiny/mine.txt")));
    }

    @Test
    void whatAKillLeftBehindIsSweptAwayOrFinishedAtTheNextStart() throws IOException {
        Model model = added(pack.zip(disk.resolve("x.zip")), Optional.empty(), YES);
        Path note = shelf.folder().resolve("tiny.model.json");
        Files.move(note, shelf.folder().resolve(".tiny.model.json.new"));
        Files.writeString(shelf.folder().resolve(".gone.model.json.new"), "{}");
        Files.createDirectories(shelf.folder().resolve(".adding-half/unet"));
        Files.write(shelf.folder().resolve(".adding-half/unet/model.onnx"), new byte[7]);
        assertEquals(List.of(), shelf.all());
        shelf.tidy();
        assertEquals(List.of(model), shelf.all());
        assertEquals(List.of(".adding.lock", "tiny", "tiny.model.json"), left());
    }

    @Test
    void whileOneIsAddedAnotherWaits() throws IOException {
        try (Intake busy = Intake.open(shelf.folder()).orElseThrow()) {
            busy.staged("other");
            shelf.tidy();
            Outcome<Model> outcome = shelf.add(pack.zip(disk.resolve("x.zip")), Optional.empty(), YES);
            assertTrue(failure(outcome).what().startsWith("Another model is being added just now."));
            assertTrue(Files.exists(shelf.folder().resolve(".adding-other")));
        }
        added(disk.resolve("x.zip"), Optional.empty(), YES);
    }

    @Test
    void withoutAcceptanceNothingIsAddedAndTheLicenceIsNamed() throws IOException {
        Path folder = pack.folder(disk.resolve("tiny"));
        for (Path source : List.of(pack.zip(disk.resolve("x.zip")), folder)) {
            Failure why = failure(shelf.add(source, Optional.empty(), NO));
            assertInstanceOf(Failure.Ambiguous.class, why);
            assertTrue(why.what().contains("LICENSE.txt"), why::what);
            assertEquals(List.of(), shelf.all());
        }
    }

    @Test
    void anAcceptanceIsRememberedUntilTheTextChanges() throws IOException {
        Model model = added(pack.zip(disk.resolve("x.zip")), Optional.empty(), YES);
        assertEquals(Digest.of("Do what is right.").hex(), shelf.all().getFirst().accepted().orElseThrow());
        assertInstanceOf(Terms.Accepted.class, shelf.terms(shelf.all().getFirst()));
        Files.writeString(model.folder().resolve("LICENSE.txt"), "Pay.");
        Terms.Open open = assertInstanceOf(Terms.Open.class, shelf.terms(model));
        assertTrue(open.changed());
        shelf.accept(model, open.licence());
        assertInstanceOf(Terms.Accepted.class, shelf.terms(shelf.all().getFirst()));
    }

    @Test
    void aNoteThatSpeaksOfAnotherNameIsPassedOver() throws IOException {
        added(pack.zip(disk.resolve("x.zip")), Optional.empty(), YES);
        Path note = shelf.folder().resolve("tiny.model.json");
        Files.writeString(note, Files.readString(note).replace("\"tiny\"", "\"../tiny\""));
        assertEquals(List.of(), shelf.all());
    }

    private void assertRefused(String start, Path source) throws IOException {
        Failure why = failure(shelf.add(source, Optional.empty(), YES));
        assertInstanceOf(Failure.Refused.class, why);
        assertTrue(why.what().contains(start), why::what);
        assertEquals(List.of(), shelf.all());
        assertEquals(List.of(), left().stream().filter(name -> !name.equals(".adding.lock")).toList());
    }

    private static Failure failure(Outcome<Model> outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).failure();
    }

    private Model added(Path source, Optional<String> name, Consent consent) {
        return shelf.add(source, name, consent).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
    }

    private List<String> left() throws IOException {
        if (!Files.exists(shelf.folder())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(shelf.folder())) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertArrayOf(byte[] expected, Path file) throws IOException {
        org.junit.jupiter.api.Assertions.assertArrayEquals(expected, Files.readAllBytes(file));
    }
}
