package org.filmwright.ui.models;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.filmwright.production.models.Load;
import org.filmwright.production.models.Model;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Scope;

/** The commands of the page: what brings models, and what is done with the chosen one. */
final class ModelVerbs {
    private final ObservableValue<Entry> chosen;

    /** Does what they say. */
    interface Acts {
        void download();

        void importFolder();

        void importPack();

        void draw(Model model);

        void licence(Entry entry);

        void verify(Model model);

        void move(Model model);

        void pauseOrGoOn(Entry entry);

        void remove(Entry entry);
    }

    ModelVerbs(ObservableValue<Entry> chosen) {
        this.chosen = chosen;
    }

    List<Command> commands(Acts acts) {
        return List.of(Command.always("models.download", Scope.MODELS, acts::download),
                Command.always("models.import", Scope.MODELS, acts::importFolder),
                Command.always("models.import-pack", Scope.MODELS, acts::importPack),
                onModel("models.draw", acts::draw), onEntry("models.licence", entry -> true, acts::licence),
                onModel("models.verify", acts::verify), onModel("models.move", acts::move),
                onEntry("models.pause", ModelVerbs::comes, acts::pauseOrGoOn),
                onEntry("models.remove", entry -> true, acts::remove));
    }

    private static boolean comes(Entry entry) {
        return entry.load().get().filter(load -> load.kind() == Load.Kind.DOWNLOAD).isPresent();
    }

    private Command onModel(String id, Consumer<Model> act) {
        return onEntry(id, entry -> entry.model().isPresent(), entry -> entry.model().ifPresent(act));
    }

    private Command onEntry(String id, Predicate<Entry> which, Consumer<Entry> act) {
        Supplier<Optional<Entry>> one = () -> Optional.ofNullable(chosen.getValue()).filter(which);
        ObservableValue<Boolean> fits = chosen.flatMap(entry -> Bindings.createBooleanBinding(() -> which.test(entry),
                entry.load(), entry.standing())).orElse(false);
        ObservableBooleanValue possible = Bindings.createBooleanBinding(fits::getValue, fits);
        return Command.when(possible, id, Scope.MODELS, () -> one.get().ifPresent(act));
    }
}
