package org.filmwright.ui.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.filmwright.production.models.Load;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Porter;
import org.filmwright.production.models.Supply;
import org.filmwright.ui.fx.FxBridge;
import org.filmwright.ui.fx.Offstage;

/** What stands on the shelf and what is on its way there, followed as it changes. Used on the window's thread. */
final class ModelsModel implements AutoCloseable {
    private final ModelShelf shelf;
    private final Porter porter;
    private final News news;
    /** Of its own: nothing else may wait for a disk that is slow. */
    private final Offstage offstage = new Offstage("filmwright-models");
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<ModelShelf.Disk>> disk = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<RuntimeException>> trouble = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty reading = new SimpleBooleanProperty();
    private List<Load> loads = List.of();
    private boolean recalled;

    /** What a person has to hear of. */
    interface News {
        /** What is done stands otherwise. */
        void changed();

        /** Something new is on its way. */
        void comes(Entry entry);

        void asks(Load load);

        void ended(Load.Ended ended);
    }

    ModelsModel(ModelShelf shelf, Supply supply, InstantSource clock, News news) {
        this.shelf = shelf;
        this.news = news;
        Consumer<List<Load>> latest = FxBridge.latest(this::going);
        porter = new Porter(shelf, supply, clock, new Porter.Watcher() {
            @Override
            public void changed(List<Load> now) {
                latest.accept(now);
            }

            @Override
            public void ended(Load.Ended ended) {
                FxBridge.later(() -> over(ended));
            }
        });
    }

    ObservableList<Entry> entries() {
        return entries;
    }

    ObjectProperty<Optional<ModelShelf.Disk>> disk() {
        return disk;
    }

    /** Why the list cannot be read; nothing while it can. */
    ObjectProperty<Optional<RuntimeException>> trouble() {
        return trouble;
    }

    boolean isReading() {
        return reading.get();
    }

    ModelShelf shelf() {
        return shelf;
    }

    Porter porter() {
        return porter;
    }

    Offstage offstage() {
        return offstage;
    }

    /** What is done now. */
    List<Load> loads() {
        return loads;
    }

    private record Found(List<Entry.Standing> standing, Optional<ModelShelf.Disk> disk) {}

    /** Reads what there is; the first time also what earlier days left half done. */
    void refresh() {
        refresh(() -> {});
    }

    void refresh(Runnable then) {
        reading.set(true);
        boolean first = !recalled;
        offstage.ask(() -> found(first), found -> {
            recalled = true;
            reading.set(false);
            trouble.set(Optional.empty());
            disk.set(found.disk());
            stood(found.standing());
            then.run();
        }, why -> {
            reading.set(false);
            trouble.set(Optional.of(why));
        });
    }

    private Found found(boolean first) {
        List<Model> models = shelf.all();
        if (first) {
            porter.recall();
        }
        return new Found(models.stream().map(this::standing).toList(), shelf.disk());
    }

    private Entry.Standing standing(Model model) {
        try {
            return new Entry.Standing(model, shelf.uses().of(model.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Model model) {
        return "model " + model.name();
    }

    private void stood(List<Entry.Standing> now) {
        Set<String> keys = new HashSet<>();
        now.forEach(each -> {
            keys.add(key(each.model()));
            entry(key(each.model())).standing().set(Optional.of(each));
        });
        entries.removeIf(entry -> entry.key().startsWith("model ") && !keys.contains(entry.key()));
    }

    /** What is done about a model shows in its row; what comes has one of its own, above them. */
    private void going(List<Load> now) {
        List<Load> before = loads;
        loads = List.copyOf(now);
        Set<String> keys = new HashSet<>();
        for (Load load : now) {
            String key = isAbout(load) ? "model " + load.name() : "load " + load.id();
            keys.add(key);
            boolean fresh = !isAbout(load) && find(key).isEmpty();
            if (!isAbout(load) || find(key).isPresent()) {
                entry(key).load().set(Optional.of(load));
            }
            if (fresh) {
                news.comes(entry(key));
            }
        }
        entries.removeIf(entry -> entry.key().startsWith("load ") && !keys.contains(entry.key()));
        entries.stream()
                .filter(entry -> entry.load().get().isPresent() && !keys.contains(entry.key()))
                .forEach(entry -> entry.load().set(Optional.empty()));
        news.changed();
        now.stream().filter(load -> isNewQuestion(load, before)).findFirst().ifPresent(news::asks);
    }

    private static boolean isAbout(Load load) {
        return load.kind() == Load.Kind.CHECK || load.kind() == Load.Kind.MOVE;
    }

    private static boolean isNewQuestion(Load load, List<Load> before) {
        return load.state() instanceof Load.Asks && before.stream()
                .noneMatch(old -> old.id() == load.id() && old.state() instanceof Load.Asks);
    }

    private Optional<Entry> find(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    Optional<Entry> find(Model model) {
        return find(key(model));
    }

    /** What comes stands before what is here, models by their names. */
    private Entry entry(String key) {
        return find(key).orElseGet(() -> {
            Entry made = new Entry(key);
            int at = (int) entries.stream().filter(entry -> entry.key().compareTo(key) < 0).count();
            entries.add(at, made);
            return made;
        });
    }

    private void over(Load.Ended ended) {
        refresh(() -> news.ended(ended));
    }

    @Override
    public void close() {
        porter.close();
        offstage.close();
    }
}
