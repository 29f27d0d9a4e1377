package org.filmwright.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;

/** Walks through everything the studio can show: pages, bars, drawer, cards, empty pages. Looks are taken at each stop. */
public final class Tour {
    private final BiConsumer<String, TestStudio> look;
    private final FrameSize size;
    private final Theme theme;
    private final double scale;

    /** @param look told the name of each stop, and what shows there */
    public Tour(FrameSize size, Theme theme, double scale, BiConsumer<String, TestStudio> look) {
        this.size = size;
        this.theme = theme;
        this.scale = scale;
        this.look = look;
    }

    public void walk() {
        try (TestStudio studio = new TestStudio(size, theme, scale)) {
            emptyHanded(studio);
            Fx.run(() -> studio.window().open(SampleProject.unwritten()));
            pages(studio, "unwritten", List.of(Scope.STORY, Scope.IMAGES, Scope.TIMELINE));
            Fx.run(() -> studio.window().open(SampleProject.planned()));
            pages(studio, "planned", List.of(Scope.IMAGES, Scope.TIMELINE));
            Fx.run(() -> studio.window().open(SampleProject.whole(SampleQueue.busy()).recovered(2)));
            pages(studio, "whole", List.of(Scope.STORY, Scope.IMAGES, Scope.TIMELINE));
            story(studio);
            images(studio);
            settings(studio);
            drawer(studio);
            cards(studio);
        }
    }

    private void emptyHanded(TestStudio studio) {
        Fx.run(() -> Looks.remember(studio.window(), Path.of("gone", "Night Ferry.filmwright"), Optional.empty()));
        pages(studio, "closed", Looks.pages(studio.window()));
    }

    private void pages(TestStudio studio, String name, List<Scope> pages) {
        for (Scope page : pages) {
            studio.show(page);
            look(studio, name + " " + page);
        }
    }

    private void story(TestStudio studio) {
        studio.show(Scope.STORY);
        studio.press(KeyCode.F, KeyCode.CONTROL);
        type(studio, "find", "suitcase");
        look(studio, "find");
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.G, KeyCode.CONTROL);
        look(studio, "go to");
        studio.press(KeyCode.ESCAPE);
        studio.all("#shot-card-1-B").forEach(card -> {
            Fx.run(() -> card.getOnMouseClicked().handle(null));
            look(studio, "a shot changed by hand");
        });
        studio.press(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
        look(studio, "index cards");
        studio.press(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
        type(studio, "filter-scenes", "submarine");
        look(studio, "no scene fits");
        type(studio, "filter-scenes", "");
    }

    private void images(TestStudio studio) {
        studio.show(Scope.IMAGES);
        studio.press(KeyCode.N);
        look(studio, "asking for changes");
        studio.press(KeyCode.ESCAPE);
    }

    private void settings(TestStudio studio) {
        studio.show(Scope.SETTINGS);
        ListView<?> nav = (ListView<?>) studio.node("settings-nav");
        for (int i = 0; i < nav.getItems().size(); i++) {
            int at = i;
            Fx.run(() -> nav.getSelectionModel().select(at));
            look(studio, "settings " + i);
        }
        type(studio, "settings-search", "submarine");
        look(studio, "no setting fits");
        type(studio, "settings-search", "");
    }

    private void drawer(TestStudio studio) {
        studio.show(Scope.IMAGES);
        studio.press(KeyCode.J, KeyCode.CONTROL);
        look(studio, "jobs");
        studio.press(KeyCode.L);
        look(studio, "the log of a job");
        studio.press(KeyCode.J, KeyCode.CONTROL);
    }

    private void cards(TestStudio studio) {
        studio.press(KeyCode.F1);
        look(studio, "keys");
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.K, KeyCode.CONTROL);
        look(studio, "palette");
        type(studio, "palette", "submarine");
        look(studio, "no command fits");
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.Q, KeyCode.CONTROL);
        look(studio, "leaving");
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("a toast", () -> studio.window().scene().lookup(".fw-toast") != null);
        look(studio, "a film is made");
    }

    private static void type(TestStudio studio, String field, String words) {
        TextField node = (TextField) studio.node(field);
        Fx.run(() -> node.setText(words));
    }

    private void look(TestStudio studio, String stop) {
        studio.settle();
        studio.layOut();
        look.accept(stop, studio);
    }

}
