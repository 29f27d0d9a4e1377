package org.filmwright.ui.review;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Subscription;
import org.filmwright.images.recipe.RecipeAnswer;
import org.filmwright.images.recipe.RecipeReader;
import org.filmwright.production.Project;
import org.filmwright.story.ShotPrompt;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Toasts;
import org.filmwright.ui.kit.Words;

/** Puts takes on the clipboard: as a picture and as files, or the prompt that one answers. */
final class Copying {
    private final Desk desk;
    private final Toasts toasts;
    private final ReviewModel model;
    private final TakePictures pictures;
    private Subscription arrival = Subscription.EMPTY;

    Copying(Fittings fittings, ReviewModel model, TakePictures pictures) {
        desk = fittings.desk();
        toasts = fittings.toasts();
        this.model = model;
        this.pictures = pictures;
    }

    /** The original of what is looked at for programs that take a picture, those that are picked for others. */
    void pictures() {
        model.frame().ifPresent(frame -> desk.project().get().ifPresent(open -> {
            List<File> files = model.targets().stream().map(each -> file(open, each)).toList();
            arrival.unsubscribe();
            arrival = pictures.original(frame.take()).state().subscribe(state -> put(state, frame, files));
        }));
    }

    private void put(Picture.State state, Frame frame, List<File> files) {
        switch (state) {
            case Picture.State.There(Image image) -> {
                ClipboardContent content = new ClipboardContent();
                content.putImage(image);
                content.putFiles(files);
                Clipboard.getSystemClipboard().setContent(content);
                tell(Words.count("images.copied", files.size(), "shot", frame.shot().label(), "number", frame.take()
                        .number()));
            }
            case Picture.State.Broken() -> toasts.failed(words("images.copied.broken", frame));
            case Picture.State.Coming(),Picture.State.None() -> {
            }
        }
    }

    /** As the picture's own file tells it, else as its shot is worded now. */
    void prompt() {
        model.frame().ifPresent(frame -> desk.project().get().ifPresent(open -> {
            String worded = desk.plan().map(plan -> ShotPrompt.of(plan, frame.shot())).orElse("");
            desk.offstage().ask(() -> told(open, frame).orElse(worded), prompt -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(prompt);
                Clipboard.getSystemClipboard().setContent(content);
                tell(words("images.copied.prompt", frame));
            });
        }));
    }

    private static Optional<String> told(Project open, Frame frame) {
        return RecipeReader.of(open.file(frame.take().media())) instanceof RecipeAnswer.Found(var recipe)
                ? Optional.of(recipe.prompt()).filter(prompt -> !prompt.isEmpty())
                : Optional.empty();
    }

    private static File file(Project open, Frame frame) {
        return open.file(frame.take().media()).toFile();
    }

    private void tell(String words) {
        toasts.done(words);
    }

    private static String words(String key, Frame frame) {
        return Words.of(key, "shot", frame.shot().label(), "number", frame.take().number());
    }
}
