package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.flow.Catalog;
import org.filmwright.engine.flow.Workflow;
import org.filmwright.story.Scripts;

/** The workflows over the engine and the folder of an open project. */
public final class OpenWorkflows implements Workflows {
    private final Path folder;
    private final Records records;
    private final EngineApi engine;
    private final Conductor conductor;
    private final Manuscripts manuscripts;
    private final Sellers sellers;

    /** Whom workflows may buy from. @param writer who writes, where that one charges; asked anew each time */
    public record Sellers(Generators generators, Supplier<Optional<String>> writer) {}

    public OpenWorkflows(Path folder, Records records, EngineApi engine, Conductor conductor,
            Manuscripts manuscripts, Sellers sellers) {
        this.folder = folder;
        this.records = records;
        this.engine = engine;
        this.conductor = conductor;
        this.manuscripts = manuscripts;
        this.sellers = sellers;
    }

    /** The main job has a place of its own; what needs more than a screenplay is for the command line. */
    @Override
    public Offers offers() {
        Catalog catalog = new FilmWorkflows(folder).catalog();
        JsonNode given = Json
                .tree(Json.of(StepOrder.film(order("", MakeOrder.Source.of("", new byte[0]), Optional.empty()))));
        List<Offer> all = catalog.all()
                .stream()
                .filter(flow -> !flow.name().equals(MakeSteps.MAKE) && flow.misfit(given).isEmpty())
                .map(flow -> new Offer(flow.name(), flow.title(), isFilm(flow)))
                .toList();
        return new Offers(all, catalog.refused().values().stream().map(Failure::what).toList());
    }

    @Override
    public Outcome<FlowEstimate> estimate(String workflow, Optional<Beginning> story, Optional<String> artist) {
        MakeOrder.Source source = story.or(() -> records.scripts().current().map(Beginning::recorded))
                .map(Beginning::source)
                .orElseGet(() -> MakeOrder.Source.of("", new byte[0]));
        return FlowEstimate.of(new FlowEstimate.Order(workflow, order(workflow, source, artist), folder,
                sellers.writer.get()), records, engine, sellers.generators);
    }

    private static boolean isFilm(Workflow flow) {
        return flow.handlers().contains(MakeSteps.EXPORT);
    }

    @Override
    public Outcome<Begun> start(String workflow, Optional<String> artist) {
        return records.scripts()
                .current()
                .map(script -> begin(workflow, Beginning.recorded(script), artist))
                .orElseGet(() -> Outcome.failed(new Failure.Refused(
                        "This project has no screenplay yet. Nothing was started.",
                        "Import one, write one, or begin with a story.")));
    }

    @Override
    public Outcome<Begun> tell(Beginning story, boolean anew, Optional<String> artist) {
        Optional<Scripts.Script> stands = records.scripts().current().filter(script -> !anew && !isOf(story, script));
        return stands.map(script -> Outcome.<Begun>ok(new Begun.Stands(script.fileName(), script.plan()
                .scenes()
                .size())))
                .orElseGet(() -> story.keptIn(conductor).then(kept -> begin(FilmWorkflows.MOVIE, kept, artist)));
    }

    /** Whether what stands in the project was made of that story, or is it. */
    private boolean isOf(Beginning story, Scripts.Script script) {
        return story.told()
                .map(prose -> conductor.screenplayOf(prose).isPresent())
                .orElseGet(() -> Beginning.recorded(script).source().digest().equals(story.source().digest()));
    }

    @Override
    public Optional<RunPicture> picture(String run) {
        RunId id = new RunId(run);
        return engine.run(id)
                .flatMap(_ -> new RunPictures(engine).now(new RunId(engine.lineage(id).correlation())));
    }

    @Override
    public int events(String run) {
        return engine.events(new RunId(run)).size();
    }

    @Override
    public Optional<RunPicture> picture(String run, int event) {
        return new RunPictures(engine).at(new RunId(run), event);
    }

    @Override
    public Outcome<String> steer(String run, Verb verb) {
        RunId id = new RunId(run);
        return switch (verb) {
            case PAUSE -> engine.pause(id).then(_ -> Outcome.ok(run));
            case RESUME -> conductor.resume(id).then(_ -> Outcome.ok(run));
            case CANCEL -> engine.cancel(id).then(_ -> Outcome.ok(run));
        };
    }

    @Override
    public Outcome<String> repair(String run, String node) {
        List<Step> steps = new RunPictures(engine).repairable(new RunId(run), node).toList();
        if (steps.isEmpty()) {
            return Outcome.failed(new Failure.Refused("Nothing of '" + node + "' has been done yet. Nothing changed.",
                    "Choose something that is done or has failed."));
        }
        return steps.stream()
                .map(step -> engine.retry(step.id()).then(_ -> Outcome.ok(run)))
                .reduce(Outcome.ok(run), (before, next) -> before.then(_ -> next));
    }

    @Override
    public Optional<Manuscript> writing(String run) {
        return engine.steps(new RunId(run))
                .stream()
                .flatMap(step -> manuscripts.now(step.id()).stream())
                .filter(text -> !text.text().isBlank())
                .findFirst();
    }

    @Override
    public Optional<Writing> writing() {
        return engine.runs()
                .stream()
                .filter(run -> run.state() == RunState.RUNNING && FilmWorkflows.isFilm(run.name()))
                .findFirst()
                .flatMap(this::written);
    }

    private Optional<Writing> written(Run run) {
        List<Step> steps = Stream.concat(engine.nested(run.id()).stream(), Stream.of(run.id()))
                .flatMap(each -> engine.steps(each).stream())
                .toList();
        Optional<Step> now = steps.stream().filter(step -> manuscripts.now(step.id()).isPresent()).findFirst();
        String scenes = steps.stream()
                .map(this::scene)
                .filter(Predicate.not(String::isBlank))
                .map(String::strip)
                .collect(Collectors.joining("\n\n\n"));
        Manuscript text = scenes.isEmpty()
                ? now.flatMap(step -> manuscripts.now(step.id())).orElse(Manuscript.NOTHING)
                : Manuscript.screenplay(scenes);
        return Optional.of(new Writing(run.id().value(), now.map(Step::path).orElse(""), text))
                .filter(_ -> !text.text().isBlank());
    }

    /** As it was written, or as far as it has come; nothing where a step writes no scene. */
    private String scene(Step step) {
        return manuscripts.now(step.id())
                .filter(Manuscript::script)
                .map(Manuscript::text)
                .or(() -> step.ending().output().map(output -> Json.tree(output).at("/answer/fountain").asText()))
                .orElse("");
    }

    private Outcome<Begun> begin(String workflow, Beginning from, Optional<String> artist) {
        return conductor.begin(workflow, order(workflow, from.source(), artist), from.bytes())
                .then(run -> Outcome.ok(new Begun.Started(run.id().value())));
    }

    private MakeOrder order(String workflow, MakeOrder.Source script, Optional<String> artist) {
        Path film = folder.resolve("exports").resolve(workflow + ".mp4");
        long seed = records.scripts().current().map(now -> now.drafted().seed()).orElse(1L);
        return MakeOrder.usual(script, film, seed).looking(LastOrder.film(engine, artist));
    }
}
