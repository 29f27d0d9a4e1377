package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.local.Companion.Answer;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.sample.Element;
import org.filmwright.generate.local.sample.SampleCompanions;
import org.junit.jupiter.api.BeforeEach;

/** Companions in a real process of models, killed and stopped in the middle of work that would take minutes. */
class CompanionProcessTest extends ProcessContract {
    private Path slow;
    private Path picture;

    @BeforeEach
    void models() throws IOException {
        slow = SampleCompanions.slow(folder.resolve("slow"), FOREVER);
        picture = folder.resolve("p.png");
        ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    }

    private Question enlarge() {
        return new Question.Enlarge(picture, folder.resolve("out/large.png"));
    }

    @Override
    Outcome<?> slowWork(Progress progress) {
        return runner.consult(slow, enlarge(), progress);
    }

    @Override
    String working() {
        return "looking closely";
    }

    @Override
    void worksStill() throws IOException {
        Path quick = SampleCompanions.enlarge(folder.resolve("quick"), Element.FLOAT, 2, 0, false);
        CommandFailed.orFail(runner.consult(quick, enlarge(), Progress.NONE));
        assertEquals(List.of(folder.resolve("out/large.png")), left());
        assertEquals(16, ImageIO.read(folder.resolve("out/large.png").toFile()).getWidth());
        Path mini = SampleCompanions.meaning(folder.resolve("mini"), 0, true, "last_hidden_state");
        Answer read = CommandFailed.orFail(runner.consult(mini, new Question.Understand(List.of("red boat")),
                Progress.NONE));
        assertEquals(SampleCompanions.WIDTH, assertInstanceOf(Answer.Vectors.class, read).vectors().getFirst().length);
    }
}
