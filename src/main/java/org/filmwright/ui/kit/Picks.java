package org.filmwright.ui.kit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is picked out of an ordered list, by key: what leaves the list and comes back is picked again. */
public final class Picks<K> {
    private final ReadOnlyObjectWrapper<Set<K>> picked = new ReadOnlyObjectWrapper<>(Set.of());
    private Optional<K> anchor = Optional.empty();

    /** In the order in which they were picked. */
    public ReadOnlyObjectProperty<Set<K>> picked() {
        return picked.getReadOnlyProperty();
    }

    public boolean holds(K key) {
        return picked.get().contains(key);
    }

    public void only(K key) {
        anchor = Optional.of(key);
        set(List.of(key));
    }

    /** Picks it along with the others, or no longer. */
    public void toggle(K key) {
        Set<K> changed = new LinkedHashSet<>(picked.get());
        if (!changed.remove(key)) {
            changed.add(key);
        }
        anchor = Optional.of(key);
        set(changed);
    }

    /** All from where one came to there. @param order of all keys */
    public void through(K key, List<K> order) {
        int from = anchor.map(order::indexOf).filter(at -> at >= 0).orElse(order.indexOf(key));
        int to = order.indexOf(key);
        set(order.subList(Math.min(from, to), Math.max(from, to) + 1));
    }

    public void all(Collection<K> keys) {
        set(keys);
    }

    public void none() {
        set(List.of());
    }

    private void set(Collection<K> keys) {
        picked.set(new LinkedHashSet<>(keys));
    }
}
