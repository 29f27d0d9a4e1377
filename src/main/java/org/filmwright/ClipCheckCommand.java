package org.filmwright;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.filmwright.base.CameraMove;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clip check X.mp4}: the technical and visual checks; exit code 1 when there are alarms. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Measures a clip and says what looks wrong.")
final class ClipCheckCommand implements Callable<Integer> {
    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "X.mp4", description = "The clip.")
    private Path clip;

    @Option(names = "--image", paramLabel = "SOURCE.png", description = "The picture it was made from.")
    private Path image;

    @Option(names = "--move", paramLabel = "MOVE", description = "The camera move that was asked for.")
    private String move;

    @Override
    public Integer call() {
        Optional<CameraMove> asked = Optional.ofNullable(move).map(this::known);
        ClipReport report = ClipReport.of(clip, Optional.ofNullable(image), asked, Optional.ofNullable(move));
        console.result(report, () -> report.print(console.out()));
        return report.alarms().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private CameraMove known(String word) {
        return CameraMove.ofWord(word)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "There is no move '" + word + "'."));
    }
}
