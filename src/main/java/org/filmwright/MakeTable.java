package org.filmwright;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.filmwright.production.MakeReport;

/** The short table that {@code make} ends with: what was made, how long each stage took, where everything lies. */
final class MakeTable {
    private final PrintWriter out;

    MakeTable(PrintWriter out) {
        this.out = out;
    }

    void print(MakeReport report) {
        MakeReport.Film film = report.film();
        row("film", film.path());
        row("", String.format(Locale.ROOT, "%s, %d frames, %dx%d at %s fps, %s", clock(film.seconds()), film.frames(),
                film.width(), film.height(), decimal(film.fps()), film.codec()));
        row("made of", String.join(", ", counted(report.scenes(), "scene"), counted(report.shots(), "shot"),
                counted(report.takes(), "take"), counted(report.clips(), "clip")));
        row("project", report.project().toString());
        row("clips", report.project().resolve("output") + Path.of("/scene_N/video.mp4").toString());
        out.println();
        out.printf("%-10s %6s %9s %9s%n", "stage", "steps", "took", "work");
        report.stages()
                .forEach(stage -> out.printf(Locale.ROOT, "%-10s %6d %7.1f s %7.1f s%n", stage.name(),
                        stage.steps(), stage.seconds(), stage.work()));
        row("cost", cost(report.cost()));
        report.remarks().forEach(remark -> row("note", remark));
    }

    private void row(String name, String text) {
        out.printf("%-10s %s%n", name, text);
    }

    private static String clock(double seconds) {
        return String.format(Locale.ROOT, "%d:%04.1f", (int) seconds / 60, seconds % 60);
    }

    private static String cost(MakeReport.Costs cost) {
        String words = "%.2f %s".formatted(cost.amount(), cost.currency());
        return cost.amount() == 0 && cost.others().isEmpty()
                ? words + ": everything was made on this machine"
                : cost.others().stream().map(MakeTable::cost).reduce(words, (all, next) -> all + " and " + next);
    }

    private static String decimal(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : String.format(Locale.ROOT, "%.3f", number);
    }

    private static String counted(int n, String one) {
        return n + " " + one + (n == 1 ? "" : "s");
    }
}
