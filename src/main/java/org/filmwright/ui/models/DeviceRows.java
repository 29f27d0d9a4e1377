package org.filmwright.ui.models;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.filmwright.production.models.Devices;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Chip;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** A row for each device that holds a model or has failed, and the memory back at one press. */
public final class DeviceRows extends VBox {
    private static final String FREE = "models.free";

    private final DevicesModel model;
    private final Commands commands;

    public DeviceRows(DevicesModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
        setId("devices");
        getStyleClass().add("fw-devices");
        Presence.when(model.now().map(all -> all.stream().anyMatch(DeviceRows::isTold)), this);
        model.now().subscribe(this::show);
    }

    /** {@code GPU 18.0/24.0 GB}: all devices together, hidden while none holds anything. It leads to the models. */
    public static Chip chip(DevicesModel model, Runnable open) {
        ObservableValue<String> words = model.now().map(DeviceRows::chip);
        Chip chip = new Chip("chip-devices", Glyphs.icon(MaterialDesignE.EXPANSION_CARD), words, open);
        ObservableValue<String> spoken = model.now()
                .map(all -> all.stream()
                        .filter(DeviceRows::isTold)
                        .map(DeviceRows::sentence)
                        .collect(
                                Collectors.joining("\n")));
        chip.accessibleTextProperty().bind(spoken);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(spoken);
        chip.setTooltip(tip);
        return chip;
    }

    /** Has the memory back, from a menu too. */
    public static Command command(DevicesModel model) {
        BooleanBinding held = Bindings.createBooleanBinding(model::anyHeld, model.now());
        return Command.when(held, FREE, Scope.GLOBAL, model::free);
    }

    private static boolean isTold(Devices.Device device) {
        return DevicesModel.isHeld(device) || device.out().isPresent();
    }

    private static String chip(List<Devices.Device> all) {
        List<Devices.Device> told = all.stream().filter(DeviceRows::isTold).toList();
        if (told.isEmpty()) {
            return "";
        }
        long out = told.stream().filter(device -> device.out().isPresent()).count();
        String kind = Words.of(told.stream().anyMatch(device -> device.card().isPresent())
                ? "devices.card"
                : "devices.processor");
        String held = Words.of("devices.chip", "kind", kind, "used", gigabytes(told.stream()
                .mapToLong(Devices.Device::used)
                .sum()), "total", gigabytes(told.stream().mapToLong(Devices.Device::total).sum()));
        return out == 0 ? held : Words.of("devices.chip.out", "held", held, "n", out);
    }

    private static String gigabytes(long bytes) {
        return Words.of("devices.gigabytes", "value", String.format("%.1f", bytes / 1e9));
    }

    private void show(List<Devices.Device> all) {
        getChildren().setAll(all.stream().filter(DeviceRows::isTold).map(DeviceRows::row).toList());
        if (!getChildren().isEmpty() && model.anyHeld()) {
            Button free = Buttons.of(commands, FREE);
            ((HBox) getChildren().getLast()).getChildren().addAll(Labels.filler(), free);
        }
    }

    private static Node row(Devices.Device device) {
        Label name = Labels.fixed(device.out().isPresent()
                ? where(device)
                : device.model().orElseGet(() -> Words.of("devices.loading")), "fw-bold");
        Label facts = Labels.of(device.out().orElseGet(() -> facts(device)), "fw-muted");
        facts.setMinWidth(0);
        HBox row = new HBox(new StatusGlyph(device.out().isPresent()
                ? Status.FAILED
                : device.busy() ? Status.GENERATING : Status.DONE), name, facts);
        row.getStyleClass().add("fw-device-row");
        row.setAccessibleText(sentence(device));
        return row;
    }

    private static String where(Devices.Device device) {
        return device.card().orElseGet(() -> Words.of("devices.here"));
    }

    private static String facts(Devices.Device device) {
        String held = Words.of("devices.facts", "where", where(device), "used", gigabytes(device.used()), "total",
                gigabytes(device.total()), "painted", Words.count("devices.painted", device.pictures()));
        return device.busy() ? Words.of("devices.facts.busy", "facts", held) : held;
    }

    /** All of it for a screen reader. */
    private static String sentence(Devices.Device device) {
        return device.out()
                .map(why -> Words.of("devices.out", "where", where(device), "why", why))
                .orElseGet(() -> Words.of("devices.spoken", "model", device.model()
                        .orElseGet(() -> Words.of(
                                "devices.loading")),
                        "facts", facts(device)));
    }
}
