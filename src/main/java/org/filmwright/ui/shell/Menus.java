package org.filmwright.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the menus: every command but those that are held, each in one place. */
final class Menus {
    private static final Group SHOT = new Group("menu.shot", all("shot.motion", "shot.clip-next", "shot.clip-good", "-",
            "images.approve", "images.use", "images.reject", "images.reject-why", "images.changes", "images.draw",
            "images.renew", new Group("menu.stars", all("images.stars-0", "images.stars-1", "images.stars-2",
                    "images.stars-3", "images.stars-4", "images.stars-5")),
            new Group("menu.deciding", all("images.approve-stay", "images.reject-stay", "images.renew-go",
                    "images.auto-advance")),
            new Group("menu.notes", all("images.note-next", "images.note-previous", "images.note-answer",
                    "images.note-resolve", "images.note-erase")),
            "-", "images.regenerate", "images.regenerate-n", "images.edit-prompt", "images.enlarge", "images.recipe",
            "images.revision-accept", "images.revision-ignore", "-", "images.import", "images.trash", "images.restore",
            "images.empty-trash", "-", "images.next", "images.previous", "images.take-on", "images.take-back",
            "images.next-shot", "images.previous-shot", "story.next-scene", "story.previous-scene"));

    private static final Group CUT = new Group("menu.cut", all("timeline.split", "timeline.lift", "timeline.extract",
            "timeline.join", "timeline.earlier", "timeline.later", "-",
            new Group("menu.bring", all("timeline.insert", "timeline.overwrite", "timeline.append", "timeline.replace",
                    "timeline.over", "timeline.fill", "-", "timeline.lift-marked", "timeline.extract-marked")),
            new Group("menu.trim", all("timeline.trim-head", "timeline.trim-tail", "timeline.head-earlier",
                    "timeline.head-later", "timeline.tail-earlier", "timeline.tail-later", "-", "timeline.roll-left",
                    "timeline.roll-right", "timeline.slip-left", "timeline.slip-right", "timeline.nudge-left",
                    "timeline.nudge-right")),
            new Group("menu.fades", all("timeline.dissolve", "timeline.fade-in", "timeline.fade-out", "-",
                    "timeline.title-card", "timeline.title-over", "timeline.title-edit")),
            new Group("menu.speed", all("timeline.slower", "timeline.faster", "timeline.speed-normal",
                    "timeline.reverse", "timeline.stretch", "timeline.freeze")),
            new Group("menu.sound", all("timeline.add-sound", "-", "timeline.louder", "timeline.quieter")),
            new Group("menu.markers", all("timeline.marker", "timeline.marker-next", "timeline.marker-previous",
                    "timeline.marker-here", "timeline.marker-remove")),
            new Group("menu.tracks", all("timeline.track-on", "timeline.track-lock", "timeline.track-name", "-",
                    "timeline.track-add", "timeline.track-add-sound", "timeline.track-remove", "-", "timeline.link",
                    "timeline.unlink")),
            new Group("menu.scenes", all("timeline.scene-earlier", "timeline.scene-later")),
            "-", "timeline.lay", "-", "timeline.select", "timeline.blade", "timeline.snap", "-", "timeline.pick",
            "timeline.generate",
            "timeline.regenerate", "timeline.relink", "timeline.show-images", "timeline.seams"));

    static final List<Group> ALL = List.of(
            new Group("menu.file", all("file.new", "file.open", "file.import", "file.story", "file.sample", "-",
                    "file.save", "timeline.export", "file.close", "-", "models.download", "models.import",
                    "models.import-pack", "-", "file.quit")),
            new Group("menu.edit", all("edit.undo", "edit.redo", "-", "story.cut", "story.copy", "story.paste",
                    "story.select-all", "images.copy", "images.copy-prompt", "-", "story.find", "images.find",
                    "models.find", "settings.find", "edit.search", "story.go-to", "-",
                    new Group("menu.screenplay", all("story.write", "story.note", "story.bold", "story.italic",
                            "story.underline", "-", "story.scene-up", "story.scene-down", "-",
                            "story.suggestion-next", "story.suggestion-previous", "story.suggestion-accept",
                            "story.suggestion-ignore")),
                    new Group("menu.models", all("models.draw", "models.licence", "models.verify", "models.move",
                            "models.pause", "models.remove")))),
            new Group("menu.view", all("view.story", "view.images", "view.timeline", "view.models", "view.settings",
                    "view.jobs", "-", "story.cards", "story.crew", "story.bible", "story.focus", "-", "view.left",
                    "view.right", "-", "images.grid", "images.loupe", "images.compare", "images.compare-way",
                    "images.survey", "images.survey-alike", "images.survey-remove", "images.full", "images.zoom",
                    "images.info", "images.surround", "images.show-all", "images.see-trash", "images.select-all",
                    "images.select-none", "-", "timeline.zoom-in", "timeline.zoom-out", "timeline.fit", "-",
                    "view.theme", "view.palette", "view.larger", "view.smaller", "view.normal", "-", "view.next-pane",
                    "view.previous-pane", "view.second-screen", "view.full-screen")),
            SHOT, CUT,
            new Group("menu.run", all("story.refresh", "images.generate", "run.make", "run.workflow", "run.show-film",
                    "run.stop", "-",
                    new Group("menu.play", all("timeline.play", "timeline.shuttle-back", "timeline.shuttle-stop",
                            "timeline.shuttle-on", "timeline.loop", "timeline.full", "-", "timeline.mark-in",
                            "timeline.mark-out", "timeline.go-in", "timeline.go-out", "timeline.clear-marks", "-",
                            "timeline.next-frame", "timeline.previous-frame", "timeline.next-second",
                            "timeline.previous-second", "timeline.next-cut", "timeline.previous-cut",
                            "timeline.start", "timeline.end")),
                    new Group("menu.jobs", all("jobs.pause", "jobs.retry", "jobs.remove", "jobs.first", "jobs.sooner",
                            "jobs.later", "jobs.show", "jobs.picture", "jobs.log", "jobs.clear")),
                    "-", "models.free")),
            new Group("menu.help", all("help.keys", "help.log", "help.about")));

    private Menus() {}

    /** What stands in a menu. */
    sealed interface Entry {}

    /** A command. */
    record Does(String id) implements Entry {}

    /** Between what does not belong together. */
    record Line() implements Entry {}

    /** A menu, or one below another. @param title key of its words */
    record Group(String title, List<Entry> entries) implements Entry {}

    /** Ids of all commands that stand in a menu. */
    static List<String> ids() {
        return ALL.stream().flatMap(Menus::ids).toList();
    }

    private static Stream<String> ids(Entry entry) {
        return switch (entry) {
            case Does(String id) -> Stream.of(id);
            case Line() -> Stream.empty();
            case Group(String title, List<Entry> entries) -> entries.stream().flatMap(Menus::ids);
        };
    }

    /** Ids of commands, groups, and a dash for a line. */
    private static List<Entry> all(Object... entries) {
        List<Entry> all = new ArrayList<>();
        for (Object entry : entries) {
            all.add(entry instanceof Group group ? group : entry.equals("-") ? new Line() : new Does((String) entry));
        }
        return List.copyOf(all);
    }
}
