package org.filmwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Project;
import org.filmwright.production.Records;
import org.filmwright.review.Decision;
import org.filmwright.review.Ruling;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** The child of a drill: decides about takes as the studio does, and says each decision that was acknowledged. */
final class VerdictStorm {
    private static final int TAKES = 12;
    private static final List<Ruling> RULINGS = List.of(Ruling.APPROVED, Ruling.REJECTED, Ruling.CHANGES, Ruling.NEW);

    private VerdictStorm() {}

    /** @param args folder of the drill; number of the first verdict; seed */
    public static void main(String[] args) {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
        Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(Path.of(args[0]).resolve("film.filmwright")));
        if (wiring.records().takes().all().isEmpty()) {
            draw(wiring.records());
        }
        Project project = wiring.project();
        SplittableRandom random = new SplittableRandom(Long.parseLong(args[2]));
        for (int number = Integer.parseInt(args[1]);; number++) {
            Ruling ruling = RULINGS.get(random.nextInt(RULINGS.size()));
            List<TakeId> takes = random.ints(1 + random.nextInt(3), 0, TAKES)
                    .distinct()
                    .mapToObj(VerdictStorm::take)
                    .toList();
            CommandFailed.orFail(project.decide(takes, new Decision.Rules(ruling, Integer.toString(number), Optional
                    .empty())));
            System.out.println("verdict " + number + " " + ruling + " " + takes.stream()
                    .map(TakeId::value)
                    .collect(Collectors.joining(" ")));
        }
    }

    static TakeId take(int number) {
        return new TakeId("take-" + number);
    }

    private static void draw(Records records) {
        ShotPlan plan = Planner.plan(FountainReader.read("INT. ROOM - NIGHT\n\nMARA looks at the door.\n"), 1);
        records.scripts().save(new Scripts.Script("drill.fountain", "", plan));
        Shot shot = plan.shots().getFirst();
        IntStream.range(0, TAKES)
                .forEach(number -> records.takes()
                        .add(new ImageTake(take(number), shot.id(), 1 + number, new MediaRef(Digest.of("" + number),
                                "png"), ImageBrief.of(plan, shot).digest(), new ImageTake.Origin("draft", number),
                                Region.WHOLE)));
    }
}
