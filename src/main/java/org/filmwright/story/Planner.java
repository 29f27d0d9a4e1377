package org.filmwright.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.filmwright.base.ShotId;
import org.filmwright.base.ShotSize;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.filmwright.story.Draft.Kind;

/** Makes scenes and shots out of a screenplay by rule; the same script and seed give the same plan. */
public final class Planner {
    /** Air at each end of a scene, in seconds; with the least lengths below it makes up the 2 s of film.md 1.3. */
    private static final double AIR = 0.6;
    /** A sentence without end does not hold one picture longer than this, in seconds; speech is never cut short. */
    private static final double LONGEST = 10;

    private final long seed;
    private final List<SceneText> texts;
    private final Cast cast;
    private final List<Scene> scenes = new ArrayList<>();
    private final List<Shot> shots = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private final Map<String, Integer> sameHeadings = new HashMap<>();
    private boolean rightwards;

    private Planner(Screenplay screenplay, long seed) {
        this.seed = seed;
        this.texts = SceneText.of(screenplay);
        this.cast = new Cast(texts);
    }

    /** The whole film: scenes, shots and cast. A screenplay without scenes gives a plan without shots. */
    public static ShotPlan plan(Screenplay screenplay, long seed) {
        Planner planner = new Planner(screenplay, seed);
        planner.texts.forEach(planner::scene);
        return new ShotPlan(screenplay.titlePage().title().orElse("Untitled"), seed, planner.scenes, planner.shots,
                Conditions.of(planner.shots, planner.cast));
    }

    private void scene(SceneText text) {
        HeadingText heading = HeadingText.of(text.heading());
        Place place = place(text, heading);
        SplittableRandom chance = new SplittableRandom(seed * 31 + place.location().hashCode());
        boolean chosen = chance.nextBoolean();
        rightwards = heading.goesOn() && !scenes.isEmpty() ? rightwards : chosen;
        boolean newPlace = places.add(place.setting() + place.location());
        List<Draft> drafts = Framings.tuned(new SceneCoverage(text, place, cast).cover(newPlace), place.setting());
        List<MoveChoice> moves = new Moves(rightwards, chance.nextBoolean()).choose(drafts);
        scenes.add(new Scene(text.number(), text.label(), text.heading(), place, text.line(), characters(text),
                SceneLengths.of(text)));
        String id = sceneId(text.heading());
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            shots.add(new Shot(new ShotId(id + "-" + "%02d".formatted(i + 1)), text.label() + "-" + letters(i),
                    text.number(), draft.framing(), moves.get(i), seconds(draft, i == 0, i == drafts.size() - 1),
                    draft.content()));
        }
    }

    private Place place(SceneText text, HeadingText heading) {
        Optional<Scene> before = scenes.isEmpty() ? Optional.empty() : Optional.of(scenes.getLast());
        TimeOfDay time = heading.time().orElseGet(() -> inherited(heading, before));
        Weather weather = Weathers.in(text.heading() + " " + actionOf(text))
                .or(() -> before.filter(scene -> heading.goesOn()).map(scene -> scene.place().weather()))
                .orElse(Weather.CLEAR);
        return new Place(heading.setting(), heading.location(), time, weather);
    }

    /** CONTINUOUS, SAME and LATER keep the light; so does a heading without a time in the same place. */
    private static TimeOfDay inherited(HeadingText heading, Optional<Scene> before) {
        return before
                .filter(scene -> heading.goesOn() || scene.place().location().equals(heading.location()))
                .map(scene -> scene.place().time())
                .orElse(TimeOfDay.DAY);
    }

    private static String actionOf(SceneText text) {
        StringBuilder words = new StringBuilder();
        for (Beat beat : text.beats()) {
            if (beat instanceof Beat.Action(String action)) {
                words.append(action).append(' ');
            }
        }
        return words.toString();
    }

    /** Everybody named or heard, in order of appearance. */
    private List<String> characters(SceneText text) {
        Set<String> names = new LinkedHashSet<>();
        for (Beat beat : text.beats()) {
            switch (beat) {
                case Beat.Action(String action) -> names.addAll(cast.named(action));
                case Beat.Speech speech -> names.addAll(speech.speakers());
            }
        }
        return List.copyOf(names);
    }

    /** {@code ext-harbour-night}, numbered from the second scene with the same heading on. */
    private String sceneId(String heading) {
        String slug = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String name = slug.isEmpty() ? "scene" : slug.substring(0, Math.min(slug.length(), 44));
        int same = sameHeadings.merge(name, 1, Integer::sum);
        return same == 1 ? name : name + "_" + same;
    }

    /** A … Z, AA, AB … */
    static String letters(int index) {
        String last = Character.toString('A' + index % 26);
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }

    private static double seconds(Draft draft, boolean first, boolean last) {
        double air = (first ? AIR : 0) + (last ? AIR : 0);
        double most = draft.content().lines().isEmpty() ? LONGEST : Double.MAX_VALUE;
        return Math.round(10 * (Math.min(most, Math.max(least(draft, first), draft.seconds())) + air)) / 10.0;
    }

    /** Time to read a picture of this size (film.md 5.2), in seconds. */
    private static double least(Draft draft, boolean first) {
        if (draft.kind() == Kind.SPEECH) {
            return 1.6;
        }
        if (draft.kind() == Kind.PLACE) {
            return first ? 3.2 : 2.2;
        }
        ShotSize size = draft.framing().size();
        return size.ordinal() <= ShotSize.WS.ordinal() ? 2.6 : size == ShotSize.INSERT ? 2.0 : 1.8;
    }
}
