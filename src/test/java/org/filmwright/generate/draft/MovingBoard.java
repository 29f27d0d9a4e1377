package org.filmwright.generate.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filmwright.base.CameraMove;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.clips.MotionPlan;
import org.filmwright.clips.MotionPlanner;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Request;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.places.Sets;
import org.filmwright.generate.draft.props.PropStore;
import org.filmwright.media.CameraPath;
import org.filmwright.media.DepthPath;
import org.filmwright.media.Glasses;
import org.filmwright.media.StillClip;
import org.filmwright.media.VideoSettings;

/** Films a board through its planes, to be looked at: arguments are a folder, a shot of the spread, a take, and moves. */
final class MovingBoard {
    private MovingBoard() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Staging staging = Stagings.spread().get(Integer.parseInt(args[1]));
        int take = Integer.parseInt(args[2]);
        DraftGenerator artist = new DraftGenerator(java.time.Clock.systemUTC(),
                new Artist(new Sets(), new PropStore()));
        Request.Image order = new Request.Image("", staging, FrameSize.HD, 7, take, folder);
        Answer.Done drawn = (Answer.Done) artist.start(order, Progress.NONE);
        Path picture = drawn.outputs().getFirst().file();
        List<Request.Plane> planes = artist.planes(order, picture, Progress.NONE).orElse(failure -> {
            throw new IllegalStateException(failure.toString());
        });
        Region subject = drawn.outputs().getFirst().subject();
        Glasses glasses = Glasses.of(planes.stream()
                .map(plane -> new Glasses.Pane(plane.picture(), plane.depth()))
                .toList());
        System.out.println(planes.stream().map(Request.Plane::depth).toList() + " " + glasses.range(subject));
        for (String word : List.of(args).subList(3, args.length)) {
            CameraMove move = CameraMove.ofWord(word).orElseThrow();
            double aspect = FrameSize.HD.aspect();
            MotionPlan plan = new MotionPlanner(aspect, aspect, FrameRate.FILM).plan(move, subject, 4, "");
            CameraPath path = CameraPath.of(move, plan.start(), plan.end(), plan.frames(), FrameRate.FILM, 1);
            long began = System.nanoTime();
            System.out.println(plan.reason() + " " + StillClip.render(glasses,
                    new DepthPath(path, move, glasses.range(subject)),
                    new VideoSettings(FrameSize.HD, FrameRate.FILM, VideoSettings.Purpose.CLIP),
                    folder.resolve(word + ".mp4"), Progress.NONE));
            long filmed = System.nanoTime();
            StillClip.render(picture, path,
                    new VideoSettings(FrameSize.HD, FrameRate.FILM, VideoSettings.Purpose.CLIP),
                    folder.resolve(word + "-flat.mp4"), Progress.NONE);
            System.out.printf("%.2f s, flat %.2f s%n", (filmed - began) / 1e9, (System.nanoTime() - filmed) / 1e9);
        }
    }
}
