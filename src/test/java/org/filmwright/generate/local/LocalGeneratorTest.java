package org.filmwright.generate.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.base.Setting;
import org.filmwright.base.ShotSize;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.filmwright.engine.SettableClock;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.generate.Staging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalGeneratorTest {
    private static final Staging PIER = new Staging(
            new Staging.Place(Setting.EXT, "PIER", TimeOfDay.NIGHT, Weather.CLEAR), ShotSize.WS,
            CameraAngle.values()[0], List.of(), List.of(), "", "4-B");

    @TempDir
    private Path folder;
    private final SettableClock clock = new SettableClock();
    private final List<Painter.Order> orders = new ArrayList<>();

    /** Paints in three seconds, and says what it did. */
    private Outcome<Painter.Painted> paint(Path model, Painter.Order order, Progress progress) {
        orders.add(order);
        clock.advance(Duration.ofSeconds(3));
        Map<String, String> receipt = new LinkedHashMap<>(order.extras().receipt());
        receipt.put("steps", "4");
        receipt.put("scheduler", "EulerDiscreteScheduler");
        return Outcome.ok(new Painter.Painted(order.to(), receipt, List.of(), List.of("12 words found no room.")));
    }

    private LocalModel model() {
        return LocalModel.of("tiny", folder, Map.of("unet/model.onnx", "ab"));
    }

    private LocalGenerator generator(Easel easel) {
        return new LocalGenerator(model(), easel, clock);
    }

    private Request.Image image(long seed) {
        return new Request.Image(new Request.Words("a boat", "blur"), PIER, new FrameSize(512, 320), seed, 2, folder);
    }

    private static Failure failure(Answer answer) {
        return assertInstanceOf(Answer.Failed.class, answer).failure();
    }

    @Test
    void aPictureIsOrderedInTheWordsOfTheShot() {
        Answer.Done done = assertInstanceOf(Answer.Done.class,
                generator(this::paint).start(image(77), Progress.NONE));
        Painter.Order order = orders.getFirst();
        assertEquals("a boat", order.prompt());
        assertEquals("blur", order.negative());
        assertEquals(new FrameSize(512, 320), order.size());
        assertEquals(77, order.seed());
        assertEquals(folder, order.to().getParent());
        assertTrue(order.steps().isEmpty() && order.guidance().isEmpty() && order.start().isEmpty());
        assertEquals(new Answer.Usage(3, Optional.empty()), done.usage());
        assertEquals(order.to(), done.outputs().getFirst().file());
        assertEquals(new Region(0.35, 0.25, 0.3, 0.4), done.outputs().getFirst().subject());
    }

    @Test
    void theReceiptTellsTheOrderAndWhatTheModelDid() {
        Answer.Done done = (Answer.Done) generator(this::paint).start(image(7), Progress.NONE);
        Map<String, String> receipt = done.outputs().getFirst().receipt();
        assertEquals(List.of("Software", "generator", "version", "prompt", "negative", "seed", "take", "size",
                "staging", "slate", "parameters", "model", "steps", "scheduler"), List.copyOf(receipt.keySet()));
        assertEquals("local:tiny", receipt.get("generator"));
        assertEquals(model().version(), receipt.get("version"));
        assertEquals("4-B", receipt.get("slate"));
        assertEquals("local:tiny", orders.getFirst().extras().receipt().get("generator"), "it stands in the PNG too");
    }

    @Test
    void ofALargeSeedTheLowHalfIsUsedAndWrittenDown() {
        Answer.Done done = (Answer.Done) generator(this::paint).start(image(-1), Progress.NONE);
        assertEquals(4_294_967_295L, orders.getFirst().seed());
        assertEquals("4294967295", done.outputs().getFirst().receipt().get("seed"));
        assertTrue(done.outputs().getFirst().receipt().get("parameters").contains("Seed: 4294967295"));
    }

    @Test
    void whatAPersonShouldKnowIsTold() {
        List<String> notes = new ArrayList<>();
        generator(this::paint).start(image(7), new Progress() {
            @Override
            public void report(double fraction, String note) {
                notes.add(note);
            }

            @Override
            public void checkCancelled() {}

            @Override
            public void onCancel(Runnable action) {}
        });
        assertEquals(List.of("12 words found no room."), notes);
    }

    @Test
    void aClipIsRefused() {
        Request.Motion motion = new Request.Motion(CameraMove.STATIC, Region.WHOLE, Region.WHOLE, 24, "");
        Failure refused = failure(generator(this::paint).start(
                new Request.Clip(folder.resolve("p.png"), motion, FrameSize.HD, FrameRate.FILM, 1, folder),
                Progress.NONE));
        assertEquals("tiny paints pictures, not clips.", assertInstanceOf(Failure.Refused.class, refused).what());
        assertEquals(List.of(), orders);
    }

    @Test
    void whatThePainterRefusesIsRefused() {
        Failure failure = new Failure.Refused("It paints 512x512 only.", "Choose that.");
        assertEquals(failure,
                failure(generator((_, _, _) -> Outcome.failed(failure)).start(image(7), Progress.NONE)));
    }

    @Test
    void aModelWhoseFolderIsGoneIsToldBeforeAnythingIsStarted() {
        LocalModel gone = new LocalModel("tiny", folder.resolve("gone"), "1");
        try (LocalGenerator generator = new LocalGenerator(gone, this::paint, clock)) {
            Failure missing = failure(generator.start(image(7), Progress.NONE));
            assertTrue(missing.what().contains("no longer in"), missing.what());
            assertEquals(List.of(), orders);
        }
    }

    @Test
    void otherFilesAreAnotherVersionWhereverTheyLie() throws IOException {
        Path one = Files.createDirectories(folder.resolve("a/tiny"));
        Files.writeString(one.resolve("model.onnx"), "weights");
        Path two = Files.createDirectories(folder.resolve("b/tiny"));
        Files.writeString(two.resolve("model.onnx"), "weights");
        LocalModel first = LocalModel.read(one);
        assertEquals("tiny", first.name());
        assertEquals(12, first.version().length());
        assertEquals(first.version(), LocalModel.read(two).version());
        Files.writeString(two.resolve("model.onnx"), "Weights");
        assertNotEquals(first.version(), LocalModel.read(two).version());
        assertEquals(new Generator.Descriptor("local:tiny", "tiny", first.version(), "gpu"),
                new LocalGenerator(first, this::paint, clock).describe());
    }
}
