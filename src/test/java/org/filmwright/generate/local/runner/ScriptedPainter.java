package org.filmwright.generate.local.runner;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Painter;

/**
 * A model that does what the prompt says, word by word: {@code step half full}. A word in brackets counts only for a
 * picture that is not decoded in tiles.
 */
final class ScriptedPainter implements Painter {
    private final CountDownLatch never = new CountDownLatch(1);

    /** The program of a process with such a model. */
    public static void main(String[] arguments) {
        RunnerProcess.live(ScriptedPainter::load);
    }

    static Outcome<Painter> load(Loader.Setup setup) {
        return setup.model().endsWith("broken")
                ? Outcome.failed(new Failure.Misconfigured("The model is broken.", "Import it again."))
                : Outcome.ok(new ScriptedPainter());
    }

    @Override
    public Outcome<Painted> paint(Order order, Progress progress) {
        int step = 0;
        for (String word : order.prompt().split(" ")) {
            if (!word.startsWith("[")) {
                act(word, order, progress);
            } else if (order.extras().tiles().isEmpty()) {
                act(word.replaceAll("[\\[\\]]", ""), order, progress);
            }
            progress.checkCancelled();
            progress.report(.01 * ++step, word);
        }
        ScriptedChild.write(order.to());
        return Outcome.ok(Orders.painted(order.to()));
    }

    private void act(String word, Order order, Progress progress) {
        switch (word) {
            case "wait" -> untilCancelled(progress);
            case "stubborn" -> await(never);
            case "half" -> half(order);
            case "spawn" -> progress.report(0, "pid " + spawn());
            case "noise" -> print("half a line of native code ");
            case "full" -> fill();
            case "direct" -> throw new OutOfMemoryError("Cannot reserve 9 bytes of direct buffer memory");
            case "library" -> throw new UnsatisfiedLinkError("no onnxruntime in java.library.path");
            case "exit" -> Runtime.getRuntime().halt(134);
            default -> progress.report(0, "painting " + word);
        }
    }

    private static void untilCancelled(Progress progress) {
        CountDownLatch cancelled = new CountDownLatch(1);
        progress.onCancel(cancelled::countDown);
        progress.report(0, "waiting");
        await(cancelled);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long spawn() {
        try {
            return new ProcessBuilder("sleep", "600").start().pid();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void half(Order order) {
        try {
            Files.writeString(order.to(), "half a pict");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(String words) {
        try {
            OutputStream out = new FileOutputStream(FileDescriptor.out);
            out.write(words.getBytes(StandardCharsets.UTF_8));
            out.flush();
            System.out.println("words of Java");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill() {
        List<long[]> more = new ArrayList<>();
        while (more.size() < Integer.MAX_VALUE) {
            more.add(new long[1 << 20]);
        }
    }

    @Override
    public void close() {
        never.countDown();
    }
}
