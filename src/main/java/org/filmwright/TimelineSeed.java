package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.TakeId;
import org.filmwright.clips.ClipTake;
import org.filmwright.images.ImageTake;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoSettings;
import org.filmwright.media.VideoWriter;
import org.filmwright.production.Records;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Transition;

/**
 * Fills a project with a film of three hours: 5,000 clips of some two seconds, a dissolve at every eighth cut, dialogue in
 * every third shot. One small clip is filmed; 5,000 names stand for it by hard links.
 */
final class TimelineSeed {
    static final int FRAMES = 52;
    private static final int SHOTS_A_SCENE = 12;
    private static final int DISSOLVE = 12;
    private static final FrameSize SIZE = new FrameSize(320, 180);

    private final GallerySeed pictures;
    private final Path filmed;

    /** @param folder on the same disk as the projects */
    TimelineSeed(Path folder) throws IOException {
        pictures = new GallerySeed(folder, GallerySeed.LOOKS);
        filmed = folder.resolve("clip.mp4");
        film(filmed);
    }

    /** @param clips how many the cut has, which are a few more than the shots of whole scenes come to at least */
    void fill(Records records, Path film, int clips) throws IOException {
        ShotPlan plan = plan(clips);
        List<Shot> shots = plan.shots().subList(0, clips);
        pictures.fill(records, film, plan, clips, 1);
        records.scripts().save(new Scripts.Script("feature.fountain", "", plan));
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < clips; i++) {
            Shot shot = shots.get(i);
            ImageTake take = records.takes().find(new TakeId("gallery-" + i)).orElseThrow();
            MediaRef media = new MediaRef(Digest.of("clip " + i), "mp4");
            Path file = film.resolve(media.path());
            Files.createDirectories(file.getParent());
            Files.createLink(file, filmed);
            ClipTake clip = new ClipTake(new ClipId("clip-" + i), shot.id(), take.id(), media, take.brief(), FRAMES
                    + DISSOLVE, Optional.empty());
            records.clips().add(clip);
            items.add(new Item.Clip(shot.id(), clip.id(), media, shot.label(), FRAMES, 0, FRAMES + DISSOLVE));
        }
        List<Transition> dissolves = new ArrayList<>();
        for (int at = 8; at < clips; at += 8) {
            dissolves.add(new Transition(at, 0, DISSOLVE));
        }
        records.cuts().save(new Cut("Feature", FrameRate.FILM, SIZE, items, dissolves, List.of()));
    }

    private static ShotPlan plan(int shots) {
        StringBuilder text = new StringBuilder();
        for (int scene = 1; scene <= shots / SHOTS_A_SCENE + 2; scene++) {
            text.append("INT. ROOM ").append(scene).append(" - NIGHT\n\n");
            for (int line = 0; line < SHOTS_A_SCENE; line++) {
                text.append("MARA looks at door ").append(scene * 100 + line).append(" of the house.\n\n");
                if (line % 3 == 0) {
                    text.append("MARA\nThis is door ").append(line).append(", and not the last.\n\n");
                }
            }
        }
        return Planner.plan(FountainReader.read(text.toString()), 1);
    }

    private static void film(Path file) throws IOException {
        VideoSettings settings = new VideoSettings(SIZE, FrameRate.FILM, VideoSettings.Purpose.CLIP);
        try (VideoWriter writer = VideoWriter.open(file, settings)) {
            int[] frame = new int[SIZE.width() * SIZE.height()];
            for (int i = 0; i < FRAMES + DISSOLVE; i++) {
                Arrays.fill(frame, 0xff000000 | 0x030201 * i);
                writer.write(frame);
            }
            writer.finish();
        } catch (MediaException e) {
            throw new IOException(e);
        }
    }
}
