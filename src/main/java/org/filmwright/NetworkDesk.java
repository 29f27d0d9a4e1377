package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.net.Passage;
import org.filmwright.production.Csv;
import org.filmwright.production.Network;

/** What left this machine, out of the log beside the settings. */
final class NetworkDesk implements Network {
    private final Gate gate;
    private final EgressFile log;

    NetworkDesk(Path config) {
        gate = new Gate(config);
        log = new EgressFile(config, Optional.empty());
    }

    @Override
    public boolean isOff() {
        return gate.isOff();
    }

    @Override
    public Outcome<Boolean> setOff(boolean off) {
        return gate.setOff(off);
    }

    @Override
    public List<Request> requests() {
        return log.past().lines().stream().map(NetworkDesk::request).toList();
    }

    private static Request request(EgressFile.Line line) {
        Passage passage = line.passage();
        return new Request(passage.at(), passage.host(), passage.sent(), passage.got(), passage.why(), passage.end(),
                !isHere(passage.host()), line.project());
    }

    /** With its port, as the log has it. */
    private static boolean isHere(String host) {
        return host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    }

    @Override
    public Report report(Optional<Path> project, Instant since, long bought) {
        EgressFile.Past past = log.past();
        Optional<String> mark = project.map(EgressFile::mark);
        List<Request> inTime = past.lines()
                .stream()
                .filter(line -> !line.passage().at().isBefore(since))
                .map(NetworkDesk::request)
                .toList();
        List<Request> all = inTime.stream().filter(request -> request.mayBeOf(mark)).toList();
        long others = inTime.stream().filter(request -> !request.mayBeOf(mark) && request.left()).count();
        Map<String, List<Request>> byHost = all.stream()
                .filter(Request::left)
                .collect(Collectors.groupingBy(Request::host, TreeMap::new, Collectors.toList()));
        List<Host> hosts = byHost.entrySet()
                .stream()
                .map(each -> new Host(each.getKey(), each.getValue().size(),
                        each.getValue().stream().mapToLong(Request::sent).sum(),
                        each.getValue().stream().mapToLong(Request::got).sum()))
                .toList();
        long held = all.stream().filter(request -> request.end().equals("held back")).count();
        return new Report(project.map(folder -> folder.getFileName().toString()), since, Wiring.clock().instant(),
                past.reaches(since), hosts, held, bought, others);
    }

    @Override
    public Outcome<Path> export(Path folder) {
        Stream<String> rows = requests().stream()
                .map(each -> Csv.row(each.at(), each.host(), each.sent(), each.got(), each.why(), each.end(),
                        each.away() ? "yes" : "no",
                        each.project().map(mark -> mark.equals("-") ? "none" : mark).orElse("")));
        return write(folder.resolve("network-" + today() + ".csv"),
                Stream.concat(Stream.of("at,host,sent,got,why,end,other_machine,project"), rows).toList());
    }

    @Override
    public Outcome<Path> keep(Report report, Path folder) {
        return write(folder.resolve("network-report-" + today() + ".txt"), words(report));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(Wiring.clock().instant(), ZoneId.systemDefault());
    }

    static List<String> words(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add("Filmwright: what left this machine");
        lines.add(report.project().map(name -> "Project: " + name).orElse("All projects"));
        lines.add("From " + report.since() + " to " + report.until());
        lines.add("");
        if (report.nothingLeft()) {
            lines.add(report.project().isEmpty()
                    ? "Nothing left this machine."
                    : "Nothing of this project left this machine.");
        }
        report.hosts()
                .forEach(host -> lines.add("%s: %d requests, %d bytes sent, %d bytes received".formatted(host.name(),
                        host.requests(), host.sent(), host.got())));
        if (report.bought() > 0) {
            lines.add("The ledger of the project has " + report.bought() + " paid calls of this time.");
        }
        if (report.heldBack() > 0) {
            lines.add(report.heldBack() + " requests were held back.");
        }
        if (report.others() > 0) {
            lines.add(report.others() + " requests of other projects, or of none, left in that time; they are not"
                    + " counted here.");
        }
        if (!report.complete()) {
            lines.add("The log does not reach back that far: what left before its first line is not known.");
        }
        lines.add("");
        lines.add(report.project().isEmpty()
                ? "Counted are the requests of this program, of all its projects, to other machines. Servers on this"
                        + " machine are not counted."
                : "Counted are the requests to other machines that were made for this project, and those of which the"
                        + " log does not say for which project they were made. Servers on this machine are not counted."
                        + " A project that was moved or copied begins anew.");
        return lines;
    }

    private static Outcome<Path> write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Outcome.ok(Files.write(file, lines));
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk",
                    file + " could not be written: " + e.getMessage() + "."));
        }
    }
}
