package org.filmwright;

import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.images.recipe.Recipe;
import org.filmwright.images.recipe.RecipeAnswer;
import org.filmwright.images.recipe.RecipeReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code takes}: the pictures of a project, and what their files tell. */
@Command(name = "takes", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "The pictures of a project, and what their files tell.")
final class TakesCommand {
    /** A recipe as printed. */
    record RecipeRow(String program, String prompt, String negative, Optional<String> seed, Optional<String> size,
            Optional<Integer> steps, Optional<Double> guidance, Optional<String> sampler, Optional<String> model) {
        static RecipeRow of(Recipe recipe) {
            Recipe.Settings set = recipe.settings();
            return new RecipeRow(recipe.dialect().words(), recipe.prompt(), recipe.negative(),
                    set.seed().map(Long::toUnsignedString), set.size().map(Object::toString), set.steps(),
                    set.guidance(), set.sampler(), set.model());
        }
    }

    @Command(name = "recipe", description = "How a picture was made, from a PNG of Filmwright, A1111, Forge, SwarmUI, InvokeAI or ComfyUI.")
    int recipe(@Mixin Console console, @Parameters(paramLabel = "PICTURE.png") Path picture) {
        RecipeRow row = switch (RecipeReader.of(picture)) {
            case RecipeAnswer.Found(Recipe recipe) -> RecipeRow.of(recipe);
            case RecipeAnswer.Absent(String why) -> throw CommandFailed.refused(picture + " has no recipe. " + why,
                    "Take the file as the program saved it: copies made for the web lose it.");
            case RecipeAnswer.Unreadable(var failure) -> throw new CommandFailed(failure);
        };
        console.result(row, () -> {
            console.out().printf("%-10s %s%n%-10s %s%n", "program", row.program(), "prompt", row.prompt());
            print(console, "negative", Optional.of(row.negative()).filter(words -> !words.isEmpty()));
            print(console, "seed", row.seed());
            print(console, "size", row.size());
            print(console, "steps", row.steps());
            print(console, "guidance", row.guidance());
            print(console, "sampler", row.sampler());
            print(console, "model", row.model());
        });
        return ExitCode.DONE;
    }

    private static void print(Console console, String name, Optional<?> value) {
        value.ifPresent(each -> console.out().printf("%-10s %s%n", name, each));
    }
}
