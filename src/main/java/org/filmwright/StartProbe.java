package org.filmwright;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.filmwright.ui.fx.Offstage;
import org.filmwright.ui.shell.BareWindow;
import org.filmwright.ui.shell.FrameProbe;
import org.filmwright.ui.shell.Studio;
import org.filmwright.ui.shell.StudioWindow;

/** The program {@code bench start} starts: the studio, or a bare window, that prints its figures and ends. */
final class StartProbe {
    private StartProbe() {}

    /** @param arguments {@code bare}, or {@code studio} and a folder for settings and projects */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments[0].equals("bare")) {
            BareWindow.show();
            print("layout", sinceStart().toMillis());
            print("cpu", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis());
            System.exit(ExitCode.DONE);
        }
        Studio.launch(new Studio.Start(Optional.empty(), Optional.empty(), Path.of(arguments[1]),
                Path.of(arguments[1]).resolve("log"), Filmwright.VERSION), new StudioDesk(),
                StartProbe::laidOut);
    }

    private static void laidOut(StudioWindow window) {
        print("layout", sinceStart().toMillis());
        print("cpu", ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis());
        Offstage.threads("probe").newThread(() -> measure(window)).start();
    }

    private static void measure(StudioWindow window) {
        FrameProbe.Figures figures = FrameProbe.measure(window);
        print("stall", figures.stall().toMillis());
        print("theme", figures.theme().toMillis());
        print("scale", figures.scale().toMillis());
        print("workspace", figures.workspace().toMillis());
        print("pulses", figures.idlePulses());
        print("heap", figures.heap() >> 20);
        System.exit(ExitCode.DONE);
    }

    private static Duration sinceStart() {
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        return Duration.between(started, Instant.now());
    }

    private static void print(String figure, long value) {
        PrintStream out = System.out;
        out.println("figure " + figure + " " + value);
        out.flush();
    }
}
