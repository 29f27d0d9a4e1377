package org.filmwright.ui;

import java.util.List;
import java.util.SplittableRandom;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Scripts.Script;

/** The screenplay of a long film, 120 pages of it, always the same. */
final class SampleFeature {
    private static final int SCENES = 120;
    private static final List<String> PLACES = List.of("INT. WAREHOUSE", "EXT. HARBOUR", "INT. CAR - MOVING ALONG THE"
            + " COAST ROAD", "EXT. MARKET SQUARE", "INT. MARA'S KITCHEN", "EXT. ROOFTOP OVER THE RAILWAY YARD",
            "INT./EXT. FERRY, UPPER DECK");
    private static final List<String> TIMES = List.of("NIGHT", "DAY", "DAWN", "CONTINUOUS", "THE NEXT MORNING");
    private static final List<String> ACTIONS = List.of(
            "Fog over black water. Nobody has been here for days; a chair lies on its side.",
            "The lamp swings. Shadows climb the walls and fall back again, and somewhere a door is closed twice.",
            "She counts the steps under her breath, loses count, and begins again from the gate.",
            "Rain.", "A train passes, every window dark but one, and in that one a child who waves at them.",
            "He lays the map on the bonnet and holds it there with both hands against the wind from the sea.");
    private static final List<String> NAMES = List.of("MARA", "TOBIAS", "NIA", "CAPTAIN VOSS", "ILSE", "THE PORTER");
    private static final List<String> LINES = List.of("You're early.", "The boat is late.",
            "Somebody has to mind the light.", "I wrote the second name in pencil so that it could be taken out.");

    private SampleFeature() {}

    static Script script() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder("Title: THE LONG WATER\n\n");
        for (int scene = 0; scene < SCENES; scene++) {
            text.append(one(PLACES, random)).append(" - ").append(one(TIMES, random)).append("\n\n");
            for (int block = 0; block < 6; block++) {
                text.append(one(ACTIONS, random)).append("\n\n").append(one(NAMES, random)).append('\n');
                text.append(one(LINES, random)).append("\n\n");
            }
        }
        return new Script("the-long-water.fountain", text.toString(),
                Planner.plan(FountainReader.read(text.toString()), 1));
    }

    private static String one(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }
}
