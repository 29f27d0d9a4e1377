package org.filmwright.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotId;
import org.filmwright.base.ShotSize;
import org.filmwright.story.Framing;
import org.filmwright.story.Line;
import org.filmwright.story.MoveChoice;
import org.filmwright.story.Person;
import org.filmwright.story.Place;
import org.filmwright.story.Scene;
import org.filmwright.base.Setting;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.filmwright.story.Scripts.Script;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** A small film for the tests: three scenes, ten shots, planned by hand. */
final class SampleFilm {
    private static final String TEXT = String.join("\n", "Title: NIGHT FERRY", "Author: The Filmwright Project", "",
            "EXT. HARBOUR - NIGHT", "", "Fog over black water. One ferry waits at the pier, every window lit.", "",
            "MARA (30s, ochre scarf, long dark coat, long black hair) stands alone at the rail, small against the"
                    + " ship. A SUITCASE beside her.",
            "", "She looks back over her shoulder. Across the quay one window burns in a dark warehouse.", "",
            "She lifts the suitcase and walks away from the ship.", "", "INT. WAREHOUSE - CONTINUOUS", "",
            "A single lamp hangs over stacked crates.", "",
            "TOBIAS (50s, broad, teal work jacket, flat cap, grey stubble) coils a rope that needs no coiling. He"
                    + " does not look up.",
            "", "TOBIAS", "You're early.", "", "MARA", "The boat is late.", "",
            "He looks at the suitcase, not at her.", "", "TOBIAS",
            "Small case, for someone who isn't coming back.", "", "MARA", "You taught me to pack.", "",
            "Tobias reaches into his jacket and lays a FERRY TICKET on the crate between them.", "",
            "Two names. The second is crossed out in pencil.", "", "MARA", "(quietly)", "Who crossed you out?", "",
            "TOBIAS", "Somebody has to mind the light.", "", "CUT TO:", "", "EXT. SEA - DAWN", "",
            "The ferry, small and black on a wide gold sea.", "",
            "Mara leans on the rail, her scarf flying in the wind. She does not look back.", "");

    private SampleFilm() {}

    static Script script() {
        return new Script("night-ferry.fountain", TEXT, plan());
    }

    static ShotPlan plan() {
        List<Scene> scenes = List.of(
                new Scene(1, "1", "EXT. HARBOUR - NIGHT", new Place(Setting.EXT, "HARBOUR", TimeOfDay.NIGHT,
                        Weather.FOG), 4, List.of("MARA"), new Scene.Length(60, 21)),
                new Scene(2, "2", "INT. WAREHOUSE - CONTINUOUS", new Place(Setting.INT, "WAREHOUSE", TimeOfDay.NIGHT,
                        Weather.CLEAR), 14, List.of("TOBIAS", "MARA"), new Scene.Length(90, 41)),
                new Scene(3, "3", "EXT. SEA - DAWN", new Place(Setting.EXT, "SEA", TimeOfDay.DAWN, Weather.WIND), 46,
                        List.of("MARA"), new Scene.Length(28, 11)));
        List<Shot> shots = new ArrayList<>();
        shots.add(shot("1-A", 1, ShotSize.EWS, CameraMove.PUSH_IN, 5.5, "",
                "establishes the harbour before anybody moves",
                "'waits at the pier' holds still; the camera goes to it",
                "Fog over black water. One ferry waits at the pier, every window lit."));
        shots.add(shot("1-B", 1, ShotSize.MS, CameraMove.STATIC, 4.2, "MARA",
                "two steps nearer than 1-A, so that the cut shows",
                "nothing moves: locked off",
                "MARA stands alone at the rail, small against the ship. A SUITCASE beside her."));
        shots.add(shot("1-C", 1, ShotSize.CU, CameraMove.PAN_RIGHT, 3.4, "MARA", "her look needs her face",
                "'looks back over her shoulder': the camera goes with the look",
                "She looks back over her shoulder. Across the quay one window burns in a dark warehouse."));
        shots.add(
                shot("2-A", 2, ShotSize.WS, CameraMove.PULL_OUT, 4.8, "TOBIAS,MARA", "a new place is shown whole first",
                        "'hangs over stacked crates': the room opens up", "A single lamp hangs over stacked crates."));
        shots.add(shot("2-B", 2, ShotSize.MCU, CameraMove.STATIC, 3.0, "TOBIAS", "a single for his line",
                "dialogue: the camera listens", "TOBIAS coils a rope that needs no coiling. He does not look up."));
        shots.add(
                shot("2-C", 2, ShotSize.CU, CameraMove.PUSH_IN, 3.2, "MARA", "a single for her answer, one size nearer",
                        "'(quietly)': closer as she grows quiet", "Who crossed you out?"));
        shots.add(shot("2-D", 2, ShotSize.INSERT, CameraMove.TILT_DOWN, 2.0, "",
                "FERRY TICKET is in capitals: it matters",
                "'lays … on the crate': the camera follows the hand down",
                "Tobias reaches into his jacket and lays a FERRY TICKET on the crate between them."));
        shots.add(shot("2-E", 2, ShotSize.MS, CameraMove.STATIC, 3.6, "TOBIAS", "back to the medium for his answer",
                "dialogue: the camera listens", "Somebody has to mind the light."));
        shots.add(shot("3-A", 3, ShotSize.EWS, CameraMove.TRACK_RIGHT, 4.6, "", "a new place is shown whole first",
                "the ferry travels; the camera travels with it", "The ferry, small and black on a wide gold sea."));
        shots.add(shot("3-B", 3, ShotSize.MS, CameraMove.PUSH_IN, 5.0, "MARA", "the last picture is hers",
                "'does not look back': towards her, slowly",
                "Mara leans on the rail, her scarf flying in the wind. She does not look back."));
        return new ShotPlan("Night Ferry", 1, scenes, shots, List.of(new Person("MARA", "30s, ochre scarf"), new Person(
                "TOBIAS", "50s, broad, teal work jacket")));
    }

    private static Shot shot(String label, int scene, ShotSize size, CameraMove move, double seconds, String people,
            String why, String reason, String action) {
        List<String> names = Arrays.stream(people.split(",")).filter(name -> !name.isEmpty()).toList();
        CameraAngle angle = names.size() == 2 ? CameraAngle.TWO_SHOT : CameraAngle.EYE_LEVEL;
        boolean insert = size == ShotSize.INSERT;
        List<Line> lines = label.equals("2-C")
                ? List.of(new Line("MARA", "quietly", "Who crossed you out?"))
                : label.equals("2-E") ? List.of(new Line("TOBIAS", "", "Somebody has to mind the light.")) : List.of();
        return new Shot(new ShotId("shot-" + label), label, scene, new Framing(size, angle, why), new MoveChoice(move,
                reason), seconds,
                new Shot.Content(action, names, insert
                        ? Optional.of("FERRY TICKET")
                        : names.size() == 1
                                ? Optional.of(names.getFirst())
                                : Optional.empty(),
                        lines, insert ? List.of("FERRY TICKET") : List.of()));
    }
}
