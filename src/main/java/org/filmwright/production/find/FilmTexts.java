package org.filmwright.production.find;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.filmwright.base.MediaRef;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.images.recipe.Recipe;
import org.filmwright.images.recipe.RecipeAnswer;
import org.filmwright.images.recipe.RecipeReader;
import org.filmwright.production.Imported;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Portrait;
import org.filmwright.story.Screenplay;
import org.filmwright.story.ScriptSupervisor;
import org.filmwright.story.Scripts.Script;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;

/** The words of a film as it stands: script, bible, takes, in this order. What did not change is not read again. */
final class FilmTexts {
    private final Function<MediaRef, Path> files;
    private final Map<TakeId, Optional<Recipe>> recipes = new HashMap<>();
    private Optional<Read> read = Optional.empty();

    /** @param files where the file of a picture is */
    FilmTexts(Function<MediaRef, Path> files) {
        this.files = files;
    }

    private record Shown(Shot shot, FilmText.Asked asked) {}

    private record Read(Script script, List<FilmText> written, List<Shown> shots) {}

    List<FilmText> of(Snapshot now) {
        Optional<Read> known = now.script()
                .map(script -> read.filter(before -> before.script().equals(script)).orElseGet(() -> read(script)));
        read = known;
        List<FilmText> all = new ArrayList<>(known.map(Read::written).orElse(List.of()));
        known.stream()
                .flatMap(film -> film.shots().stream())
                .forEach(shown -> now.takesOf(shown.shot().id())
                        .stream()
                        .map(take -> text(now, shown, take))
                        .sorted(Comparator.comparing(FilmText.OfTake::isCircled).reversed())
                        .forEach(all::add));
        return all;
    }

    private FilmText.OfTake text(Snapshot now, Shown shown, ImageTake take) {
        return new FilmText.OfTake(take, shown.asked(), Optional.ofNullable(now.verdicts().get(take.id())),
                now.edits().notes().of(take.id()), recipe(take));
    }

    /** Of a picture that was drawn here, the shot knows what was asked; one from outside has it in its file alone. */
    private Optional<Recipe> recipe(ImageTake take) {
        return take.origin().generator().equals(Imported.EXTERNAL)
                ? recipes.computeIfAbsent(take.id(), _ -> recipe(files.apply(take.media())))
                : Optional.empty();
    }

    private static Optional<Recipe> recipe(Path file) {
        return switch (RecipeReader.of(file)) {
            case RecipeAnswer.Found(Recipe recipe) -> Optional.of(recipe);
            case RecipeAnswer.Absent _,RecipeAnswer.Unreadable _ -> Optional.empty();
        };
    }

    /** The bible is that of the text: the plan that is recorded may be of the words before. */
    private static Read read(Script script) {
        Screenplay screenplay = FountainReader.read(script.text());
        Stream<FilmText> entries = ScriptSupervisor
                .bible(screenplay, Planner.plan(screenplay, script.drafted().seed()))
                .entries()
                .stream()
                .map(entry -> new FilmText.OfBible(entry,
                        script.portrait(entry.kind(), entry.name()).map(Portrait::words)))
                .filter(FilmTexts::saysSomething)
                .map(FilmText.class::cast);
        ShotPlan plan = script.plan();
        List<Shown> shots = plan.shots()
                .stream()
                .map(shot -> new Shown(shot, new FilmText.Asked(shot.label(), ShotPrompt.of(plan, shot), ShotPrompt
                        .negative(plan, shot))))
                .toList();
        return new Read(script, Stream.concat(lines(screenplay).stream(), entries).toList(), shots);
    }

    /** The entry of the whole film is there before anybody wrote on it. */
    private static boolean saysSomething(FilmText.OfBible text) {
        return text.entry().kind() != Kind.WORLD || !text.entry().facts().isEmpty() || text.looks().isPresent();
    }

    private static List<FilmText> lines(Screenplay screenplay) {
        List<FilmText> lines = new ArrayList<>();
        String heading = "";
        Optional<String> speaker = Optional.empty();
        for (Element element : screenplay.elements()) {
            if (element.type() == ElementType.SCENE_HEADING) {
                heading = element.plain();
            }
            switch (element.type()) {
                case CHARACTER -> speaker = Optional.of(element.plain());
                case PAGE_BREAK -> {
                }
                case DIALOGUE, PARENTHETICAL, LYRICS -> lines
                        .add(new FilmText.Line(lines.size(), element, speaker, heading));
                case SCENE_HEADING, ACTION, TRANSITION, CENTERED, SECTION, SYNOPSIS, NOTE, BONEYARD -> lines
                        .add(new FilmText.Line(lines.size(), element, Optional.empty(), heading));
            }
        }
        return lines;
    }
}
