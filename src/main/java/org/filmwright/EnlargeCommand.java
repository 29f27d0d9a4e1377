package org.filmwright;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.filmwright.generate.Companions.Skill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image enlarge X.png --out Y.png}: the same picture with more pixels. */
@Command(name = "enlarge", mixinStandardHelpOptions = true, description = "Makes a picture larger, as many times as the model on the shelf does.")
final class EnlargeCommand implements Callable<Integer> {
    @Mixin
    private CompanionWork work;

    @Parameters(paramLabel = "X.png", description = "The picture to enlarge: PNG or JPEG.")
    private Path picture;

    @Option(names = "--out", required = true, paramLabel = "Y.png", description = "The picture to write.")
    private Path out;

    @Override
    public Integer call() {
        return work.drawn(out, Skill.ENLARGE, (companions, progress) -> companions
                .enlarge(picture, out, progress));
    }
}
