package org.filmwright;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.filmwright.generate.Companions.Skill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code image between A.png B.png --out M.png}: the frame between two frames. */
@Command(name = "between", mixinStandardHelpOptions = true, description = "Makes the frame between two frames of the same size.")
final class BetweenCommand implements Callable<Integer> {
    @Mixin
    private CompanionWork work;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A.png", description = "The earlier frame.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B.png", description = "The later frame.")
    private Path second;

    @Option(names = "--out", required = true, paramLabel = "M.png", description = "The picture to write.")
    private Path out;

    @Option(names = "--at", paramLabel = "T", defaultValue = "0.5", description = "When: above 0 and below 1. Default: ${DEFAULT-VALUE}.")
    private double at;

    @Override
    public Integer call() {
        if (!(at > 0 && at < 1)) {
            throw new ParameterException(spec.commandLine(), "A time between two frames is above 0 and below 1: " + at
                    + ".");
        }
        return work.drawn(out, Skill.BETWEEN, (companions, progress) -> companions
                .between(first, second, at, out, progress));
    }
}
