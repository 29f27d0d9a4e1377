package org.filmwright.generate.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.Graph;
import org.filmwright.generate.local.sample.SampleModel;
import org.filmwright.generate.onnx.Signature.Dimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an ONNX file says of itself is read without loading it, and is what the runtime then finds in it. */
class OnnxFileTest {
    @TempDir
    Path disk;

    private Signature read(Path file) throws IOException {
        return assertInstanceOf(OnnxFile.Look.Whole.class, OnnxFile.at(file)).signature();
    }

    @Test
    void namesTypesAndShapesAreRead() throws IOException {
        SampleModel.of(Family.SD).times(Element.LONG, 1).write(disk);
        Signature unet = read(disk.resolve("unet/model.onnx"));
        assertEquals(OptionalLong.of(17), unet.opset());
        assertEquals(List.of("sample", "timestep", "encoder_hidden_states"),
                unet.inputs().stream().map(Signature.Value::name).toList());
        Signature.Value sample = unet.input("sample").orElseThrow();
        assertEquals(Signature.Element.FLOAT, sample.element());
        assertEquals(Optional.of(List.of(new Dimension(-1, "batch_size"), new Dimension(4, ""), new Dimension(-1,
                "height"), new Dimension(-1, "width"))), sample.shape());
        assertEquals("[batch_size, 4, height, width]", sample.spoken());
        assertEquals(Signature.Element.LONG, unet.input("timestep").orElseThrow().element());
        assertEquals(1, unet.input("timestep").orElseThrow().rank().orElseThrow());
        assertEquals(8, unet.input("encoder_hidden_states").orElseThrow().last());
        assertEquals(1, unet.outputs().size());
    }

    @Test
    void aScalarHasAShapeAndAnInputWithoutOneHasNone() throws IOException {
        SampleModel.of(Family.SD).write(disk);
        Signature unet = read(disk.resolve("unet/model.onnx"));
        assertEquals(Optional.of(List.of()), unet.input("timestep").orElseThrow().shape());
        // graph { input { name: "x" type { tensor_type { elem_type: FLOAT } } } }
        Signature.Value open = read(bytes("3a0b5a090a01781204 0a020801")).input("x").orElseThrow();
        assertEquals(Optional.empty(), open.shape());
        assertEquals("of no declared shape", open.spoken());
    }

    @Test
    void weightsThatOldFilesListAmongTheInputsAreNone() throws IOException {
        // graph { initializer { name: "w" } input { name: "w" } input { name: "x" } }
        Signature old = read(bytes("3a0f 2a03420177 5a030a0177 5a030a0178"));
        assertEquals(List.of("x"), old.inputs().stream().map(Signature.Value::name).toList());
        assertEquals(OptionalLong.empty(), old.opset());
    }

    @Test
    void operatorsOfOthersDoNotCountAsItsOpset() throws IOException {
        // opset_import { domain: "com.microsoft" version: 99 }, opset_import { version: 18 }
        assertEquals(OptionalLong.of(18), read(bytes("3a00 4211 0a0d636f6d2e6d6963726f736f6674 1063 42021012"))
                .opset());
    }

    @Test
    void theNewestOpsetIsTheNewestThatTheRuntimeTakes() throws Exception {
        load(OnnxFolder.NEWEST_OPSET);
        assertThrows(OrtException.class, () -> load(OnnxFolder.NEWEST_OPSET + 1));
    }

    @Test
    void aModelOfANewerOpsetIsToldSo() throws IOException {
        ofOpset(OnnxFolder.NEWEST_OPSET + 1);
        assertEquals("model.onnx is written in opset " + (OnnxFolder.NEWEST_OPSET + 1) + " of ONNX, and models are"
                + " computed here up to opset " + OnnxFolder.NEWEST_OPSET + ".",
                new OnnxFolder(disk.toRealPath()).wrong().orElseThrow().what());
        ofOpset(OnnxFolder.NEWEST_OPSET);
        assertTrue(new OnnxFolder(disk.toRealPath()).wrong().isEmpty());
    }

    private void load(int opset) throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                OrtSession session = environment.createSession(ofOpset(opset).toString(), options)) {
            assertEquals(1, session.getNumInputs());
        }
    }

    /** A graph that gives what it takes. */
    private Path ofOpset(int opset) throws IOException {
        Graph graph = new Graph("same");
        graph.output("y", graph.input("x", Element.FLOAT, 1), Element.FLOAT, 1).write(disk.resolve("model.onnx"));
        byte[] bytes = Files.readAllBytes(disk.resolve("model.onnx"));
        bytes[bytes.length - 1] = (byte) opset; // the file ends with its opset
        return Files.write(disk.resolve("model.onnx"), bytes);
    }

    private Path bytes(String hex) throws IOException {
        return Files.write(disk.resolve("model.onnx"), HexFormat.of().parseHex(hex.replace(" ", "")));
    }
}
