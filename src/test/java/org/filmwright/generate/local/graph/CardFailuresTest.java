package org.filmwright.generate.local.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.Test;

/** What the runtime says of a card (texts as it prints them), and what a person reads. */
class CardFailuresTest {
    private static Failure.Misconfigured told(String text) {
        Failure failure = OrtFailures.of("reading unet/model.onnx", new OrtException(text));
        assertTrue(CardFailures.isOfCard(failure), failure::what);
        return assertInstanceOf(Failure.Misconfigured.class, failure);
    }

    @Test
    void aLibraryThatIsMissingIsNamedWithWhatToInstall() {
        Failure.Misconfigured cublas = told(
                "Error code - ORT_FAIL - message: /onnxruntime/core/session/provider_bridge_ort.cc:2193 "
                        + "onnxruntime::Provider& onnxruntime::ProviderLibrary::Get() [ONNXRuntimeError] : 1 : FAIL : Failed to load"
                        + " library libonnxruntime_providers_cuda.so with error: libcublasLt.so.12: cannot open shared object"
                        + " file: No such file or directory");
        assertEquals("The graphics card cannot be used: libcublasLt.so.12 is missing.", cublas.what());
        assertEquals("Install CUDA 12 and cuDNN 9, or paint on the processor.", cublas.remedy());
        assertEquals("Install the driver of the card, or paint on the processor.", told(
                "Failed to load library libonnxruntime_providers_cuda.so with error: libcuda.so.1: cannot open shared"
                        + " object file")
                .remedy());
        assertEquals("The graphics card cannot be used.", told(
                "LoadLibrary failed with error 126 \"\" when trying to load \"C:\\rt\\onnxruntime_providers_cuda.dll\"")
                .what());
    }

    @Test
    void aDriverThatIsTooOldOrFindsNoCardIsTold() {
        assertEquals("The graphics card cannot be used: its driver is too old for CUDA 12.", told(
                "CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version ; GPU=-1 ; hostname=a")
                .what());
        assertEquals("The graphics card cannot be used: the driver finds no such card.", told(
                "CUDA failure 100: no CUDA-capable device is detected ; GPU=0 ; hostname=a ; file=x").what());
        assertEquals("The graphics card cannot be used: the driver finds no such card.", told(
                "CUDA failure 101: invalid device ordinal ; GPU=3").what());
    }

    @Test
    void aCardThatIsLostInMidStepIsTold() {
        Failure.Misconfigured lost = told("Non-zero status code returned while running Conv node. CUDA failure 999:"
                + " unknown error ; GPU=0 ; hostname=a ; expr=cudaEventRecord");
        assertEquals("The graphics card cannot be used any more: it stopped with \"unknown error\".", lost.what());
        assertTrue(lost.remedy().contains("driver") && lost.remedy().contains("processor"), lost.remedy());
    }

    @Test
    void memoryThatRanOutIsNoFailureOfTheCard() {
        Failure full = OrtFailures.of("painting", new OrtException("CUDA failure 2: out of memory ; GPU=0"));
        assertEquals("memory", assertInstanceOf(Failure.Exhausted.class, full).resource());
        assertFalse(CardFailures.isOfCard(full));
        assertFalse(CardFailures.isOfCard(OrtFailures.of("painting", new OrtException(
                "file_length 7 out of bounds or can not be read in full"))));
    }
}
