package org.filmwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import org.filmwright.production.models.Consent;
import org.filmwright.production.models.Supply;
import org.filmwright.ui.SampleSupply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.filmwright.base.FrameSize;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.review.Decision;
import org.filmwright.review.Flaw;
import org.filmwright.review.Drawing;
import org.filmwright.review.Ruling;
import org.filmwright.ui.Fx;
import org.filmwright.ui.Hands;
import org.filmwright.production.Crew;
import org.filmwright.ui.SampleCamerawork;
import org.filmwright.ui.SampleCrew;
import org.filmwright.ui.SampleProject;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Keymap;
import org.filmwright.ui.kit.Keys;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every key of the guide does what the guide says, pressed where a person presses it. */
class GuideKeysTest {
    private static final List<Line> GUIDE = guide();

    /** Typed on a page where somebody writes, a key is a letter. */
    private static final Set<KeyCode> LETTERS = Set.of(KeyCode.SLASH, KeyCode.BACK_QUOTE);

    private record Line(Scope page, KeyCodeCombination key, String command) {
        boolean isLater() {
            return command.equals("later");
        }
    }

    @Test
    void theKeymapIsTheGuides() {
        Keys keys = Keys.preset(Keymap.Preset.FILMWRIGHT);
        List<String> missing = GUIDE.stream()
                .filter(line -> !line.isLater() && !keys.of(line.command()).contains(line.key()))
                .map(Line::toString)
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void noKeyThatTheGuideKeepsForLaterIsGivenToSomethingElseOfIt() {
        Keys keys = Keys.preset(Keymap.Preset.FILMWRIGHT);
        List<String> given = GUIDE.stream()
                .filter(Line::isLater)
                .filter(kept -> GUIDE.stream()
                        .anyMatch(line -> !line.isLater() && line.page().meets(kept.page())
                                && keys.of(line.command()).contains(kept.key())))
                .map(Line::toString)
                .toList();
        assertEquals(List.of(), given);
    }

    @Test
    void everyKeyDoesItsCommandOnEveryPageItReaches() {
        assertEquals(List.of(), wrong(Keymap.Preset.FILMWRIGHT, command -> true));
    }

    @ParameterizedTest
    @EnumSource(names = {"PREMIERE", "RESOLVE"})
    void soDoesEveryKeyThatAnotherPresetHasInstead(Keymap.Preset preset) {
        Keys ours = Keys.preset(Keymap.Preset.FILMWRIGHT);
        Keys theirs = Keys.preset(preset);
        assertEquals(List.of(), wrong(preset, command -> !ours.of(command.id()).equals(theirs.of(command.id()))));
    }

    private static List<String> wrong(Keymap.Preset preset, Predicate<Command> which) {
        List<String> wrong = new ArrayList<>();
        SampleProject project = SampleProject.whole();
        try (CommandTrace trace = new CommandTrace();
                TestStudio studio = TestStudio.standing(project, new FrameSize(1280, 720))) {
            Fx.run(() -> studio.window().fittings().settings().of(Settings.KEYMAP).set(preset));
            models(studio);
            Player player = new Player(studio, trace);
            for (Scope page : Scope.values()) {
                if (page != Scope.GLOBAL) {
                    wrong.addAll(player.pressAll(page, which));
                }
            }
        }
        return wrong;
    }

    /** One that is here, and one of which a half has come. */
    private static void models(TestStudio studio) {
        try {
            Path folder = Files.createTempDirectory("tiny");
            Files.write(folder.resolve("model.onnx"), new byte[]{0x3a, 0});
            studio.script().models().add(folder, Optional.of("tiny"), Consent.LATER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SampleSupply supply = new SampleSupply();
        supply.left.add(new Supply.Unfinished("flux", new Supply.Source("https://example.org/manifest.json", List
                .of()), SampleSupply.WHOLE / 2, SampleSupply.WHOLE));
        studio.script().supply = supply;
    }

    /** Presses keys where they count, one after another, each from the same start. */
    private record Player(TestStudio studio, Hands hands, CommandTrace trace) {
        Player(TestStudio studio, CommandTrace trace) {
            this(studio, new Hands(studio.window().scene()), trace);
        }

        List<String> pressAll(Scope page, Predicate<Command> which) {
            List<String> wrong = new ArrayList<>();
            for (Command command : studio.window().commands().all()) {
                if (command.scope().reaches(page) && which.test(command)) {
                    for (KeyCodeCombination key : studio.window().commands().keys().of(command.id())) {
                        String done = press(page, command, key);
                        if (!done.equals(command.id())) {
                            wrong.add(page + ": " + Keys.text(key) + " is " + command.id() + " and did " + done);
                        }
                    }
                }
            }
            return wrong;
        }

        private String press(Scope page, Command command, KeyCodeCombination key) {
            enter(page, key);
            makePossible(command);
            trace.forget();
            hands.press(key);
            studio.settle();
            return trace.done();
        }

        private void enter(Scope page, KeyCodeCombination key) {
            hands.press(KeyCode.ESCAPE);
            hands.press(KeyCode.ESCAPE);
            if (Fx.get(() -> Looks.desk(studio.window()).project().get().isEmpty())) {
                Fx.run(() -> studio.window().open(SampleProject.whole()));
            }
            studio.script().waits = false;
            Fx.until("nothing runs", () -> { // what was begun late by the key before is ended
                studio.window().model().run().stop();
                return !studio.window().model().run().running();
            });
            Fx.run(() -> {
                if (page == Scope.JOBS) {
                    studio.window().openDrawer();
                    studio.window().scene().lookup("#jobs-list").requestFocus();
                } else {
                    studio.window().show(page);
                    if (studio.window().page(page) instanceof Workspace shown) {
                        shown.panes().leftShown().set(true);
                    }
                    studio.window().page(page).start().requestFocus();
                }
            });
            if (page == Scope.STORY && LETTERS.contains(key.getCode())) {
                Node scenes = studio.node("scenes");
                Fx.run(scenes::requestFocus);
            }
        }

        /** What cannot be done at any time is led up to. */
        private void makePossible(Command command) {
            studio.script().waits = command.id().equals("run.stop");
            switch (command.id()) {
                case "edit.undo" -> decide();
                case "edit.redo" -> {
                    decide();
                    Fx.run(() -> studio.window().commands().of("edit.undo").run());
                    studio.settle();
                }
                case "images.note-next", "images.note-previous", "images.note-answer", "images.note-resolve",
                        "images.note-erase" -> note();
                case "images.survey-alike" -> alike();
                case "shot.clip-next", "shot.clip-good" -> flicker();
                case "shot.motion" -> look(firstShot());
                case "story.suggestion-next", "story.suggestion-previous", "story.suggestion-accept",
                        "story.suggestion-ignore" -> suggest(command.id());
                case "images.revision-accept" -> reject(Flaw.HANDS);
                case "images.revision-ignore" -> reject(Flaw.FACE);
                case "models.draw", "models.verify", "models.move" -> choose("tiny", command);
                case "models.licence", "models.remove", "models.pause" -> choose("flux", command);
                case "run.stop" -> Fx.run(() -> studio.window().commands().of("run.make").run());
                default -> {
                }
            }
            Fx.until(command.id() + " is possible", () -> command.possible().get());
        }

        /** What was begun about another model shows that one when it ends, so it is chosen until nothing moves any more. */
        private void choose(String model, Command command) {
            for (int look = 0; look < 20; look++) {
                chooseNow(model, command);
                studio.settle();
                studio.pulse();
            }
            chooseNow(model, command);
        }

        private void chooseNow(String model, Command command) {
            ListView<?> list = (ListView<?>) studio.node("models-list");
            Fx.until(command.id() + " is possible with " + model, () -> {
                for (int row = 0; row < list.getItems().size(); row++) {
                    if (list.getItems().get(row).toString().contains(model)) {
                        list.getSelectionModel().select(row);
                    }
                }
                return command.possible().get();
            });
        }

        /** Pins a note on the take that is looked at, and chooses it. */
        private void note() {
            Fx.run(() -> {
                TakeId take = (TakeId) studio.window().scene().lookup("#loupe").getUserData();
                Looks.desk(studio.window())
                        .light(table -> table.pin(take, Drawing.at(0.5, 0.5), "Warmer"), made -> {});
            });
            Command next = Fx.get(() -> studio.window().commands().of("images.note-next"));
            Fx.until("there is a note", () -> next.possible().get());
            Fx.run(next::run);
        }

        /** Somebody of the crew would write it otherwise. */
        private void suggest(String who) {
            Fx.run(() -> {
                SampleProject open = (SampleProject) Looks.desk(studio.window()).project().get().orElseThrow();
                open.sampleCrew()
                        .says(SampleCrew.talk(who, Crew.State.DONE, "", List.of(),
                                List.of(new Crew.Suggestion("every window lit", "each window lit", ""),
                                        new Crew.Suggestion("One ferry", "A ferry", ""))));
                Command crew = studio.window().commands().of("story.crew");
                crew.run();
                if (!studio.seen("talks")) {
                    crew.run();
                }
            });
        }

        /** All takes look alike to whoever comes to a shot now. */
        private void alike() {
            Fx.run(() -> {
                SampleProject open = (SampleProject) Looks.desk(studio.window()).project().get().orElseThrow();
                open.lightTable().alike(open.snapshot().takes().values().stream().flatMap(List::stream).toList());
                studio.window().commands().of("images.next-shot").run();
                studio.window().commands().of("images.previous-shot").run();
            });
        }

        /** Whatever stands there now. */
        private void look(Optional<ShotId> shot) {
            Fx.run(() -> {
                Looks.desk(studio.window()).shot().set(shot);
                Looks.desk(studio.window()).filmed().set(shot);
            });
        }

        private Optional<ShotId> firstShot() {
            return Looks.desk(studio.window()).plan().map(plan -> plan.shots().getFirst().id());
        }

        /** No clip came out well. */
        private void flicker() {
            Fx.run(() -> {
                SampleProject open = (SampleProject) Looks.desk(studio.window()).project().get().orElseThrow();
                open.snapshot().clips().keySet().forEach(shot -> open.measured(shot, SampleCamerawork.flickering()));
            });
            studio.settle();
        }

        /** For a reason that proposes words. */
        private void reject(Flaw flaw) {
            Fx.run(() -> Looks.desk(studio.window())
                    .decide(List.of((TakeId) studio.window().scene().lookup("#loupe").getUserData()),
                            new Decision.Rules(Ruling.REJECTED, "", Optional.of(flaw))));
            studio.settle();
        }

        private void decide() {
            Fx.run(() -> Looks.desk(studio.window())
                    .snapshot()
                    .get()
                    .orElseThrow()
                    .takes()
                    .values()
                    .stream()
                    .findFirst()
                    .ifPresent(takes -> Looks.desk(studio.window())
                            .decide(List.of(takes.getFirst().id()), new Decision.Rules(Ruling.CHANGES))));
            studio.settle();
        }
    }

    private static List<Line> guide() {
        try (InputStream in = GuideKeysTest.class.getResourceAsStream("/org/filmwright/ui/keys-of-the-guide.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .map(words -> new Line(Scope.valueOf(words[0]), Keys.read(words[1]).orElseThrow().getFirst(),
                            words[2]))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
