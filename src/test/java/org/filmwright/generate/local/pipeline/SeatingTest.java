package org.filmwright.generate.local.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.graph.Device;
import org.filmwright.generate.local.graph.PaintFailed;
import org.filmwright.generate.local.model.MemoryPlan;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.model.Speeds;
import org.filmwright.generate.local.sample.Family;
import org.filmwright.generate.local.sample.SampleModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeatingTest {
    private static final FrameSize PICTURE = new FrameSize(512, 512);
    private static final long GB = 1_000_000_000;

    @TempDir
    Path folder;
    private Speeds speeds = Speeds.forgetful();

    @Test
    void whatCannotFitIsRefusedBeforeAnythingIsLoadedWithWhatWould() throws IOException {
        PaintFailed failed = assertThrows(PaintFailed.class, () -> sessions(0, 1 << 20, false).seat(PICTURE));
        Failure.Exhausted failure = (Failure.Exhausted) failed.failure();
        assertEquals("memory", failure.resource());
        assertTrue(failure.what().contains("It needs") && failure.what().contains("without a graphics card"), failure
                .what());
    }

    @Test
    void aRoomyMachineKeepsTheModelAndAFrugalOneDoesNot() throws Exception {
        assertTrue(sessions(0, 64 * GB, false).seat(PICTURE).stays(Role.DENOISER));
        assertEquals(false, sessions(0, 64 * GB, true).seat(PICTURE).stays(Role.DENOISER));
    }

    @Test
    void withACardTheModelSitsOnIt() throws Exception {
        Seating seating = sessions(24 * GB, 64 * GB, false).seat(PICTURE);
        assertEquals("cuda:0", seating.device(Role.DENOISER).id());
        assertEquals(MemoryPlan.Way.ALL_RESIDENT, seating.plan().way());
    }

    @Test
    void aSmallerPictureKeepsItsSeatsAndALargerOneIsPlannedAnew() throws Exception {
        Sessions sessions = sessions(0, 64 * GB, false);
        Seating first = sessions.seat(PICTURE);
        assertSame(first, sessions.seat(new FrameSize(256, 512)));
        assertNotSame(first, sessions.seat(new FrameSize(1024, 512)));
    }

    private Sessions sessions(long vram, long ram, boolean frugal) throws IOException {
        ModelFolder model = Studio.value(ModelFolder.read(SampleModel.of(Family.FLUX).write(folder.resolve("model"))));
        Device device = vram == 0 ? Device.CPU : new Device.Cuda(0);
        return new Sessions(Studio.value(Timing.of(model, speeds)), device, frugal,
                any -> new MemoryPlan.Room(vram, ram));
    }
}
