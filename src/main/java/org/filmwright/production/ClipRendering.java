package org.filmwright.production;

import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.ClipId;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.clips.ClipBrief;
import org.filmwright.clips.ClipTake;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;

/** Has one approved picture turned into a moving shot, unless that clip exists. */
final class ClipRendering {
    private final Records records;
    private final Generator camera;

    ClipRendering(Records records, Generator camera) {
        this.records = records;
        this.camera = camera;
    }

    Outcome<ClipTake> render(ClipBrief brief, long seed, Path folder, Progress progress) {
        return records.clips()
                .find(idOf(brief))
                .filter(clip -> Files.isRegularFile(file(clip)))
                .map(Outcome::ok)
                .orElseGet(() -> renderNew(brief, seed, folder, progress));
    }

    /** The same brief is the same clip. */
    private static ClipId idOf(ClipBrief brief) {
        return new ClipId(brief.digest().hex().substring(0, 32));
    }

    private Path file(ClipTake clip) {
        return records.vault().file(clip.media());
    }

    private Outcome<ClipTake> renderNew(ClipBrief brief, long seed, Path folder, Progress progress) {
        Request.Motion motion = new Request.Motion(brief.motion().move(), brief.motion().start(), brief.motion().end(),
                brief.motion().frames(), brief.motion().move().promptTerm());
        Request request = new Request.Clip(records.vault().file(brief.image().media()), motion, brief.size(),
                brief.rate(), seed, folder);
        return Answers.onlyOutput(camera.start(request, progress)).then(output -> publish(brief, output));
    }

    private Outcome<ClipTake> publish(ClipBrief brief, Answer.Output output) {
        return records.vault().publish(output.file(), "mp4").then(media -> {
            ClipTake clip = new ClipTake(idOf(brief), brief.image().shot(),
                    brief.image().take(), media, brief.digest(), brief.motion().frames());
            records.clips().add(clip);
            return Outcome.ok(clip);
        });
    }
}
