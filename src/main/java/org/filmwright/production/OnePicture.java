package org.filmwright.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** One picture of one sentence, outside any film: staged as the first shot of a scene that has nothing else. */
public record OnePicture(Request.Words words, FrameSize size, long seed, int take) {
    private static final List<String> INDOORS = List.of("room", "kitchen", "inside", "interior", "office", "hall",
            "cabin",
            "corridor", "cellar", "attic", "bar", "shop", "studio", "church");
    private static final List<String> TIMES = List.of("dawn", "morning", "dusk", "night");
    private static final int LONGEST_PLACE = 60;

    /** The order, as a film's shot would give it. */
    public Request.Image request(Path folder) {
        ShotPlan plan = Planner.plan(FountainReader.read(scene()), seed);
        Shot shot = plan.shots().getFirst();
        return new Request.Image(words, Stagings.of(plan, shot), size, seed, take, folder);
    }

    /** Draws it where nobody has to be paid. */
    public Outcome<Answer.Output> draw(Generator artist, Path folder, Progress progress) {
        return Commission.unpaid(artist, request(folder), progress);
    }

    private String scene() {
        String text = words.prompt().strip().replaceAll("\\s+", " ");
        String lower = text.toLowerCase(Locale.ROOT);
        String time = TIMES.stream().filter(lower::contains).findFirst().orElse("day").toUpperCase(Locale.ROOT);
        boolean indoors = INDOORS.stream().anyMatch(lower::contains);
        String place = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} ,']", " ").strip();
        String heading = place.substring(0, Math.min(LONGEST_PLACE, place.length())).strip();
        return (indoors ? "INT. " : "EXT. ")
                + Optional.of(heading).filter(words -> !words.isEmpty()).orElse("SOMEWHERE")
                + " - " + time + "\n\n" + text + "\n";
    }
}
