package org.filmwright;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.filmwright.generate.Companions.Skill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code image enlarge X.png --out Y.png}: the same picture with more pixels. */
@Command(name = "enlarge", mixinStandardHelpOptions = true, description = "Makes a picture larger, as many times as the model on the shelf does.")
final class EnlargeCommand implements Callable<Integer> {
    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "X.png", description = "The picture to enlarge: PNG or JPEG.")
    private Path picture;

    @Option(names = "--out", required = true, paramLabel = "Y.png", description = "The picture to write.")
    private Path out;

    @Option(names = "--device", paramLabel = "ID", description = "cpu, or a card: cuda:0. Default: a card where its runtime is installed.")
    private Optional<String> device = Optional.empty();

    @Override
    public Integer call() {
        return new CompanionWork(console, device).drawn(spec, out, Skill.ENLARGE, (companions, progress) -> companions
                .enlarge(picture, out, progress));
    }
}
