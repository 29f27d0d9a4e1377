package org.filmwright.ui.story;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.filmwright.production.Snapshot;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Scene;
import org.filmwright.story.Scripts.Script;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.story.ScriptPage.Range;

/** The script as a page, what is selected and found in it, and the shots of the scene being looked at. */
final class StoryModel {
    private final Desk desk;
    private final ReadOnlyObjectWrapper<ScriptPage> page = new ReadOnlyObjectWrapper<>(ScriptPage.EMPTY);
    private final ReadOnlyObjectWrapper<Matches> matches = new ReadOnlyObjectWrapper<>(Matches.NONE);
    private final ObjectProperty<Range> selection = new SimpleObjectProperty<>(Range.NONE);
    private final StringProperty sought = new SimpleStringProperty("");
    private final ObservableValue<StoryState> state;
    private String pageText = "";

    StoryModel(Desk desk) {
        this.desk = desk;
        state = desk.snapshot().map(StoryModel::stateOf);
        desk.snapshot().subscribe(() -> desk.script().ifPresentOrElse(this::set, () -> page.set(ScriptPage.EMPTY)));
        sought.subscribe(this::search);
        page.subscribe(this::search);
    }

    ObservableValue<StoryState> state() {
        return state;
    }

    ReadOnlyObjectProperty<ScriptPage> page() {
        return page.getReadOnlyProperty();
    }

    ObjectProperty<Range> selection() {
        return selection;
    }

    StringProperty sought() {
        return sought;
    }

    ReadOnlyObjectProperty<Matches> matches() {
        return matches.getReadOnlyProperty();
    }

    void findNext(int step) {
        matches.set(matches.get().step(step));
    }

    String selectedText() {
        return page.get().text().substring(selection.get().start(), selection.get().end());
    }

    void selectAll() {
        selection.set(new Range(0, page.get().text().length()));
    }

    Optional<Scene> scene() {
        return desk.plan()
                .flatMap(plan -> desk.scene()
                        .get()
                        .filter(n -> n <= plan.scenes().size())
                        .map(n -> plan.scenes()
                                .get(n
                                        - 1)));
    }

    List<Shot> shotsOfScene() {
        return desk.plan().flatMap(plan -> scene().map(plan::shotsOf)).orElse(List.of());
    }

    void stepScene(int step) {
        int last = desk.plan().map(plan -> plan.scenes().size()).orElse(0);
        if (last > 0) {
            desk.showScene(Math.clamp(desk.scene().get().orElse(1) + (long) step, 1, last));
        }
    }

    /** {@code 12 shots, about 1:32}. */
    String length() {
        return desk.plan().map(StoryModel::length).orElse("");
    }

    private static String length(ShotPlan plan) {
        return Words.count("story.length", plan.shots().size(), "time", Words.minutes(plan.seconds()));
    }

    private void set(Script script) {
        if (!script.text().equals(pageText) || page.get() == ScriptPage.EMPTY) {
            pageText = script.text();
            selection.set(Range.NONE);
            page.set(ScriptPage.of(FountainReader.read(script.text()).elements(), script.plan().scenes()));
        }
    }

    private void search() {
        matches.set(new Matches(page.get().find(sought.get()), 0));
    }

    private static StoryState stateOf(Optional<Snapshot> snapshot) {
        return snapshot.map(open -> open.script().isPresent() ? StoryState.SCRIPT : StoryState.NO_SCRIPT)
                .orElse(StoryState.NO_PROJECT);
    }
}
