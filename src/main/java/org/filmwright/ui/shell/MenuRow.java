package org.filmwright.ui.shell;

import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Words;

/** The menus. Every entry is a command, and every command but those that are held; a dash stands for a separator. */
final class MenuRow {
    private static final List<List<String>> MENUS = List.of(
            List.of("menu.file", "file.new", "file.open", "file.import", "file.story", "file.sample", "-", "file.save",
                    "file.close", "-", "models.download", "models.import", "models.import-pack", "-", "file.quit"),
            List.of("menu.edit", "edit.undo", "edit.redo", "-", "story.cut", "story.copy", "story.paste",
                    "story.select-all", "-", "images.copy", "images.copy-prompt", "-", "story.find", "images.find",
                    "models.find", "settings.find", "edit.search", "story.go-to", "-", "story.write", "story.note",
                    "story.bold", "story.italic", "story.underline", "-", "story.scene-up", "story.scene-down",
                    "-", "story.suggestion-next", "story.suggestion-previous", "story.suggestion-accept",
                    "story.suggestion-ignore", "-", "models.draw", "models.licence", "models.verify", "models.move",
                    "models.pause", "models.remove"),
            List.of("menu.view", "view.story", "view.images", "view.timeline", "view.models", "view.settings",
                    "view.jobs", "-", "story.cards", "story.crew", "story.bible", "story.focus", "-",
                    "view.left", "view.right", "-",
                    "images.grid", "images.loupe", "images.compare", "images.compare-way", "images.survey",
                    "images.survey-alike",
                    "images.survey-remove", "images.full", "images.zoom",
                    "images.info", "images.surround", "images.show-all",
                    "images.see-trash", "images.select-all", "images.select-none", "-", "view.theme",
                    "view.palette", "-",
                    "view.larger",
                    "view.smaller", "view.normal", "-", "view.next-pane", "view.previous-pane", "view.second-screen",
                    "view.full-screen"),
            List.of("menu.shot", "shot.motion", "shot.clip-next", "shot.clip-good", "-", "images.approve", "images.use",
                    "images.reject", "images.reject-why",
                    "images.changes", "images.draw", "images.renew", "images.trash", "images.restore",
                    "images.empty-trash", "images.import",
                    "-",
                    "images.regenerate",
                    "images.regenerate-n", "images.edit-prompt", "images.enlarge", "images.recipe",
                    "images.revision-accept",
                    "images.revision-ignore", "-",
                    "images.stars-0", "images.stars-1", "images.stars-2", "images.stars-3", "images.stars-4",
                    "images.stars-5", "-",
                    "images.approve-stay", "images.reject-stay", "images.renew-go", "images.auto-advance", "-",
                    "images.note-next", "images.note-previous", "images.note-answer", "images.note-resolve",
                    "images.note-erase", "-", "images.next",
                    "images.previous", "images.take-on", "images.take-back", "images.next-shot", "images.previous-shot",
                    "-", "story.next-scene",
                    "story.previous-scene", "-", "timeline.split", "timeline.trim-head", "timeline.trim-tail",
                    "timeline.lift", "timeline.extract", "timeline.insert", "timeline.overwrite", "timeline.earlier",
                    "timeline.later", "timeline.nudge-left", "timeline.nudge-right", "timeline.roll-left",
                    "timeline.roll-right", "timeline.slip-left", "timeline.slip-right", "timeline.head-earlier",
                    "timeline.head-later", "timeline.tail-earlier", "timeline.tail-later", "timeline.dissolve", "-",
                    "timeline.scene-earlier", "timeline.scene-later", "timeline.marker", "timeline.marker-next",
                    "timeline.marker-previous", "timeline.marker-remove", "timeline.track-on", "timeline.track-lock",
                    "-",
                    "timeline.slower", "timeline.faster", "timeline.speed-normal", "timeline.reverse",
                    "timeline.freeze", "timeline.fade-in", "timeline.fade-out", "timeline.title-card",
                    "timeline.title-over", "timeline.title-edit", "timeline.link", "timeline.unlink", "-",
                    "timeline.pick", "timeline.generate", "timeline.regenerate", "timeline.relink",
                    "timeline.show-images"),
            List.of("menu.run", "story.refresh", "images.generate", "timeline.export", "run.make", "run.workflow",
                    "run.show-film",
                    "run.stop", "-",
                    "jobs.pause", "jobs.retry", "jobs.remove", "jobs.first", "jobs.sooner", "jobs.later",
                    "jobs.show",
                    "jobs.picture", "jobs.log", "jobs.clear", "-", "timeline.play", "timeline.shuttle-back",
                    "timeline.shuttle-stop",
                    "timeline.shuttle-on", "timeline.loop", "timeline.mark-in", "timeline.mark-out", "timeline.go-in",
                    "timeline.go-out", "timeline.clear-marks", "timeline.full", "timeline.next-frame",
                    "timeline.previous-frame", "timeline.next-second", "timeline.previous-second", "timeline.next-cut",
                    "timeline.previous-cut", "timeline.start", "timeline.end", "-", "timeline.zoom-in",
                    "timeline.zoom-out", "timeline.fit", "-", "timeline.select", "timeline.blade", "timeline.snap",
                    "timeline.seams",
                    "-", "models.free"),
            List.of("menu.help", "help.keys", "help.log", "help.about"));

    /** Menus that mean nothing while no project is open. */
    private static final Set<String> OF_A_FILM = Set.of("menu.shot", "menu.run");

    private final Commands commands;
    private final MenuBar bar = new MenuBar();
    private final Menu all = new Menu(Words.of("menu.all"));
    private final MenuBar folded = new MenuBar(all);
    private boolean filled;

    MenuRow(Commands commands) {
        this.commands = commands;
        bar.setUseSystemMenuBar(true);
        bar.setId("menus");
        folded.setId("menus-folded");
        all.setId("menu-all");
        MENUS.forEach(entries -> bar.getMenus().add(menu(entries)));
    }

    /** Ids of all commands that stand in a menu. */
    static List<String> ids() {
        return MENUS.stream().flatMap(menu -> menu.stream().skip(1)).filter(id -> !id.equals("-")).toList();
    }

    /** The menus; they stay empty until {@link #fill}, since every page has to be there for that. */
    MenuBar bar() {
        return bar;
    }

    /** The same menus below one, for a window that has no room for a row of them; made when it is first needed. */
    MenuBar folded() {
        if (all.getItems().isEmpty()) {
            MENUS.forEach(entries -> all.getItems().add(menu(entries)));
            if (filled) {
                fill(all.getItems());
            }
        }
        return folded;
    }

    /** Puts the commands in. */
    void fill() {
        filled = true;
        fill(bar.getMenus());
        fill(all.getItems());
    }

    private void fill(List<? extends MenuItem> menus) {
        for (int i = 0; i < menus.size(); i++) {
            ((Menu) menus.get(i)).getItems().setAll(MENUS.get(i).stream().skip(1).map(this::item).toList());
        }
    }

    private Menu menu(List<String> entries) {
        Menu menu = new Menu(Words.of(entries.getFirst()));
        menu.setId(entries.getFirst().replace('.', '-'));
        if (OF_A_FILM.contains(entries.getFirst())) {
            menu.visibleProperty().bind(commands.of("view.story").possible());
        }
        menu.setOnShowing(opening -> menu.getItems().forEach(this::showKey));
        menu.setOnHidden(closed -> menu.getItems().forEach(item -> item.setAccelerator(null)));
        return menu;
    }

    private MenuItem item(String id) {
        if (id.equals("-")) {
            return new SeparatorMenuItem();
        }
        Command command = commands.of(id);
        MenuItem item = new MenuItem();
        item.textProperty().bind(commands.words(id));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> command.run());
        item.disableProperty().bind(Bindings.not(command.possible()));
        return item;
    }

    /** Keys stand in a menu only while it is open: as accelerators they would fire while somebody types. */
    private void showKey(MenuItem item) {
        if (item.getId() != null) {
            commands.keys().of(item.getId()).stream().findFirst().ifPresent(item::setAccelerator);
        }
    }
}
