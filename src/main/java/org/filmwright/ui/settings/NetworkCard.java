package org.filmwright.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Network;
import org.filmwright.production.Project;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Words;

/** The switch that keeps everything here, what left this machine in a while, and the last requests. */
final class NetworkCard extends VBox implements SettingsPage.Live {
    private static final int SHOWN = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private final Fittings fittings;
    private final Supplier<Network> network;
    private final ObjectProperty<Boolean> off = new SimpleObjectProperty<>(false);
    private final ObjectProperty<Whose> whose = new SimpleObjectProperty<>(Whose.FILM);
    private final ObjectProperty<Since> since = new SimpleObjectProperty<>(Since.MONTH);
    private final StringProperty answer = new SimpleStringProperty("");
    private final VBox report = new VBox();
    private final VBox requests = new VBox();
    private Optional<Network.Report> shown = Optional.empty();
    private boolean showing;
    private int asking;

    /** What a report is about. */
    enum Since {
        DAY, MONTH, EVER
    }

    /** Whose requests a report counts: those of the open film, or all that this machine made. */
    enum Whose {
        FILM, ALL
    }

    NetworkCard(Fittings fittings, Supplier<Network> network) {
        this.fittings = fittings;
        this.network = network;
        getStyleClass().add("fw-settings-group");
        ToggleSwitch never = Rows.toggle(off, "settings.network.off");
        off.subscribe(this::switched);
        since.subscribe(this::refresh);
        whose.subscribe(this::refresh);
        Segments<Whose> of = new Segments<>("settings.network.whose", List.of(Whose.values()), whose, whose::set);
        of.disableProperty().bind(fittings.desk().project().map(Optional::isEmpty));
        report.setId("network-report");
        requests.setId("network-requests");
        List.of(report, requests).forEach(box -> box.getStyleClass().addAll("fw-settings-card", "fw-network"));
        HBox left = Rows.row("settings.network.left", answer, new Segments<>("settings.network.since", List.of(
                Since.values()), since, since::set));
        getChildren().addAll(Rows.card(Rows.row("settings.network.off", never), Rows.row("settings.network.whose", of),
                left, Rows.row("settings.network.keep",
                        Buttons.plain("network-export", "settings.network.export", this::export),
                        Buttons.plain("network-keep", "settings.network.report", this::keep))),
                report, Rows.head(
                        "settings.network.log"),
                requests);
    }

    private record Read(boolean off, Network.Report report, List<Network.Request> requests) {}

    @Override
    public void refresh() {
        Instant from = begin(since.get());
        Optional<Project> project = fittings.desk().project().get();
        Optional<Path> of = project.filter(_ -> whose.get() == Whose.FILM).map(open -> open.storage().folder());
        ask(wire -> new Read(wire.isOff(), wire.report(of, from, project.map(open -> bought(
                open, from)).orElse(0L)), wire.requests()), this::show);
    }

    private static Instant begin(Since since) {
        LocalDate today = LocalDate.now();
        return switch (since) {
            case DAY -> today.atStartOfDay(ZoneId.systemDefault()).toInstant();
            case MONTH -> today.withDayOfMonth(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
            case EVER -> Instant.EPOCH;
        };
    }

    /** Days are what the ledger adds up by. */
    private static long bought(Project project, Instant from) {
        String first = LocalDate.ofInstant(from, ZoneId.systemDefault()).toString();
        return project.spending()
                .by(org.filmwright.production.Spending.By.DAY)
                .stream()
                .filter(line -> line.on().compareTo(first) >= 0)
                .mapToInt(org.filmwright.production.Spending.Line::calls)
                .sum();
    }

    private void show(Read read) {
        showing = true;
        off.set(read.off);
        showing = false;
        shown = Optional.of(read.report);
        answer.set(words(read.report));
        report.getChildren().setAll(read.report.hosts().stream().map(NetworkCard::row).toList());
        report.setManaged(!read.report.hosts().isEmpty());
        report.setVisible(report.isManaged());
        List<Network.Request> newest = read.requests.reversed().stream().limit(SHOWN).toList();
        List<Node> rows = new ArrayList<>(newest.stream().map(NetworkCard::row).toList());
        if (rows.isEmpty()) {
            rows.add(Labels.of(Words.of("settings.network.none"), "fw-muted"));
        }
        if (read.requests.size() > SHOWN) {
            rows.add(Labels.of(Words.count("settings.network.more", read.requests.size() - SHOWN), "fw-muted"));
        }
        requests.getChildren().setAll(rows);
    }

    private static String words(Network.Report report) {
        List<String> said = new ArrayList<>();
        long all = report.hosts().stream().mapToLong(Network.Host::requests).sum();
        if (report.nothingLeft()) {
            said.add(Words
                    .of(report.project().isEmpty() ? "settings.network.nothing" : "settings.network.nothing.film"));
        } else if (all > 0) {
            said.add(Words.count("settings.network.some", (int) all, "hosts", hosts(report)));
        }
        if (report.bought() > 0) {
            said.add(Words.count("settings.network.bought", (int) report.bought()));
        }
        if (report.heldBack() > 0) {
            said.add(Words.count("settings.network.held", (int) report.heldBack()));
        }
        if (report.others() > 0) {
            said.add(Words.count("settings.network.others", (int) report.others()));
        }
        if (!report.complete()) {
            said.add(Words.of("settings.network.gap"));
        }
        return String.join(" ", said);
    }

    private static String hosts(Network.Report report) {
        return report.hosts().size() > 3
                ? Words.of("settings.network.hosts", "n", report.hosts().size())
                : String.join(", ", report.hosts().stream().map(Network.Host::name).toList());
    }

    private static HBox row(Network.Host host) {
        return line(host.name(), Words.count("settings.network.requests", (int) host.requests()),
                Words.of("settings.network.bytes", "sent", Bytes.words(host.sent()), "got", Bytes.words(host.got())));
    }

    private static HBox row(Network.Request request) {
        return line(TIME.format(request.at()) + "  " + request.host(), request.why() + " · " + request.end(),
                Words.of("settings.network.bytes", "sent", Bytes.words(request.sent()), "got",
                        Bytes.words(request.got())));
    }

    private static HBox line(String what, String how, String much) {
        Label first = Labels.of(what, "fw-mono");
        HBox row = new HBox(first, Labels.of(how, "fw-muted"), Labels.filler(), Labels.fixed(much, "fw-mono"));
        row.getStyleClass().add("fw-row");
        return row;
    }

    private void switched(boolean now) {
        if (!showing) {
            ask(wire -> wire.setOff(now), done -> {
                if (done instanceof Outcome.Failed<Boolean>(Failure failure)) {
                    fittings.toasts().failed(Failures.words(failure));
                }
                refresh();
            });
        }
    }

    /** Beside the film where one is open, else in the person's own folder. */
    private Path folder() {
        return fittings.desk()
                .project()
                .get()
                .map(open -> open.storage().folder().resolve("exports"))
                .orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    private void export() {
        Path folder = folder();
        write(wire -> wire.export(folder));
    }

    private void keep() {
        Path folder = folder();
        shown.ifPresent(now -> write(wire -> wire.keep(now, folder)));
    }

    private void write(Function<Network, Outcome<Path>> how) {
        ask(how, done -> {
            switch (done) {
                case Outcome.Ok<Path>(Path file) -> fittings.toasts()
                        .done(Words.of("settings.network.written", "file", file));
                case Outcome.Failed<Path>(Failure failure) -> fittings.toasts().failed(Failures.words(failure));
            }
        });
    }

    private <T> void ask(Function<Network, T> work, Consumer<T> then) {
        asking++;
        fittings.desk().offstage().ask(() -> work.apply(network.get()), told -> {
            asking--;
            then.accept(told);
        }, trouble -> {
            asking--;
            fittings.desk()
                    .tell(new Failure.Bug("network", "Something happened that was not foreseen: " + trouble
                            + ". The log of what left is kept."));
        });
    }

    @Override
    public boolean isSettled() {
        return asking == 0;
    }
}
