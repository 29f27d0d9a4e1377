package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.filmwright.agents.Agent;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.agents.WritersRoom;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Question;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.generate.RemoteText;
import org.filmwright.generate.TextGenerator;
import org.filmwright.generate.TextRequest;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Scripts;

/** The crew over the engine and the folders of an open project. */
public final class OpenCrew implements Crew, EngineListener {
    /** So many talks are shown; older ones are found in the jobs. */
    private static final int TOLD = 12;
    private final EngineApi engine;
    private final AgentLibrary library;
    private final Supplier<Outcome<Optional<TextGenerator>>> writer;
    private final Records records;
    private final InstantSource clock;
    private final Preferences preferences;
    private volatile Counting counting;
    private final Map<StepId, String> notes = new ConcurrentHashMap<>();
    private final Map<RunId, Talk> ended = new ConcurrentHashMap<>();

    public OpenCrew(EngineApi engine, AgentLibrary library, Supplier<Outcome<Optional<TextGenerator>>> writer,
            Records records, Preferences preferences, InstantSource clock) {
        this.engine = engine;
        this.library = library;
        this.writer = writer;
        this.records = records;
        this.preferences = preferences;
        this.clock = clock;
        this.counting = anew();
    }

    @Override
    public void progress(StepId step, double fraction, String note) {
        notes.put(step, note);
    }

    @Override
    public void stepChanged(Step step) {
        if (step.state().ended()) {
            notes.remove(step.id());
        }
        boolean counts = switch (step.work()) {
            case StepSpec.Work.Task task -> task.handler().startsWith(AgentWork.HANDLERS);
            case StepSpec.Work.Gate _ -> true;
            case StepSpec.Work.Subflow _ -> false;
        };
        if (counts) {
            counting = anew();
        }
    }

    private Counting anew() {
        return new Counting(new Tallies(engine)::all);
    }

    @Override
    public Roster roster() {
        AgentLibrary.Shelf shelf = library.now();
        Remembered remembered = preferences.remembered();
        Map<String, Tally> tallied = counting.all();
        List<Member> members = shelf.members()
                .stream()
                .filter(member -> ScriptQuestion.fits(member.agent()))
                .map(member -> member(member, remembered, tallied))
                .sorted(Comparator.comparingDouble((Member member) -> -member.standing().weight())
                        .thenComparing(member -> !member.own())
                        .thenComparing(Member::title))
                .toList();
        return new Roster(members, shelf.refused().stream().map(refused -> refused.sentence()).toList(), pen(),
                remembered.last());
    }

    private static Member member(AgentLibrary.Member member, Remembered remembered, Map<String, Tally> tallied) {
        Agent agent = member.agent();
        return new Member(agent.id(), agent.card().title(), agent.fallback().isPresent(), member.isOwn(),
                ScriptQuestion.hasWords(agent), remembered.standing(agent.id()),
                tallied.getOrDefault(agent.id(), Tally.none(agent.id(), Optional.empty())));
    }

    private Optional<Pen> pen() {
        return writer.get()
                .orElse(_ -> Optional.empty())
                .map(each -> new Pen(each.describe().name(), each instanceof RemoteText));
    }

    @Override
    public Outcome<String> ask(String id, Optional<Integer> scene, Optional<String> question) {
        Optional<Agent> agent = library.now().agent(id).filter(ScriptQuestion::fits);
        Optional<Scripts.Script> script = records.scripts().current();
        if (agent.isEmpty() || script.isEmpty()) {
            return ScriptQuestion.refused(agent.isEmpty()
                    ? "There is no agent '" + id + "' any more. Nothing was asked."
                    : "There is no script yet. Nothing was asked.");
        }
        return new ScriptQuestion(agent.get(), scene, question.map(String::strip).orElse(""))
                .input(script.get().text())
                .then(input -> new Consultation(engine, clock).begin(id, input, scene.orElse(0)))
                .then(run -> {
                    preferences.asked(new Remembered.Asked(id, agent.get().card().title(), scene.isEmpty()));
                    return Outcome.ok(run.id().value());
                });
    }

    @Override
    public Price price(String id, Optional<Integer> scene) {
        return switch (writer.get()) {
            case Outcome.Failed<Optional<TextGenerator>>(Failure failure) -> new Price.Unable(failure);
            case Outcome.Ok<Optional<TextGenerator>>(Optional<TextGenerator> present) -> present
                    .filter(RemoteText.class::isInstance)
                    .map(RemoteText.class::cast)
                    .flatMap(remote -> longest(id, scene).map(requests -> price(remote, requests)))
                    .orElse(new Price.Free());
        };
    }

    /** What would be sent at most; nothing where there is nobody or nothing to ask about. */
    private Optional<List<TextRequest>> longest(String id, Optional<Integer> scene) {
        return library.now()
                .agent(id)
                .filter(ScriptQuestion::fits)
                .flatMap(agent -> records.scripts()
                        .current()
                        .flatMap(script -> ScriptQuestion.longest(agent, scene)
                                .input(script.text())
                                .then(input -> Outcome.ok(Optional.of(WritersRoom.most(agent, input))))
                                .orElse(_ -> Optional.empty())));
    }

    private static Price price(RemoteText remote, List<TextRequest> requests) {
        List<Optional<Money>> prices = requests.stream().map(request -> remote.terms(request).price()).toList();
        return prices.stream().allMatch(Optional::isPresent)
                ? new Price.AtMost(prices.stream().flatMap(Optional::stream).reduce(Money::plus).orElseThrow())
                : new Price.Unknown();
    }

    @Override
    public List<Talk> talks() {
        List<OpenQuestion> questions = engine.questions();
        AgentLibrary.Shelf shelf = library.now();
        Remembered remembered = preferences.remembered();
        return engine.runs()
                .stream()
                .filter(run -> run.name().equals(MakeSteps.AGENT))
                .limit(TOLD)
                .map(run -> talk(run, questions, shelf).before(remembered, order(run).agent()))
                .toList();
    }

    private static AgentWork.Order order(Run run) {
        return Json.read(run.input(), AgentWork.Order.class);
    }

    private Talk talk(Run run, List<OpenQuestion> questions, AgentLibrary.Shelf shelf) {
        Talk known = ended.get(run.id());
        if (known != null && run.state().ended()) {
            return known;
        }
        Talk fresh = read(run, questions, shelf);
        if (run.state().ended()) {
            ended.put(run.id(), fresh);
        }
        return fresh;
    }

    private Talk read(Run run, List<OpenQuestion> questions, AgentLibrary.Shelf shelf) {
        AgentWork.Order order = order(run);
        Optional<OpenQuestion> question = questions.stream().filter(open -> open.run().equals(run.id())).findFirst();
        Optional<JsonNode> report = Consultation.report(engine, run, question.stream().toList()).map(Json::tree);
        Remarks said = Remarks.of(report.map(each -> each.path("answer")).orElseGet(Json::object), this::kind);
        String title = title(shelf, order.agent());
        State state = state(run, question);
        return new Talk(run.id().value(), title, Optional.of(order.scene()).filter(number -> number > 0),
                run.createdAt(),
                state, words(run, state, question, report), told(order, said), said.suggestions(), answers(question));
    }

    /** As what the bible of the script knows a name. */
    private Optional<Kind> kind(String name) {
        return records.scripts()
                .current()
                .map(Scripts.Script::plan)
                .flatMap(plan -> plan.kindOf(name));
    }

    private static String title(AgentLibrary.Shelf shelf, String id) {
        return shelf.agent(id).map(agent -> agent.card().title()).orElse(id);
    }

    /** What was asked in somebody's own words stands before what was said to it. */
    private static List<Remark> told(AgentWork.Order order, Remarks said) {
        Stream<Remark> asked = Stream.of(order.input().path(ScriptQuestion.WORDS).asText(""))
                .filter(words -> !words.isEmpty())
                .map(words -> new Remark("asked", words));
        return Stream.concat(asked, said.remarks().stream()).toList();
    }

    private static State state(Run run, Optional<OpenQuestion> question) {
        return switch (run.state()) {
            case SUCCEEDED -> State.DONE;
            case FAILED -> State.FAILED;
            case CANCELLED, CANCELLING -> State.STOPPED;
            case CREATED, RUNNING, PAUSING, PAUSED -> question.isPresent() ? State.ASKING : State.WRITING;
        };
    }

    private String words(Run run, State state, Optional<OpenQuestion> question, Optional<JsonNode> report) {
        return switch (state) {
            case WRITING -> engine.steps(run.id())
                    .stream()
                    .flatMap(step -> Optional.ofNullable(notes.get(step.id())).stream())
                    .findFirst()
                    .orElse("");
            case ASKING -> question.map(open -> open.question().text()).orElse("");
            case FAILED -> run.failure().map(Failure::what).orElse("");
            case DONE -> report.map(OpenCrew::sure).orElse("");
            case STOPPED -> "";
        };
    }

    private static String sure(JsonNode report) {
        String by = report.path("by").asText();
        return String.format(Locale.ROOT, "%s, %.0f %% sure", by.startsWith("rule:") ? "By rule" : by,
                100 * report.path("confidence").asDouble());
    }

    /** Words of one's own are given where all questions are answered. */
    private static List<Answer> answers(Optional<OpenQuestion> question) {
        return question.stream()
                .flatMap(open -> open.question().options().stream())
                .filter(option -> option.then() != Question.Then.EDIT)
                .map(option -> new Answer(option.choice(), option.label(), option.why()))
                .toList();
    }

    @Override
    public Outcome<String> decide(String talk, String choice) {
        return engine.questions()
                .stream()
                .filter(open -> open.run().value().equals(talk))
                .findFirst()
                .map(open -> engine.decide(open.step(), new Choice(choice, "", "", clock.instant()))
                        .then(run -> Outcome.ok(run.id().value())))
                .orElseGet(() -> Outcome.failed(new Failure.Refused("This question was answered already.",
                        "See what came of it.")));
    }

    @Override
    public Outcome<String> judge(String talk, Suggestion suggestion, boolean taken) {
        return engine.run(new RunId(talk)).map(run -> {
            String agent = order(run).agent();
            return preferences.judged(new Judgement(agent, title(library.now(), agent), taken,
                    Optional.of(Judgement.Words.of(suggestion)), clock.instant())).then(_ -> Outcome.ok(talk));
        }).orElse(Outcome.ok(talk));
    }

    @Override
    public void stop(String talk) {
        engine.cancel(new RunId(talk));
    }
}
