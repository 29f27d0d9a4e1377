package org.filmwright.ui.models;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.filmwright.production.Project;
import org.filmwright.production.models.Devices;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Toasts;
import org.filmwright.ui.kit.Words;

/** What the models hold of this machine, as long as a project is open. It is told, and never asks. */
public final class DevicesModel {
    private final Desk desk;
    private final Toasts toasts;
    private final ReadOnlyObjectWrapper<List<Devices.Device>> now = new ReadOnlyObjectWrapper<>(List.of());
    private final Consumer<List<Devices.Device>> newest = FxBridge.latest(now::set);
    private Devices devices = Devices.NONE;
    private Devices.Listening listening = () -> {};

    public DevicesModel(Desk desk, Toasts toasts, Function<Project, Devices> of) {
        this.desk = desk;
        this.toasts = toasts;
        desk.project().subscribe(open -> turnTo(open.map(of).orElse(Devices.NONE)));
    }

    private void turnTo(Devices others) {
        listening.close();
        devices = others;
        listening = others.listen(() -> newest.accept(others.now()));
        now.set(others.now());
    }

    /** Those on which something is loaded, or that have failed. */
    ReadOnlyObjectProperty<List<Devices.Device>> now() {
        return now.getReadOnlyProperty();
    }

    static boolean isHeld(Devices.Device device) {
        return device.model().isPresent() || device.busy();
    }

    boolean anyHeld() {
        return now.get().stream().anyMatch(DevicesModel::isHeld);
    }

    /** Has the memory back; where a picture is painted it stays. */
    public void free() {
        Devices asked = devices;
        desk.offstage().ask(asked::free, busy -> {
            if (busy > 0) {
                toasts.done(Words.count("devices.busy", busy));
            }
        });
    }
}
