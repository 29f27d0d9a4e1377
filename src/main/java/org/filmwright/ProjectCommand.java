package org.filmwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.engine.StepId;
import org.filmwright.images.Freed;
import org.filmwright.store.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code project}: looks after a project folder. */
@Command(name = "project", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "Looks after a project folder.")
final class ProjectCommand {
    /** One finding as printed. */
    record Row(String kind, String where, String sentence, boolean repaired) {
        static Row of(Finding finding) {
            return new Row(JobsCommand.word(finding.kind()), finding.where(), finding.sentence(), finding.repaired());
        }
    }

    record Report(List<Row> findings, List<String> news, String seal) {}

    @Command(name = "check", description = "Every row has its file, every file its row, hashes match, and the event log tells what the rows say.")
    int check(@Mixin Console console, @Parameters(paramLabel = "P", description = "The project folder.") Path project,
            @Option(names = "--repair", description = "Moves stray and damaged files to the trash and has lost ones made again.") boolean repair) {
        try (Desk desk = Desk.open(project)) {
            List<Finding> found = repair ? repaired(desk) : desk.folder().check();
            Report report = new Report(found.stream().map(Row::of).toList(), desk.folder().news(),
                    desk.folder().seal());
            console.result(report, () -> print(console, report));
            return found.stream().allMatch(Finding::repaired) ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    @Command(name = "empty-trash", description = "Deletes for good what lies in the trash, without waiting for its 30 days.")
    int emptyTrash(@Mixin Console console,
            @Parameters(paramLabel = "P", description = "The project folder.") Path project) {
        try (Desk desk = Desk.open(project)) {
            Freed gone = CommandFailed.orFail(desk.folder().emptyTrash(Desk.clock().instant()));
            console.result(gone, () -> console.out()
                    .println(gone.files() == 0
                            ? "Nothing lay in the trash."
                            : gone.files() + " files were deleted for good, " + gone.bytes() / 1000
                                    + " kB are free again. Everything else is as it was."));
            return ExitCode.DONE;
        }
    }

    private static List<Finding> repaired(Desk desk) {
        List<Finding> found = desk.folder().repair();
        Set<StepId> makers = found.stream()
                .filter(finding -> !finding.repaired())
                .flatMap(finding -> finding.maker().stream())
                .collect(Collectors.toSet());
        makers.forEach(step -> CommandFailed.orFail(desk.engine().retry(step)));
        return found.stream().map(finding -> reopened(finding, finding.maker())).toList();
    }

    private static Finding reopened(Finding finding, Optional<StepId> maker) {
        return finding.repaired() || maker.isEmpty() ? finding : finding.mended("The next make makes it again.");
    }

    private static void print(Console console, Report report) {
        for (Row row : report.findings()) {
            console.out().printf("%-13s %s%n              %s%n", row.kind(), row.where(), row.sentence());
        }
        long open = report.findings().stream().filter(row -> !row.repaired()).count();
        console.out()
                .println(report.findings().isEmpty()
                        ? "Every row has its file and every file its row."
                        : report.findings().size() + " findings, " + open + " of them open.");
        console.out().println(report.seal());
    }
}
