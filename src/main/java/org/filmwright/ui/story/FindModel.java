package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.filmwright.story.ScriptEdit;

/** Finds words on the page, without regard to case, and puts others in their place. */
final class FindModel {
    private final ScriptField field;
    private final ScriptDesk script;
    private final StringProperty sought = new SimpleStringProperty("");
    private final StringProperty replacement = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<ScriptEdit>> places = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();

    FindModel(ScriptField field, ScriptDesk script) {
        this.field = field;
        this.script = script;
        sought.subscribe(() -> search(0));
        field.onEdit(edit -> {
            if (!sought.get().isBlank()) {
                search(at.get());
            }
        });
    }

    StringProperty sought() {
        return sought;
    }

    StringProperty replacement() {
        return replacement;
    }

    /** Each as the edit that takes it away. */
    ReadOnlyObjectProperty<List<ScriptEdit>> places() {
        return places.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    /** The next or previous one, round and round. */
    void step(int by) {
        if (!places.get().isEmpty()) {
            at.set(Math.floorMod(at.get() + by, places.get().size()));
            field.mark(places.get(), at.get());
            reveal();
        }
    }

    /** Puts the caret where it was found, to go on there. */
    void take() {
        if (!places.get().isEmpty()) {
            ScriptEdit place = places.get().get(at.get());
            field.select(place.at(), place.at() + place.removed().length());
        }
    }

    void replaceOne() {
        if (!places.get().isEmpty()) {
            ScriptEdit place = places.get().get(at.get());
            script.own(new ScriptEdit(place.at(), place.removed(), replacement.get()));
            reveal();
        }
    }

    /** All at once, and one step to undo. */
    void replaceAll() {
        String before = field.text();
        StringBuilder after = new StringBuilder();
        int done = 0;
        for (ScriptEdit place : places.get()) {
            after.append(before, done, place.at()).append(replacement.get());
            done = place.at() + place.removed().length();
        }
        ScriptEdit.between(before, after.append(before.substring(done)).toString()).ifPresent(script::own);
    }

    private void search(int wanted) {
        String text = field.text();
        String hay = text.toLowerCase(Locale.ROOT);
        String needle = sought.get().toLowerCase(Locale.ROOT);
        List<ScriptEdit> found = new ArrayList<>();
        boolean comparable = hay.length() == text.length() && !needle.isBlank();
        for (int i = comparable ? hay.indexOf(needle) : -1; i >= 0; i = hay.indexOf(needle, i + needle.length())) {
            found.add(new ScriptEdit(i, text.substring(i, i + needle.length()), ""));
        }
        places.set(List.copyOf(found));
        at.set(found.isEmpty() ? 0 : Math.min(wanted, found.size() - 1));
        field.mark(places.get(), at.get());
        if (wanted == 0 && !found.isEmpty()) {
            reveal();
        }
    }

    private void reveal() {
        if (!places.get().isEmpty()) {
            field.reveal(Math.max(0, field.lineAt(places.get().get(at.get()).at()) - 6));
        }
    }
}
