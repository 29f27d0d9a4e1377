package org.filmwright.ui.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.production.Project;
import org.filmwright.production.Spending;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.CostText;
import org.filmwright.ui.kit.ErrorPanel;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Words;

/** What the open project has cost, against its limits, by scene, provider or day; the limits can be set here. */
final class CostsCard extends VBox implements SettingsPage.Live {
    private static final Currency USUAL = Currency.getInstance("USD");

    /** The longest bar of the chart. */
    private static final double BAR = 96;

    private final Fittings fittings;
    private final ObjectProperty<Spending.By> by = new SimpleObjectProperty<>(Spending.By.PROVIDER);
    private final VBox figures = new VBox();
    private final Map<Spending.Scope, TextField> fields = new EnumMap<>(Spending.Scope.class);
    private boolean reading;

    CostsCard(Fittings fittings) {
        this.fittings = fittings;
        getStyleClass().add("fw-settings-group");
        figures.getStyleClass().addAll("fw-settings-card", "fw-costs");
        figures.setId("costs");
        VBox limits = Rows.card();
        for (Spending.Scope scope : Spending.Scope.values()) {
            limits.getChildren().add(Rows.row("costs.limit." + scope, field(scope)));
        }
        HBox export = Rows.row("costs.export", Buttons.plain("costs-export", "costs.export.do", this::export));
        getChildren().addAll(figures, Rows.card(export), Rows.head("costs.limits"), limits);
        by.subscribe(this::refresh);
        fittings.desk().project().subscribe(this::refresh);
    }

    private record Read(List<Spending.Line> lines, List<Spending.Line> days, List<Spending.Limit> limits,
            List<Spending.Alarm> alarms) {}

    @Override
    public void refresh() {
        Optional<Spending> spending = fittings.desk().project().get().map(Project::spending);
        fields.values().forEach(field -> field.setDisable(spending.isEmpty()));
        if (spending.isEmpty()) {
            figures.getChildren().setAll(nothing(Words.of("costs.no-project")));
        }
        Spending.By chosen = by.get();
        spending.ifPresent(open -> {
            reading = true;
            fittings.desk()
                    .offstage()
                    .ask(() -> new Read(open.by(chosen), open.by(Spending.By.DAY), open.limits(), open
                            .alarms()), this::show,
                            this::unreadable);
        });
    }

    private void unreadable(RuntimeException why) {
        reading = false;
        figures.getChildren().setAll(ErrorPanel.unreadable("costs.unreadable", why, this::refresh));
    }

    private void show(Read read) {
        reading = false;
        read.limits()
                .stream()
                .filter(limit -> !fields.get(limit.scope()).isFocused())
                .forEach(limit -> fields.get(limit.scope()).setText(limit.limit().amount().toPlainString()));
        if (read.lines().isEmpty()) {
            figures.getChildren().setAll(nothing(Words.of("costs.nothing")));
            return;
        }
        figures.getChildren().setAll(head(read));
        limit(read, Spending.Scope.MONTH).ifPresent(month -> figures.getChildren().add(bar(month)));
        double most = read.lines().stream().mapToDouble(CostsCard::amount).max().orElse(0);
        read.lines().forEach(line -> figures.getChildren().add(row(line, most)));
        alarms(read.alarms());
    }

    private static double amount(Spending.Line line) {
        return line.charged().amount().doubleValue();
    }

    /** The newest in words, the others counted. */
    private void alarms(List<Spending.Alarm> alarms) {
        alarms.stream().limit(1).forEach(alarm -> {
            Label words = Labels.of(Words.of("costs.alarm", "on", alarm.on(), "charged", text(alarm.charged()),
                    "estimated", text(alarm.estimated())), "fw-costs-alarm");
            words.setWrapText(true);
            figures.getChildren().add(words);
        });
        if (alarms.size() > 1) {
            figures.getChildren().add(Labels.of(Words.count("costs.alarm.more", alarms.size() - 1), "fw-muted"));
        }
    }

    private void export() {
        fittings.desk()
                .project()
                .get()
                .ifPresent(project -> fittings.desk()
                        .offstage()
                        .ask(() -> project.spending().export(project.storage().folder().resolve("exports")),
                                done -> {
                                    switch (done) {
                                        case Outcome.Ok<Path>(Path file) -> fittings.toasts()
                                                .done(Words.of("costs.written", "file", file));
                                        case Outcome.Failed<Path>(var failure) -> fittings.toasts()
                                                .failed(Failures.words(failure));
                                    }
                                }));
    }

    private HBox head(Read read) {
        String today = LocalDate.now().toString();
        Money spent = sum(read.days().stream().filter(line -> line.on().equals(today)).toList());
        Optional<Spending.Limit> limited = limit(read, Spending.Scope.MONTH);
        Label amount = Labels.fixed(text(limited.map(Spending.Limit::spent).orElseGet(() -> sum(read.days()))),
                "fw-timecode");
        String words = limited
                .map(month -> Words.of("costs.month", "limit", text(month.limit()), "today", text(spent)))
                .orElseGet(() -> Words.of("costs.all", "today", text(spent)));
        HBox head = new HBox(amount, Labels.of(words, "fw-muted"), Labels.filler(), new Segments<>("costs.by", List.of(
                Spending.By.values()), by, by::set));
        head.getStyleClass().add("fw-costs-head");
        return head;
    }

    private static Node bar(Spending.Limit month) {
        double limit = month.limit().amount().doubleValue();
        ProgressBar bar = new ProgressBar(limit == 0 ? 1 : Math.min(1, month.spent().amount().doubleValue() / limit));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Words.of("costs.bar"));
        return bar;
    }

    /** A bar beside the amount, as long as its part of the largest. */
    private static HBox row(Spending.Line line, double most) {
        String calls = Words.count("costs.calls", line.calls())
                + (line.unpriced() == 0 ? "" : " · " + Words.count("costs.unpriced", line.unpriced()));
        Label name = Labels.of(line.on().isEmpty() ? Words.of("costs.film") : line.on(), "fw-costs-name");
        Region part = new Region();
        part.getStyleClass().add("fw-costs-part");
        double width = most == 0 ? 0 : BAR * amount(line) / most;
        part.setMinWidth(width);
        part.setMaxWidth(width);
        HBox chart = new HBox(part);
        chart.setMinWidth(BAR);
        chart.getStyleClass().add("fw-costs-chart");
        HBox row = new HBox(name, Labels.of(calls, "fw-muted"), Labels.filler(), chart, Labels.fixed(text(line
                .charged()), "fw-mono", "fw-costs-amount"));
        row.getStyleClass().add("fw-row");
        return row;
    }

    private static Label nothing(String words) {
        return Labels.of(words, "fw-muted", "fw-costs-nothing");
    }

    private TextField field(Spending.Scope scope) {
        TextField field = new TextField();
        field.setId("limit-" + scope.name().toLowerCase(java.util.Locale.ROOT));
        field.setPromptText(Words.of("costs.no-limit"));
        field.setAccessibleText(Words.of("costs.limit." + scope));
        field.getStyleClass().addAll("fw-mono", "fw-costs-field");
        field.setOnAction(enter -> set(scope, field.getText()));
        field.focusedProperty().subscribe((before, now) -> {
            if (!now && !field.getText().isBlank()) {
                set(scope, field.getText());
            }
        });
        fields.put(scope, field);
        return field;
    }

    /** Recorded in the project's journal; what is no amount is said, and the limit stays. */
    private void set(Spending.Scope scope, String typed) {
        Optional<Money> limit = amount(typed);
        if (limit.isEmpty()) {
            fittings.toasts().failed(Words.of("costs.no-amount", "typed", typed));
            refresh();
            return;
        }
        fittings.desk()
                .project()
                .get()
                .ifPresent(project -> fittings.desk()
                        .offstage()
                        .ask(() -> set(project.spending(),
                                scope, limit.get()), answer -> {
                                    if (answer instanceof Outcome.Failed<Spending.Limit>(var failure)) {
                                        fittings.toasts().failed(Failures.words(failure));
                                    }
                                    refresh();
                                }));
    }

    private static Outcome<Spending.Limit> set(Spending spending, Spending.Scope scope, Money limit) {
        return spending.limits()
                .stream()
                .filter(now -> now.scope() == scope && now.limit().equals(limit))
                .findFirst()
                .map(Outcome::ok)
                .orElseGet(() -> spending.limit(scope, limit));
    }

    private static Optional<Money> amount(String typed) {
        String plain = typed.strip().replaceFirst("^\\$", "");
        return plain.matches("\\d{1,9}([.,]\\d{1,2})?")
                ? Optional.of(new Money(new BigDecimal(plain.replace(',', '.')), USUAL))
                : Optional.empty();
    }

    private static Optional<Spending.Limit> limit(Read read, Spending.Scope scope) {
        return read.limits().stream().filter(limit -> limit.scope() == scope).findFirst();
    }

    /** In the currency of the first; others stand in their own lines. */
    private static Money sum(List<Spending.Line> lines) {
        Currency currency = lines.stream().map(line -> line.charged().currency()).findFirst().orElse(USUAL);
        return lines.stream()
                .map(Spending.Line::charged)
                .filter(money -> money.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    private static String text(Money money) {
        return CostText.spent(money.amount(), money.currency());
    }

    @Override
    public boolean isSettled() {
        return !reading;
    }
}
