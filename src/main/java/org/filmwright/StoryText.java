package org.filmwright;

import java.io.PrintWriter;
import java.util.Locale;
import org.filmwright.story.Bible;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.Line;
import org.filmwright.story.Person;
import org.filmwright.story.Scene;
import org.filmwright.story.Screenplay;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** What the {@code story} commands print for people. */
final class StoryText {
    private static final int WIDTH = 100;
    private final PrintWriter out;

    StoryText(PrintWriter out) {
        this.out = out;
    }

    void show(Screenplay screenplay, ShotPlan plan) {
        out.println(plan.title());
        screenplay.titlePage()
                .entries()
                .stream()
                .filter(entry -> !entry.key().equalsIgnoreCase("title"))
                .forEach(entry -> out.printf("  %-12s %s%n", entry.key(), String.join(" / ", entry.values())));
        heading("SCRIPT");
        screenplay.elements().forEach(this::element);
        scenes(plan);
        cast(plan, screenplay);
        if (!screenplay.warnings().isEmpty()) {
            heading("WARNINGS");
            screenplay.warnings().forEach(w -> out.printf("  line %-5d %s%n", w.line(), w.message()));
        }
    }

    void bible(Bible bible) {
        for (Bible.Kind kind : Bible.Kind.values()) {
            if (kind != Bible.Kind.WORLD || !bible.of(kind).isEmpty()) {
                heading(kind == Bible.Kind.WORLD ? "WORLD" : kind + "S  " + bible.of(kind).size());
                bible.of(kind).forEach(this::entry);
            }
        }
    }

    private void entry(Bible.Entry entry) {
        out.printf("  %-16s %s%n", entry.name(), clipped(entry.descriptor(), WIDTH - 19));
        if (!entry.scenes().isEmpty()) {
            out.printf("  %-16s scenes %s%n", "", entry.scenes().toString().replaceAll("[\\[\\]]", ""));
        }
        entry.facts()
                .stream()
                .filter(fact -> fact.topic() != Bible.Topic.DETAIL)
                .forEach(fact -> out.printf("%6s  scene %-3d %-9s %s%n", fact.line() == 0 ? "" : fact.line(),
                        fact.scene(), fact.topic().name().toLowerCase(Locale.ROOT),
                        fact.words().isEmpty() ? "no longer" : clipped(fact.words(), WIDTH - 30)));
    }

    private void element(Element element) {
        String detail = switch (element.detail()) {
            case Element.SceneNumber(String number) -> "#" + number + "# ";
            case Element.Cue(var extension, boolean dual) -> extension.map(words -> "(" + words + ") ").orElse("")
                    + (dual ? "^ " : "");
            case Element.Depth(int depth) -> "#".repeat(depth) + " ";
            case Element.Detail _ -> "";
        };
        String name = element.type().word().replace('_', ' ');
        String text = element.text().replace("\n", " / ");
        boolean cue = element.type() == ElementType.CHARACTER;
        out.printf("%6d  %-14s %s%n", element.line(), name,
                clipped(cue ? text + " " + detail : detail + text, WIDTH - 23));
    }

    private void scenes(ShotPlan plan) {
        double seconds = plan.scenes().stream().mapToDouble(scene -> scene.length().seconds()).sum();
        heading("SCENES  " + plan.scenes().size() + ", about " + clock(seconds));
        for (Scene scene : plan.scenes()) {
            out.printf("%6d  %-14s %-38s %4.0f s  %4d words  %s%n", scene.line(), "scene " + scene.label(),
                    clipped(scene.heading(), 38), scene.length().seconds(), scene.length().words(),
                    String.join(", ", scene.characters()));
        }
    }

    private void cast(ShotPlan plan, Screenplay screenplay) {
        heading("CHARACTERS  " + plan.cast().size());
        for (Person person : plan.cast()) {
            long cues = screenplay.elements()
                    .stream()
                    .filter(e -> e.type() == ElementType.CHARACTER && e.plain().equalsIgnoreCase(person.name()))
                    .count();
            out.printf("        %-14s %2d speeches  %s%n", person.name(), cues, person.description());
        }
    }

    void plan(ShotPlan plan) {
        out.printf("%s: %d shots, %s, %.1f s a shot%n", plan.title(), plan.shots().size(), clock(plan.seconds()),
                plan.seconds() / Math.max(1, plan.shots().size()));
        for (Scene scene : plan.scenes()) {
            heading(scene.label() + "  " + scene.heading() + "  ("
                    + scene.place().time().name().toLowerCase(Locale.ROOT)
                    + ", " + scene.place().weather().name().toLowerCase(Locale.ROOT) + ")");
            plan.shotsOf(scene).forEach(this::shot);
        }
    }

    private void shot(Shot shot) {
        out.printf("  %-6s %4.1f s  %-6s %-17s %-12s %s%n", shot.label(), shot.seconds(), shot.framing().size(),
                shot.framing().angle().words(), shot.camera().move().word(),
                String.join(", ", shot.content().people()));
        out.println("          " + clipped(shot.content().action(), WIDTH - 10));
        for (Line line : shot.content().lines()) {
            String manner = line.manner().isEmpty() ? "" : " (" + line.manner() + ")";
            out.println("          " + line.speaker() + manner + ": " + clipped(line.text(), WIDTH - 30));
        }
        out.println("          why: " + shot.framing().why() + "; " + shot.camera().reason());
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : "%d min %02d s".formatted(whole / 60, whole % 60);
    }

    private static String clipped(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "\u2026";
    }
}
