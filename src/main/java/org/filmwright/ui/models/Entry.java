package org.filmwright.ui.models;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.filmwright.production.models.Load;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.Use;

/** A row of the list: a model that is here, something that is coming, or a model about which something is being done. */
final class Entry {
    private final String key;
    private final ObjectProperty<Optional<Standing>> standing = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Load>> load = new SimpleObjectProperty<>(Optional.empty());

    /** A model on the shelf, and what it painted. */
    record Standing(Model model, List<Use> uses) {}

    Entry(String key) {
        this.key = key;
    }

    /** Stays the same as long as it stands for the same. */
    String key() {
        return key;
    }

    ObjectProperty<Optional<Standing>> standing() {
        return standing;
    }

    ObjectProperty<Optional<Load>> load() {
        return load;
    }

    Optional<Model> model() {
        return standing.get().map(Standing::model);
    }

    String name() {
        return model().map(Model::name).or(() -> load.get().map(Load::name)).orElse("");
    }

    @Override
    public String toString() {
        return "Entry[" + name() + "]";
    }
}
