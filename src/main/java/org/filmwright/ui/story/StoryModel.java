package org.filmwright.ui.story;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.filmwright.production.Edits;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Element;
import org.filmwright.story.Pages;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Words;

/** What the story workspace says about the script and about the scene being looked at. */
final class StoryModel {
    private static final String[] EIGHTHS = {"", "⅛", "¼", "⅜", "½", "⅝", "¾", "⅞"};

    private final Desk desk;
    private final Writing writing;
    private final ObservableValue<StoryState> state;
    private final ReadOnlyObjectWrapper<Pages> pages = new ReadOnlyObjectWrapper<>(Pages.of(List.of()));

    private int counting;

    StoryModel(Desk desk, Writing writing) {
        this.desk = desk;
        this.writing = writing;
        state = desk.snapshot().map(StoryModel::stateOf);
        desk.snapshot().subscribe(this::count);
    }

    ObservableValue<StoryState> state() {
        return state;
    }

    ReadOnlyObjectProperty<Pages> pages() {
        return pages.getReadOnlyProperty();
    }

    /** Counted behind the window, when something was recorded and not at every letter. */
    private void count() {
        List<Element> elements = writing.manuscript().get().elements();
        counting++;
        desk.offstage().ask(() -> Pages.of(elements), counted -> {
            counting--;
            pages.set(counted);
        });
    }

    /** Whether the count belongs to what is recorded. */
    boolean isCounted() {
        return counting == 0;
    }

    Optional<Scene> scene() {
        return desk.plan()
                .flatMap(plan -> desk.scene()
                        .get()
                        .filter(n -> n <= plan.scenes().size())
                        .map(n -> plan.scenes().get(n - 1)));
    }

    List<Shot> shotsOfScene() {
        return desk.plan().flatMap(plan -> scene().map(plan::shotsOf)).orElse(List.of());
    }

    /** {@code 2⅜} pages. */
    String eighths(int scene) {
        int eighths = pages.get().eighths(scene);
        String whole = eighths >= 8 ? Integer.toString(eighths / 8) : "";
        return whole + EIGHTHS[eighths % 8];
    }

    /** {@code 24 pages · ~26 min}. */
    String length() {
        return Words.count("story.pages", pages.get().pages(), "minutes", pages.get().minutes());
    }

    /** Nothing where nothing is written. */
    String page() {
        if (pages.get().words() == 0) {
            return "";
        }
        int scene = desk.scene().get().orElse(1);
        return Words.of("story.page", "page", pages.get().pageOf(scene), "of", pages.get().pages());
    }

    String words() {
        return Words.count("story.words", pages.get().words());
    }

    /** What breaking the scene down would do. */
    Optional<Edits.Estimate> estimate() {
        return desk.snapshot()
                .get()
                .flatMap(now -> desk.plan()
                        .flatMap(plan -> scene().map(scene -> desk.edits(now).estimate(now, plan, scene.number()))));
    }

    /** Whether all scenes are broken down, and nothing changed since. */
    boolean isWhole() {
        return desk.snapshot()
                .get()
                .flatMap(now -> desk.plan().map(plan -> now.edits().isWhole(now, plan)))
                .orElse(false);
    }

    private static StoryState stateOf(Optional<Snapshot> snapshot) {
        return snapshot.map(open -> open.script().isPresent() ? StoryState.SCRIPT : StoryState.NO_SCRIPT)
                .orElse(StoryState.NO_PROJECT);
    }
}
