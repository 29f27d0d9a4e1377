package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.production.Network;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code network}: what left this machine, and the switch that keeps everything here. */
@Command(name = "network", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "Shows what left this machine, and switches the network off or on for everything.")
final class NetworkCommand {
    @Command(name = "log", description = "Every request: when, where to, how many bytes, why, how it ended.")
    int log(@Mixin Console console,
            @Option(names = "--csv", paramLabel = "FOLDER", description = "Writes it into a table there as well.") Optional<Path> csv) {
        NetworkDesk desk = desk();
        List<Network.Request> all = desk.requests();
        Optional<Path> file = csv.map(folder -> CommandFailed.orFail(desk.export(folder)));
        console.result(all, () -> {
            all.forEach(each -> console.out()
                    .printf("%s  %-30s sent %8d  got %10d  %s  %s%n", each.at(), each.host(), each.sent(), each.got(),
                            each.why(), each.end()));
            console.out().println(all.isEmpty() ? "Nothing ever left." : all.size() + " requests.");
            file.ifPresent(written -> console.out().println(written));
        });
        return ExitCode.DONE;
    }

    @Command(name = "report", description = "Says whether anything left this machine, for a project or since a day.")
    int report(@Mixin Console console,
            @Option(names = "--project", paramLabel = "P", description = "Of this project, since it was begun here, with what its ledger says was bought. Default: the whole machine.") Optional<Path> project,
            @Option(names = "--since", paramLabel = "DATE", description = "Since this day, such as 2026-11-01. Default: as far as the log reaches.") Optional<LocalDate> since,
            @Option(names = "--out", paramLabel = "FOLDER", description = "Writes it there as a text file as well.") Optional<Path> out) {
        NetworkDesk desk = desk();
        Instant from = since.map(day -> day.atStartOfDay(ZoneId.systemDefault()).toInstant())
                .or(() -> project.map(NetworkCommand::begun))
                .orElse(Instant.EPOCH);
        long bought = project.map(folder -> bought(folder, from)).orElse(0L);
        Network.Report report = desk.report(project, from, bought);
        Optional<Path> file = out.map(folder -> CommandFailed.orFail(desk.keep(report, folder)));
        console.result(report, () -> {
            NetworkDesk.words(report).forEach(console.out()::println);
            file.ifPresent(written -> console.out().println(written));
        });
        return ExitCode.DONE;
    }

    @Command(name = "off", description = "Nothing leaves this machine any more, whatever is set up; servers on this machine are asked all the same.")
    int off(@Mixin Console console) {
        return change(console, true, "The network is off: nothing leaves this machine.");
    }

    @Command(name = "on", description = "What is set up may be asked again.")
    int on(@Mixin Console console) {
        return change(console, false, "The network is on for those who are set up, and for nobody else.");
    }

    private static int change(Console console, boolean off, String words) {
        CommandFailed.orFail(desk().setOff(off));
        console.result(Map.of("off", off), () -> console.out().println(words));
        return ExitCode.DONE;
    }

    private static NetworkDesk desk() {
        return new NetworkDesk(ConfigFolder.here());
    }

    private static long bought(Path project, Instant since) {
        try (Desk desk = Desk.open(project)) {
            return desk.engine()
                    .spending()
                    .calls()
                    .stream()
                    .filter(call -> !call.buyer().at().isBefore(since))
                    .count();
        }
    }

    /** The older of what tells how long a project has been here. */
    static Instant begun(Path project) {
        try {
            Path journal = project.resolve("journal").resolve("000.jsonl");
            Instant folder = created(project);
            return Files.exists(journal) && created(journal).isBefore(folder) ? created(journal) : folder;
        } catch (IOException e) {
            throw CommandFailed.refused("There is no project in " + project + ".", "Name a project folder.");
        }
    }

    private static Instant created(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).creationTime().toInstant();
    }
}
