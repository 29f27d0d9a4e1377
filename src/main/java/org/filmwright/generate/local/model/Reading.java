package org.filmwright.generate.local.model;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.onnx.OnnxFolder;

/** Reads a folder that a stranger filled: whatever is wrong with it becomes a refusal that names the file. */
record Reading(Path asked) {
    private static final List<String> WEIGHTS_OF_PYTHON = List.of(".safetensors", ".ckpt", ".pt", ".pth", ".bin",
            ".gguf");

    /** What is made of a folder, its real path, whose ONNX files are whole. */
    interface Look<T> {
        T at(Path folder) throws IOException, Unusable;
    }

    <T> Outcome<T> with(Look<T> look) {
        try {
            Path folder = asked.toRealPath();
            refuseWhatIsNoOnnx(folder);
            Optional<Failure.Refused> wrong = new OnnxFolder(folder).wrong();
            return wrong.isPresent() ? Outcome.failed(wrong.get()) : Outcome.ok(look.at(folder));
        } catch (Unusable unusable) {
            return Outcome.failed(unusable.why());
        } catch (NoSuchFileException absent) {
            return Outcome.failed(new Failure.Refused(name(absent) + " is not there.",
                    "Choose the folder of the model again."));
        } catch (FileSystemException closed) {
            return Outcome.failed(new Failure.Refused(name(closed) + " cannot be read.",
                    "Check that you may read it, then try again."));
        } catch (IOException broken) {
            return Outcome.failed(new Failure.Refused(asked.getFileName() + " cannot be read: " + broken.getMessage(),
                    "Check the disk, then try again."));
        }
    }

    private String name(FileSystemException about) {
        Path file = Path.of(about.getFile());
        return file.startsWith(asked) && !file.equals(asked) ? asked.relativize(file).toString() : about.getFile();
    }

    private static void refuseWhatIsNoOnnx(Path folder) throws IOException, Unusable {
        if (!Files.isDirectory(folder)) {
            throw new Unusable(folder.getFileName() + " is no folder.",
                    "Choose the folder that holds the parts of the model.");
        }
        List<String> names = OnnxFolder.files(folder)
                .stream()
                .map(file -> file.toString().toLowerCase(Locale.ROOT))
                .toList();
        Optional<String> python = names.stream()
                .filter(name -> WEIGHTS_OF_PYTHON.stream().anyMatch(name::endsWith))
                .findFirst();
        if (python.isPresent() && names.stream().noneMatch(name -> name.endsWith(".onnx"))) {
            throw new Unusable(folder.getFileName() + " holds weights for Python ("
                    + Path.of(python.get()).getFileName() + "), and no .onnx file.",
                    "Only ONNX can be used: choose an ONNX export of this model.");
        }
    }
}
