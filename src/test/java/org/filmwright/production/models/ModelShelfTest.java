package org.filmwright.production.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken onto the shelf of models, what is not, and what happens to files when a model goes. */
class ModelShelfTest {
    @TempDir
    private Path disk;
    private Path found;
    private ModelShelf shelf;

    @BeforeEach
    void aFolderWithAModel() throws IOException {
        found = Files.createDirectories(disk.resolve("downloads").resolve("tiny"));
        shelf = new ModelShelf(disk.resolve("models"), InstantSource.system());
        Files.write(found.resolve("model.onnx"), onnx("weights.bin", 4, 8));
        Files.write(found.resolve("weights.bin"), new byte[12]);
        Files.writeString(found.resolve("LICENSE.txt"), "Do what is right.");
    }

    @Test
    void aWholeModelIsRememberedWithSizesHashesAndLicence() throws IOException {
        Model model = imported();
        assertEquals("tiny", model.name());
        assertEquals(3, model.parts().size());
        assertEquals(Files.size(found.resolve("model.onnx")) + 12 + 17, model.bytes());
        assertEquals(Optional.of("Do what is right."), shelf.licence(model));
        assertEquals(List.of(model), new ModelShelf(shelf.folder(), InstantSource.system()).all());
        assertTrue(shelf.verify(model) instanceof Outcome.Ok);
    }

    @Test
    void removingOneThatLiesElsewhereLeavesItsFiles() {
        Model model = imported();
        assertFalse(model.ours());
        assertEquals(Outcome.ok(0L), shelf.remove(model));
        assertTrue(Files.exists(found.resolve("model.onnx")));
        assertEquals(List.of(), shelf.all());
    }

    @Test
    void removingOneInTheModelsFolderFreesItsBytes() throws IOException {
        Path inside = Files.createDirectories(shelf.folder().resolve("own"));
        Files.write(inside.resolve("model.onnx"), onnx("", 0, 0));
        Model model = shelf.importFrom(inside).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
        assertEquals(Outcome.ok(model.bytes()), shelf.remove(model));
        assertFalse(Files.exists(inside.resolve("model.onnx")));
    }

    @Test
    void aModelThatIsMovedHereIsUsedFromHereAndItsOriginalStays() {
        Model moved = shelf.move(imported(), shelf.folder()).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
        assertTrue(moved.ours());
        assertEquals(List.of(moved), shelf.all());
        assertTrue(shelf.verify(moved) instanceof Outcome.Ok);
        assertTrue(Files.exists(found.resolve("model.onnx")), "it was somebody else's");
        assertTrue(shelf.move(moved, shelf.folder()) instanceof Outcome.Failed, "it is there already");
    }

    @Test
    void aModelThatIsMovedAwayLeavesTheModelsFolder() {
        Model here = shelf.move(imported(), shelf.folder()).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
        Model away = shelf.move(here, disk.resolve("other disk")).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
        assertFalse(away.ours());
        assertFalse(Files.exists(here.folder()));
        assertTrue(shelf.verify(away) instanceof Outcome.Ok);
    }

    @Test
    void aModelThatDoesNotArriveWholeStaysWhereItWas() throws IOException {
        Model model = imported();
        Files.write(found.resolve("weights.bin"), new byte[13]);
        assertTrue(shelf.move(model, shelf.folder()) instanceof Outcome.Failed<Model>(var why)
                && why.what().contains("weights.bin of tiny"));
        assertEquals(List.of(model), shelf.all());
        assertFalse(Files.exists(shelf.folder().resolve("tiny")), "nothing half copied is left");
        Files.delete(found.resolve("weights.bin"));
        assertTrue(shelf.move(model, shelf.folder()) instanceof Outcome.Failed);
        assertFalse(Files.exists(shelf.folder().resolve("tiny")));
    }

    @Test
    void aGitLfsPointerIsNoModel() throws IOException {
        Files.writeString(found.resolve("model.onnx"), "version https://git-lfs.github.com/spec/v1\noid sha256:00\n");
        assertEquals("model.onnx is a Git LFS pointer, not the model itself: fetch it with git lfs pull."
                + " Nothing was changed.", refused());
    }

    @Test
    void aWebPageIsNoModel() throws IOException {
        Files.writeString(found.resolve("model.onnx"), "\n<!DOCTYPE html><html>404</html>");
        assertTrue(refused().startsWith("model.onnx is a web page, not a model"));
    }

    @Test
    void aFileThatWasCutOffIsNoModel() throws IOException {
        byte[] whole = onnx("weights.bin", 0, 8);
        Files.write(found.resolve("model.onnx"), Arrays.copyOf(whole, whole.length - 3));
        assertTrue(refused().contains("is cut off before its end"), refused());
        Files.write(found.resolve("model.onnx"), new byte[0]);
        assertTrue(refused().startsWith("model.onnx is empty."));
    }

    @Test
    void weightsThatAreMissingOrCutOffAreSaid() throws IOException {
        Files.write(found.resolve("weights.bin"), new byte[11]);
        assertTrue(refused().startsWith("The weights weights.bin of model.onnx are cut off."));
        Files.delete(found.resolve("weights.bin"));
        assertTrue(refused().startsWith("The weights weights.bin of model.onnx are missing."));
    }

    @Test
    void weightsOutsideTheFolderAreRefused() throws IOException {
        Files.write(disk.resolve("downloads").resolve("secret.bin"), new byte[64]);
        Files.write(found.resolve("model.onnx"), onnx("../secret.bin", 0, 8));
        assertTrue(refused().startsWith("model.onnx wants weights from outside its folder (../secret.bin)."));
        Files.write(found.resolve("model.onnx"), onnx(disk.resolve("downloads/secret.bin").toString(), 0, 8));
        assertTrue(refused().startsWith("model.onnx wants weights from outside its folder"));
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Files.write(disk.resolve("secret"), new byte[8]);
        Files.createSymbolicLink(found.resolve("extra.bin"), disk.resolve("secret"));
        assertTrue(refused().startsWith("extra.bin leads out of the folder of the model."));
    }

    @Test
    void aFolderWithoutOnnxIsRefused() throws IOException {
        Files.delete(found.resolve("model.onnx"));
        assertTrue(refused().startsWith("There is no .onnx file in tiny."));
    }

    @Test
    void theSameNameTwiceIsRefused() {
        imported();
        assertTrue(refused().startsWith("A model called tiny is here already."));
    }

    @Test
    void aFileThatChangedIsFound() throws IOException {
        Model model = imported();
        Files.write(found.resolve("weights.bin"), new byte[]{1, 2, 3});
        assertTrue(shelf.verify(model) instanceof Outcome.Failed<Model>(Failure failure)
                && failure.what().startsWith("weights.bin of tiny has changed since it was imported."));
    }

    @Test
    void itFitsWhereTwoThirdsOfTheMemoryHoldIt() {
        Model model = new Model("m", disk, true, List.of(new Model.Part("a", 60, "")), Optional.empty(),
                Optional.empty(), 0);
        assertEquals(Model.Fit.FITS, model.fit(90));
        assertEquals(Model.Fit.TIGHT, model.fit(89));
        assertEquals(Model.Fit.TOO_LARGE, model.fit(59));
    }

    private Model imported() {
        return shelf.importFrom(found).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
    }

    private String refused() {
        return shelf.importFrom(found) instanceof Outcome.Failed<Model>(Failure failure) ? failure.what() : "imported";
    }

    /** A model of one tensor, whose weights lie in another file where {@code location} names one. */
    public static byte[] onnx(String location, long offset, long length) {
        byte[] tensor = location.isEmpty()
                ? field(8, "w".getBytes(StandardCharsets.UTF_8))
                : joined(field(13, entry("location", location)), field(13, entry("offset", Long.toString(offset))),
                        field(
                                13, entry("length", Long.toString(length))));
        return joined(new byte[]{8, 9}, field(7, field(5, tensor)));
    }

    private static byte[] entry(String key, String value) {
        return joined(field(1, key.getBytes(StandardCharsets.UTF_8)), field(2, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        for (int left = content.length;; left >>>= 7) {
            out.write(left > 127 ? left & 127 | 128 : left);
            if (left <= 127) {
                break;
            }
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
