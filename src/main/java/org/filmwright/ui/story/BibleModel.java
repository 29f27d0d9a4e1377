package org.filmwright.ui.story;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.filmwright.story.Bible.Entry;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Portrait;
import org.filmwright.story.Screenplay;
import org.filmwright.story.ScriptSupervisor;
import org.filmwright.story.Scripts.Script;
import org.filmwright.ui.kit.Desk;

/** The bible of the script on the desk: read behind the window, and only while somebody looks at it. */
final class BibleModel {
    private final Desk desk;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Read> read = Optional.empty();
    private boolean looking;

    BibleModel(Desk desk) {
        this.desk = desk;
        desk.snapshot().subscribe(this::look);
        shown.subscribe(this::look);
    }

    /** @param portrait how a person wants it to look */
    record Row(Entry entry, Optional<String> portrait) {}

    private record Read(String text, List<Entry> entries) {}

    BooleanProperty shown() {
        return shown;
    }

    /** Characters, then locations, then things, as the script has them; none while nobody looks at them. */
    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    private void look() {
        Optional<Script> script = desk.script().filter(_ -> shown.get());
        if (script.isEmpty()) {
            rows.set(List.of());
        } else if (read.filter(known -> known.text().equals(script.get().text())).isPresent()) {
            show(script.get());
        } else if (!looking) {
            looking = true;
            desk.offstage().ask(() -> read(script.get()), this::seen, _ -> looking = false);
        }
    }

    private void seen(Read now) {
        looking = false;
        read = Optional.of(now);
        look();
    }

    private void show(Script script) {
        List<Row> now = read.orElseThrow()
                .entries()
                .stream()
                .map(entry -> new Row(entry, script.portrait(entry.kind(), entry.name()).map(Portrait::words)))
                .toList();
        if (!now.equals(rows.get())) {
            rows.set(now);
        }
    }

    /** Of the text alone: the plan that is recorded may be of the words before. */
    private static Read read(Script script) {
        Screenplay screenplay = FountainReader.read(script.text());
        return new Read(script.text(),
                ScriptSupervisor.bible(screenplay, Planner.plan(screenplay, script.drafted().seed())).entries());
    }
}
