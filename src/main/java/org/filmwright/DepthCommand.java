package org.filmwright;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.filmwright.generate.Companions.Skill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code image depth X.png --out D.png}: how near each point of a picture is. */
@Command(name = "depth", mixinStandardHelpOptions = true, description = "Writes how near each point of a picture is: a grey picture of 16 bits, white is near.")
final class DepthCommand implements Callable<Integer> {
    @Mixin
    private CompanionWork work;

    @Parameters(paramLabel = "X.png", description = "The picture to look at: PNG or JPEG.")
    private Path picture;

    @Option(names = "--out", required = true, paramLabel = "D.png", description = "The picture to write.")
    private Path out;

    @Override
    public Integer call() {
        return work.drawn(out, Skill.DEPTH, (companions, progress) -> companions
                .depth(picture, out, progress));
    }
}
