package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.FrameSize;
import org.filmwright.export.FilmSpec;
import org.filmwright.timeline.Cut;

/** The program whose memory {@code bench export} measures: it exports a film of so many minutes, says its peak, and ends. */
final class ExportProbe {
    /** The heap is all there from the first moment, and nobody compiles late: what grows is what the film makes grow. */
    private static final List<String> HEAP = List.of("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final String FIGURE = "figure peak ";

    private ExportProbe() {}

    /** @param arguments folder of a reel, width, height, minutes */
    public static void main(String[] arguments) throws IOException {
        BenchReel reel = new BenchReel(Path.of(arguments[0]),
                new FrameSize(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
        int frames = 60 * Integer.parseInt(arguments[3]) * 24;
        int shots = 1;
        while (reel.cut(shots).frames() < frames) {
            shots += Math.max(1, shots / 8);
        }
        Cut cut = reel.cut(shots);
        BenchExport.export(reel, cut, new FilmSpec(cut.size(), FilmSpec.whole(cut, false).quality(), 0, frames, false));
        System.out.println(FIGURE + peakKilobytes());
    }

    /** The most memory that this process ever had (VmHWM of proc(5)). */
    private static long peakKilobytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status"))
                .stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    /** Exports in a process of its own. @return the most memory that it had, in MB */
    static double peak(Path folder, FrameSize size, int minutes) throws IOException, InterruptedException {
        if (!Files.isReadable(Path.of("/proc/self/status"))) {
            throw CommandFailed.refused("The memory of a process can only be measured on Linux.",
                    "Run this bench there.");
        }
        List<String> command = new ArrayList<>(StartCache.program());
        command.removeIf(option -> option.startsWith("-Xm"));
        command.addAll(1, HEAP);
        command.addAll(List.of(ExportProbe.class.getName(), folder.toString(), Integer.toString(size.width()),
                Integer.toString(size.height()), Integer.toString(minutes)));
        Process child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> said = child.inputReader().lines().toList();
        child.waitFor();
        return said.stream()
                .filter(line -> line.startsWith(FIGURE))
                .mapToDouble(line -> Double.parseDouble(line.substring(FIGURE.length())) / 1000)
                .findFirst()
                .orElseThrow(() -> CommandFailed.refused("The export that was to be measured did not end well.",
                        "Run filmwright doctor, then the bench again."));
    }
}
