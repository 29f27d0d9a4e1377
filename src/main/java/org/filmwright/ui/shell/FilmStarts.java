package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Beginning;
import org.filmwright.production.FlowEstimate;
import org.filmwright.production.Project;
import org.filmwright.production.Workflows;
import org.filmwright.production.Workflows.Begun;
import org.filmwright.production.Workflows.Offer;
import org.filmwright.production.Writers;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Till;
import org.filmwright.ui.kit.Words;

/** Where workflows begin: the film of a story in a project of its own, and whatever else a screenplay can be put through. */
final class FilmStarts {
    private final Fittings fittings;
    private final Desk desk;
    private final StudioModel model;
    private final Choosers choosers;
    private final Supplier<Writers> writers;
    private final Runnable toQueue;
    private final StorySheet sheet;

    /** @param toQueue brings the jobs to the front, where workflows ask */
    FilmStarts(Fittings fittings, StudioModel model, Choosers choosers, Supplier<Writers> writers, Runnable toQueue) {
        this.fittings = fittings;
        this.desk = fittings.desk();
        this.model = model;
        this.choosers = choosers;
        this.writers = writers;
        this.toQueue = toQueue;
        this.sheet = new StorySheet(fittings.sheets(), new StorySheet.Acts() {
            @Override
            public void typed(String title, String words) {
                begin(folder(title), () -> Beginning.typed(title + ".txt", words));
            }

            @Override
            public void file(Path file) {
                begin(StudioActions.folderOf(file), () -> Beginning.read(file));
            }

            @Override
            public void choose() {
                choosers.screenplay().ifPresent(this::file);
            }
        });
    }

    List<Command> commands() {
        ObservableBooleanValue opened = fittings.commands().of("view.story").possible();
        return List.of(Command.always("file.story", Scope.GLOBAL, this::story),
                Command.when(opened, "run.workflow", Scope.GLOBAL, this::choose));
    }

    private void story() {
        desk.offstage()
                .ask(() -> writers.get().chosen(), chosen -> sheet.writtenBy(chosen.map(FilmStarts::words)
                        .orElse(Words.of("begin.rules"))));
        sheet.open(this::folder, "");
    }

    private static String words(Writers.Writer who) {
        String key = !who.charges()
                ? "begin.writer"
                : who.hasKey() ? "begin.writer.charges" : "begin.writer.keyless";
        return Words.of(key, "name", who.title());
    }

    /** A project that is open and empty is where the film of its own name goes. */
    private Path folder(String title) {
        Path usual = Path.of(fittings.settings().of(Settings.PROJECTS_FOLDER).get()).resolve(title + ".filmwright");
        return desk.snapshot()
                .get()
                .filter(open -> open.script().isEmpty())
                .map(open -> open.folder().toAbsolutePath())
                .filter(open -> open.getFileName().equals(usual.getFileName()))
                .orElse(usual);
    }

    /** Nothing is made before it is known to be a story. */
    private void begin(Path folder, Supplier<Outcome<Beginning>> words) {
        desk.offstage().ask(words, read -> {
            switch (read) {
                case Outcome.Ok<Beginning>(var story) -> enter(folder, story);
                case Outcome.Failed<Beginning>(var failure) -> sheet.open(this::folder, Failures.words(failure));
            }
        });
    }

    private void enter(Path folder, Beginning story) {
        Optional<Project> there = desk.project()
                .get()
                .filter(open -> open.snapshot()
                        .folder()
                        .toAbsolutePath()
                        .normalize()
                        .equals(folder.toAbsolutePath()
                                .normalize()));
        there.ifPresentOrElse(open -> offer(open, story), () -> model.enter(folder, opened -> offer(opened, story)));
    }

    private void offer(Project project, Beginning story) {
        priced(project, Workflows.FILM, Optional.of(story), () -> tell(project, story, false));
    }

    private void tell(Project project, Beginning story, boolean anew) {
        ask(project, workflows -> workflows.tell(story, anew, desk.artist().get()), begun -> {
            switch (begun) {
                case Begun.Started _ -> {
                    sheet.clear();
                    model.workspace().set(Scope.STORY);
                    started(Words.of("begin.film"));
                }
                case Begun.Stands(var name, var scenes) -> fittings.sheets()
                        .ask(new Question(Words.of("begin.stands"), Words.count("begin.stands.words", scenes, "name",
                                name),
                                List.of(
                                        new Question.Answer("story-anew", Words.of("begin.anew"),
                                                Question.Kind.PLAIN, () -> tell(project, story, true)),
                                        new Question.Answer("story-leave", Words.of("begin.leave"),
                                                Question.Kind.PRIMARY, sheet::clear))));
            }
        });
    }

    private void choose() {
        desk.project()
                .get()
                .flatMap(Project::workflows)
                .ifPresent(workflows -> desk.offstage()
                        .ask(workflows::offers,
                                offers -> new WorkflowSheet(fittings.sheets(), this::start).open(offers)));
    }

    private void start(Offer offer) {
        Runnable start = () -> desk.project()
                .get()
                .ifPresent(project -> ask(project,
                        workflows -> workflows.start(offer.name(), desk.artist().get()),
                        _ -> started(Words.of("begin.begun", "title", offer
                                .title()))));
        desk.project().get().ifPresent(project -> priced(project, offer.name(), Optional.empty(), start));
    }

    /** What it would buy is said first; it starts once that was agreed to, or where it buys nothing. */
    private void priced(Project project, String workflow, Optional<Beginning> story, Runnable start) {
        project.workflows()
                .ifPresentOrElse(workflows -> desk.recorder()
                        .ask(() -> workflows.estimate(workflow, story, desk.artist().get()), told -> {
                            switch (told) {
                                case Outcome.Ok<FlowEstimate>(var estimate) -> new Till(fittings).flow(estimate, start);
                                case Outcome.Failed<FlowEstimate>(var failure) -> desk.tell(failure);
                            }
                        }), start);
    }

    private void ask(Project project, Function<Workflows, Outcome<Begun>> what,
            java.util.function.Consumer<Begun> then) {
        desk.recorder()
                .ask(() -> project.workflows()
                        .map(what)
                        .orElseGet(() -> Outcome.failed(new Failure.Refused(Words.of("begin.nobody"),
                                Words.of("begin.nobody.remedy")))),
                        answer -> {
                            switch (answer) {
                                case Outcome.Ok<Begun>(var begun) -> then.accept(begun);
                                case Outcome.Failed<Begun>(var failure) -> desk.tell(failure);
                            }
                        });
    }

    private void started(String words) {
        fittings.toasts().done(words);
        toQueue.run();
    }
}
