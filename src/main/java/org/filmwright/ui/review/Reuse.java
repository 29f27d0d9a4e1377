package org.filmwright.ui.review;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.filmwright.images.recipe.Recipe;
import org.filmwright.images.recipe.RecipeAnswer;
import org.filmwright.images.recipe.RecipeReader;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Offer;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Sheets;
import org.filmwright.ui.kit.Toasts;
import org.filmwright.ui.kit.Words;

/** Takes prompt and settings out of another picture; what its file tells is shown before anything is filled in. */
final class Reuse {
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "webp");
    /** So much of a prompt is read in a summary; all of it is filled in. */
    private static final int SUMMARY = 600;

    private final Desk desk;
    private final Sheets sheets;
    private final Toasts toasts;
    private final Consumer<Recipe> use;

    /** @param use fills it in */
    Reuse(Fittings fittings, Consumer<Recipe> use) {
        desk = fittings.desk();
        sheets = fittings.sheets();
        toasts = fittings.toasts();
        this.use = use;
    }

    /** What would happen to a file dropped on that place. */
    Optional<Offer> offer(Path file, Node place) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return PICTURES.contains(ending) && Files.isRegularFile(file)
                ? Optional.of(new Offer(Words.of("drop.recipe", "name", name), Optional.of(place), () -> read(file)))
                : Optional.empty();
    }

    /** Reads a picture's recipe, and shows it. */
    void read(Path picture) {
        String name = picture.getFileName().toString();
        desk.offstage().ask(() -> RecipeReader.of(picture), answer -> {
            switch (answer) {
                case RecipeAnswer.Found(Recipe recipe) -> show(name, recipe);
                case RecipeAnswer.Absent(String why) -> toasts.failed(Words.of("recipe.absent", "name", name, "why",
                        why));
                case RecipeAnswer.Unreadable(var failure) -> toasts.failed(Failures.words(failure));
            }
        });
    }

    private void show(String name, Recipe recipe) {
        sheets.ask(new Question(Words.of("recipe.title", "name", name), Words.of(used(recipe)),
                List.of(new Question.Answer("recipe-no", Words.of("images.note.cancel"), Question.Kind.PLAIN,
                        () -> {}),
                        new Question.Answer("recipe-use", Words.of("recipe.use"), Question.Kind.PRIMARY,
                                () -> use.accept(recipe)))),
                summary(recipe));
    }

    /** Settings that nothing here can follow are shown, and said to be left out. */
    private static String used(Recipe recipe) {
        Recipe.Settings set = recipe.settings();
        boolean more = Stream.of(set.steps(), set.guidance(), set.sampler(), set.model()).anyMatch(Optional::isPresent);
        return more ? "recipe.words.some" : "recipe.words";
    }

    private static VBox summary(Recipe recipe) {
        Recipe.Settings set = recipe.settings();
        VBox rows = new VBox(row("recipe.program", recipe.dialect().words()));
        rows.setId("recipe-summary");
        rows.getStyleClass().add("fw-recipe");
        words(rows, "images.prompt.words", recipe.prompt());
        words(rows, "images.negative", recipe.negative());
        fact(rows, "images.seed", set.seed().map(Long::toUnsignedString));
        fact(rows, "images.size", set.size()
                .map(size -> Words.of("unit.size", "width", size.width(), "height",
                        size.height())));
        fact(rows, "images.steps", set.steps());
        fact(rows, "images.guidance", set.guidance());
        fact(rows, "images.sampler", set.sampler());
        fact(rows, "images.generator", set.model());
        return rows;
    }

    private static void fact(VBox rows, String key, Optional<?> value) {
        value.ifPresent(known -> rows.getChildren().add(row(key, brief(known.toString()))));
    }

    private static void words(VBox rows, String key, String words) {
        if (!words.isEmpty()) {
            Label name = Labels.of(Words.of(key), "fw-muted", "fw-caption", "fw-field-name");
            Label card = Inspector.card(new SimpleStringProperty(clean(words, SUMMARY)));
            name.setLabelFor(card);
            rows.getChildren().addAll(name, card);
        }
    }

    private static Node row(String key, String value) {
        return Inspector.row(key, new SimpleStringProperty(value));
    }

    private static String brief(String value) {
        return clean(value, 100);
    }

    /** What a stranger wrote: without signs that steer, and not without end. */
    private static String clean(String words, int most) {
        String plain = words.codePoints()
                .map(each -> Character.isISOControl(each) && each != '\n' ? ' ' : each)
                .filter(each -> Character.getType(each) != Character.FORMAT)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return plain.codePointCount(0, plain.length()) <= most
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, most)).stripTrailing() + "…";
    }
}
