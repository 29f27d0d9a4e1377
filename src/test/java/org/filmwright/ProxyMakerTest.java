package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.filmwright.media.ProxyFiles;
import org.filmwright.media.VideoSettings;
import org.filmwright.media.VideoWriter;
import org.filmwright.ui.Fx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proxies come behind everybody, and in nobody's way. */
class ProxyMakerTest {
    private static final FrameSize SIZE = new FrameSize(320, 180);
    private static final MediaRef CLIP = new MediaRef(Digest.of("clip"), "mp4");

    @TempDir
    Path folder;
    private Path clip;
    private ProxyFiles files;

    @BeforeEach
    void film() throws IOException {
        clip = folder.resolve("clip.mp4");
        files = new ProxyFiles(folder.resolve("cache"));
        try (VideoWriter writer = VideoWriter.open(clip, new VideoSettings(SIZE, FrameRate.FILM,
                VideoSettings.Purpose.CLIP))) {
            for (int n = 0; n < 24; n++) {
                writer.write(new int[SIZE.width() * SIZE.height()]);
            }
            writer.finish();
        }
    }

    @Test
    void aProxyComesByItselfOnceNobodyWorksAnyMore() {
        try (ProxyMaker maker = new ProxyMaker(files)) {
            maker.stepChanged(step("media", StepState.RUNNING));
            maker.make(CLIP, clip);
            assertTrue(files.find(CLIP).isEmpty());
            maker.stepChanged(step("media", StepState.SUCCEEDED));
            Fx.until("the proxy is there", () -> files.find(CLIP).isPresent());
        }
    }

    @Test
    void whoeverPaintsOnACardIsNotInItsWay() {
        try (ProxyMaker maker = new ProxyMaker(files)) {
            maker.stepChanged(step("models", StepState.RUNNING));
            maker.make(CLIP, clip);
            Fx.until("the proxy is there", () -> files.find(CLIP).isPresent());
        }
    }

    @Test
    void aDamagedClipIsReadOnceAndAMissingOneIsLookedForAgain() throws IOException {
        MediaRef bad = new MediaRef(Digest.of("bad"), "mp4");
        MediaRef gone = new MediaRef(Digest.of("gone"), "mp4");
        Path damaged = Files.writeString(folder.resolve("bad.mp4"), "no video");
        Path missing = folder.resolve("gone.mp4");
        try (ProxyMaker maker = new ProxyMaker(files)) {
            maker.make(bad, damaged);
            maker.make(gone, missing);
            made(maker, "first");
            Files.copy(clip, damaged, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(clip, missing);
            maker.make(bad, damaged);
            maker.make(gone, missing);
            made(maker, "second");
            assertTrue(files.find(bad).isEmpty());
            assertTrue(files.find(gone).isPresent());
        }
    }

    /** What was asked for before was tried by then. */
    private void made(ProxyMaker maker, String name) {
        MediaRef next = new MediaRef(Digest.of(name), "mp4");
        maker.make(next, clip);
        Fx.until("the next one is there", () -> files.find(next).isPresent());
    }

    @Test
    void closedWhileOthersWorkItLeavesNothingBehind() throws IOException {
        try (ProxyMaker maker = new ProxyMaker(files)) {
            maker.stepChanged(step("cpu", StepState.RUNNING));
            maker.make(CLIP, clip);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(1, all.filter(Files::isRegularFile).count(), "the clip");
        }
    }

    private static Step step(String lane, StepState state) {
        return new Step(new StepId("step"), RunId.ofKey("a"), "shot/1", new StepSpec.Work.Task("work", lane, "{}", 1),
                Optional.empty(), 0, 0, state, 0, new Step.Tries(1, 1, 0),
                new Step.Ending(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
