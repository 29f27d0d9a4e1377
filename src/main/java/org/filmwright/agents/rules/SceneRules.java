package org.filmwright.agents.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.filmwright.agents.rules.Rulebook.Said;
import org.filmwright.agents.rules.Rulebook.Script;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** What scenes are made of: places, people, things, time. */
final class SceneRules {
    /** Shots shorter than this on average are felt as quick, longer than the other as slow, in seconds. */
    private static final double QUICK = 2.8;
    private static final double SLOW = 4.5;

    private SceneRules() {}

    record Scenes(List<Row> scenes) {
        record Row(int number, String heading, String location, String setting, String time, String summary,
                List<String> characters, List<String> props, int words, double seconds) {}
    }

    static Said scenes(Script script) {
        List<Scenes.Row> rows = asked(script).stream().map(scene -> row(script.plan(), scene)).toList();
        return new Said(new Scenes(rows), 0.9,
                List.of("The summaries are the first thing that happens, in the words of the script."));
    }

    private static Scenes.Row row(ShotPlan plan, Scene scene) {
        List<Shot> shots = plan.shotsOf(scene);
        String summary = shots.isEmpty() ? scene.heading() : Lines.shortened(shots.getFirst().content().action(), 600);
        return new Scenes.Row(scene.number(), scene.heading(), location(scene), setting(scene),
                scene.place().time().name(), summary, scene.characters(),
                shots.stream().flatMap(shot -> shot.content().props().stream()).distinct().toList(),
                scene.length().words(), scene.length().seconds());
    }

    record Locations(List<Row> locations) {
        record Row(String name, List<String> settings, List<String> times, List<Integer> scenes, double seconds) {}
    }

    static Said locations(Script script) {
        Map<String, List<Scene>> places = new LinkedHashMap<>();
        asked(script).forEach(
                scene -> places.computeIfAbsent(location(scene), any -> new ArrayList<>()).add(scene));
        List<Locations.Row> rows = places.entrySet()
                .stream()
                .map(each -> new Locations.Row(each.getKey(),
                        each.getValue().stream().map(SceneRules::setting).distinct().toList(),
                        each.getValue().stream().map(scene -> scene.place().time().name()).distinct().toList(),
                        each.getValue().stream().map(Scene::number).toList(),
                        tenths(each.getValue().stream().mapToDouble(scene -> scene.length().seconds()).sum())))
                .toList();
        return new Said(new Locations(rows), 0.95, List.of());
    }

    record Props(List<Row> props) {
        record Row(String name, List<Integer> scenes, List<String> shots) {}
    }

    static Said props(Script script) {
        Map<String, List<Shot>> things = new LinkedHashMap<>();
        script.plan()
                .shots()
                .stream()
                .filter(shot -> script.asks(shot.scene()))
                .forEach(shot -> shot.content()
                        .props()
                        .forEach(prop -> things.computeIfAbsent(prop.toUpperCase(Locale.ROOT), any -> new ArrayList<>())
                                .add(shot)));
        List<Props.Row> rows = things.entrySet()
                .stream()
                .map(each -> new Props.Row(each.getKey(),
                        List.copyOf(new TreeSet<>(each.getValue().stream().map(Shot::scene).toList())),
                        each.getValue().stream().map(Shot::label).toList()))
                .toList();
        return new Said(new Props(rows), 0.8,
                List.of("Only things in capitals, or named as handled, are found; set dressing is not."));
    }

    record Pacing(double totalSeconds, double averageShot, List<Row> scenes, List<String> notes) {
        record Row(int number, String heading, double seconds, int shots, double averageShot, String tempo) {}
    }

    static Said pacing(Script script) {
        ShotPlan plan = script.plan();
        List<Pacing.Row> rows = asked(script).stream().map(scene -> tempo(plan, scene)).toList();
        double total = rows.stream().mapToDouble(Pacing.Row::seconds).sum();
        int shots = rows.stream().mapToInt(Pacing.Row::shots).sum();
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Pacing.Row row = rows.get(i);
            if (rows.size() > 2 && row.seconds() > 0.5 * total) {
                notes.add("Scene " + row.number() + " takes more than half of the film.");
            }
            if (i >= 2 && !row.tempo().equals("steady") && row.tempo().equals(rows.get(i - 1).tempo())
                    && row.tempo().equals(rows.get(i - 2).tempo())) {
                notes.add("Scenes " + (row.number() - 2) + " to " + row.number() + " are all " + row.tempo()
                        + ": a change of tempo would be felt here.");
            }
        }
        return new Said(new Pacing(tenths(total), tenths(total / Math.max(1, shots)), rows, notes), 0.8,
                List.of("Lengths are estimates from words; how a scene is played is not in them."));
    }

    private static Pacing.Row tempo(ShotPlan plan, Scene scene) {
        List<Shot> shots = plan.shotsOf(scene);
        double seconds = shots.stream().mapToDouble(Shot::seconds).sum();
        double average = seconds / Math.max(1, shots.size());
        String tempo = average < QUICK ? "quick" : average > SLOW ? "slow" : "steady";
        return new Pacing.Row(scene.number(), scene.heading(), tenths(seconds), shots.size(), tenths(average), tempo);
    }

    private static List<Scene> asked(Script script) {
        return script.plan().scenes().stream().filter(scene -> script.asks(scene.number())).toList();
    }

    /** A heading may name no place. */
    private static String location(Scene scene) {
        return scene.place().location().isBlank() ? scene.heading() : scene.place().location();
    }

    private static String setting(Scene scene) {
        return scene.place().setting().name().replace('_', '/');
    }

    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
