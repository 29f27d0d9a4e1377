package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.filmwright.base.FrameSize;
import org.filmwright.production.models.Devices;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.StudioSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What models hold of this machine is seen while they hold it, and given back at one press. */
class DevicesTest {
    private final SampleDevices devices = new SampleDevices();

    private TestStudio studio(TestStudio studio) {
        studio.script().devices = devices;
        Fx.run(() -> studio.window().open(SampleProject.whole()));
        studio.settle();
        return studio;
    }

    private void become(TestStudio studio, Devices.Device... now) {
        devices.become(now);
        Fx.run(() -> {});
        studio.settle();
    }

    @Test
    void theChipTellsWhatIsHeldAndIsGoneWhereNothingIs() {
        try (TestStudio studio = studio(new TestStudio())) {
            assertFalse(studio.seen("chip-devices"));
            become(studio, SampleDevices.BUSY);
            assertEquals("CPU 3.1/25.2 GB", studio.text("chip-devices"));
            become(studio, SampleDevices.IDLE);
            assertEquals("GPU 18.0/24.0 GB", studio.text("chip-devices"));
            become(studio, SampleDevices.IDLE, SampleDevices.OUT);
            assertEquals("GPU 18.0/40.0 GB · 1 out", studio.text("chip-devices"));
            become(studio, SampleDevices.EMPTY);
            assertFalse(studio.seen("chip-devices"));
        }
    }

    @Test
    void itLeadsToTheModelsWhereEachDeviceSaysWhatItHolds() {
        try (TestStudio studio = studio(new TestStudio())) {
            become(studio, SampleDevices.IDLE, SampleDevices.OUT);
            studio.fire("chip-devices");
            assertTrue(studio.seen("models-list") || studio.seen("devices"));
            String said = studio.said("#devices .label");
            assertTrue(said.contains("flux-dev")
                    && said.contains("on NVIDIA RTX 4090 · 18.0 of 24.0 GB held · 12 pictures painted"), said);
            assertTrue(said.contains("Tesla T4") && said.contains("unknown error"), said);
        }
    }

    @Test
    void theMemoryIsGivenBackAtOnePress() {
        try (TestStudio studio = studio(new TestStudio())) {
            studio.show(Scope.MODELS);
            assertFalse(studio.seen("devices"));
            become(studio, SampleDevices.IDLE);
            studio.fire("models-free");
            Fx.until("the memory is given back", () -> devices.freed.get() == 1);
            Fx.until("nothing is held", () -> !studio.seen("devices"));
        }
    }

    @Test
    void whereAPictureIsPaintedItIsSaidThatItsMemoryStays() {
        devices.busy = 1;
        try (TestStudio studio = studio(new TestStudio())) {
            studio.show(Scope.MODELS);
            become(studio, SampleDevices.BUSY);
            studio.fire("models-free");
            Fx.until("it is said", () -> studio.said(".label").contains("its memory stays until it is done"));
        }
    }

    @Test
    void nobodyIsAskedWhileNothingHappensAndNobodyListensToAClosedProject() {
        try (TestStudio studio = studio(new TestStudio())) {
            int before = devices.asked.get();
            studio.show(Scope.IMAGES);
            studio.show(Scope.MODELS);
            assertEquals(before, devices.asked.get());
            assertEquals(1, devices.listeners());
            Fx.run(() -> studio.window().open(SampleProject.planned()));
            studio.settle();
            assertEquals(1, devices.listeners());
        }
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 1", "LIGHT, 2"})
    void theRowsAreDrawn(Theme theme, double scale) throws IOException {
        try (TestStudio studio = studio(new TestStudio(new FrameSize(1920, 1080), theme, scale))) {
            studio.show(Scope.MODELS);
            become(studio, SampleDevices.IDLE, SampleDevices.OUT, SampleDevices.BUSY);
            StudioSnapshots.write(studio.window(),
                    Path.of("target", "screenshots", "devices-" + theme.name()
                            .toLowerCase(
                                    Locale.ROOT)
                            + "-" + (int) scale + ".png"));
        }
    }
}
