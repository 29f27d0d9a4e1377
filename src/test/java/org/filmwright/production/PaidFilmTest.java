package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Cap;
import org.filmwright.engine.Choice;
import org.filmwright.engine.Cost;
import org.filmwright.engine.Engine;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.EngineSettings;
import org.filmwright.engine.Event;
import org.filmwright.engine.Lane;
import org.filmwright.engine.LaneSpec;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.ThreadCrew;
import org.filmwright.generate.Generator;
import org.filmwright.generate.camera.CameraGenerator;
import org.filmwright.generate.draft.DraftGenerator;
import org.filmwright.images.ImageTake;
import org.filmwright.review.Decision;
import org.filmwright.review.Ruling;
import org.filmwright.review.TakeMeasures;
import org.filmwright.review.Verdict;
import org.filmwright.store.MediaVault;
import org.filmwright.store.ProjectFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film whose takes are bought from a provider goes the same way as one that is drawn here. */
class PaidFilmTest {
    private static final byte[] SCRIPT = """
            INT. KITCHEN - NIGHT

            MARA pours tea and looks at the door.

            MARA
            Who is it?
            """.getBytes(StandardCharsets.UTF_8);
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    private Path folder;
    private final RemoteArtist remote = new RemoteArtist();
    private ProjectFolder project;
    private EngineApi engine;
    private Records records;
    private Generators generators;

    private Conductor open() {
        project = ManualEngine.value(ProjectFolder.openOrCreate(folder.resolve("film.filmwright"), CLOCK));
        MediaVault media = project.vault();
        records = new Records(project.scripts(), project.takes(), project.verdicts(), project.clips(),
                project.cuts(), project.history(), new KeptVault(media, folder.resolve("unfinished")));
        List<Generator> artists = List.of(remote, new DraftGenerator(CLOCK), new CameraGenerator());
        generators = new Generators(artists);
        engine = Engine.open(project.ledger(), MakeHandlers.of(records, generators,
                (picture, subject) -> Outcome.ok(new TakeMeasures(1, 1, 1, 0)), project.output(), CLOCK),
                new EngineSettings(Lanes.of(Map.of("cpu", 2, "media", 2, "film", 1), artists), project.staging(), CLOCK,
                        new SplittableRandom(1), there -> Files.isRegularFile(media.file(there))),
                new ThreadCrew());
        return new Conductor(project.root(), records, engine, CLOCK);
    }

    @AfterEach
    void close() {
        engine.close();
        project.close();
    }

    private MakeOrder order(String artist) {
        MakeOrder.Look look = new MakeOrder.Look(new FrameSize(128, 72), FrameRate.FILM, false, false, artist,
                "camera");
        return new MakeOrder(MakeOrder.Source.of("tea.fountain", SCRIPT), folder.resolve("film.mp4").toString(), 3,
                ApprovalPolicy.FIRST, look, 1);
    }

    private static MakeReport film(Made made) {
        return assertInstanceOf(Made.Film.class, made).report();
    }

    @Test
    void everyTakeIsBoughtOnceAndTheFilmSaysWhatItCost() {
        MakeReport report = film(open().make(order("remote"), SCRIPT, new EngineListener() {
        }));
        assertEquals(report.takes(), remote.sold().size());
        assertEquals(RemoteArtist.PRICE.times(report.takes()).amount().doubleValue(), report.cost().amount());
        assertEquals(List.of("1"), engine.spending().costs(Cost.By.SCENE).stream().map(Cost::on).toList());
        assertEquals(report.takes(), engine.spending()
                .calls()
                .stream()
                .filter(call -> call.state() == PaidCall.State.SUCCEEDED
                        && call.closing().orElseThrow().artifacts().size() == 1)
                .count());
    }

    @Test
    void whatATakeCostsIsKnownBeforeTheFirstIsBought() {
        Conductor conductor = open();
        ManualEngine.value(engine.spending().cap(new Cap(Cap.Scope.PROJECT, "", Money.of("0", "USD")), "ann"));
        conductor.make(order("remote"), SCRIPT, new EngineListener() {
        });
        OpenProject.Queue queue = new OpenProject.Queue(new EngineJobs(records, engine, Map.of(), folder, CLOCK),
                Optional.empty(), List.of(), generators, Optional.empty(), Optional.empty());
        OpenProject open = new OpenProject(project.root(), records, engine, queue, CLOCK, Runnable::run, () -> {});
        assertEquals(Optional.of(RemoteArtist.PRICE.times(3)), open.snapshot().edits().takes(1, 3).effort().price());
        assertEquals(List.of(), remote.sold());
        AskingPrice asking = new AskingPrice(records, generators, folder);
        assertEquals(Optional.empty(), asking.of(order("draft").look()), "drawn here, it is free");
    }

    @Test
    void aFilmThatIsDrawnHereCostsNothingAndLeavesNoRow() {
        Conductor conductor = open();
        ManualEngine.value(engine.spending().cap(new Cap(Cap.Scope.PROJECT, "", Money.of("0", "USD")), "ann"));
        MakeReport report = film(conductor.make(order("draft"), SCRIPT, new EngineListener() {
        }));
        assertEquals(0, report.cost().amount());
        assertEquals(List.of(), engine.spending().calls());
        assertEquals(List.of(), engine.spending().costs(Cost.By.PROVIDER));
    }

    @Test
    void aProviderHasALaneOfItsOwnWithItsLimitsAndARestWhenItKeepsFailing() {
        film(open().make(order("remote"), SCRIPT, new EngineListener() {
        }));
        LaneSpec lane = engine.dispatch()
                .lanes()
                .stream()
                .map(Lane::spec)
                .filter(each -> each.name().equals("acme"))
                .findFirst()
                .orElseThrow();
        assertEquals(LaneSpec.remote("acme", 2, new LaneSpec.Rate(600, Duration.ofMinutes(1))), lane);
        assertTrue(engine.runs()
                .stream()
                .flatMap(run -> engine.steps(run.id()).stream())
                .filter(step -> step.path().contains("/draw/"))
                .allMatch(step -> step.lane().equals("acme")));
    }

    @Test
    void theSameFilmUnderAnotherNameIsMadeOfWhatIsRememberedAndOfNothingWhoseFileIsGone() throws IOException {
        Conductor conductor = open();
        MakeReport first = film(conductor.make(order("draft"), SCRIPT, new EngineListener() {
        }));
        MakeOrder other = new MakeOrder(order("draft").script(), folder.resolve("again.mp4").toString(), 3,
                ApprovalPolicy.FIRST, order("draft").look(), 1);
        ImageTake lost = project.takes().all().getFirst();
        Files.delete(project.vault().file(lost.media()));
        MakeReport second = film(conductor.make(other, SCRIPT, new EngineListener() {
        }));
        List<Event> log = engine.events(engine.runs().getFirst().id());
        Set<String> made = made(log, "/draw/");
        assertEquals(1, made.size(), "only the picture that was gone: " + made);
        assertEquals(Set.of(), made(log, "/clip"));
        assertEquals(first.film().sha256(), second.film().sha256());
    }

    @Test
    void whatAPersonRejectedIsNotCircledByARuleWhileThereIsAnotherTake() {
        Conductor conductor = open();
        film(conductor.make(order("draft"), SCRIPT, new EngineListener() {
        }));
        ImageTake circled = project.takes()
                .all()
                .stream()
                .filter(take -> project.verdicts().latest(take.id()).isPresent())
                .findFirst()
                .orElseThrow();
        project.verdicts()
                .record(new Verdict(circled.id(), circled.shot(), Ruling.REJECTED, "", "ann", CLOCK.instant()));
        MakeOrder other = new MakeOrder(order("draft").script(), folder.resolve("again.mp4").toString(), 3,
                ApprovalPolicy.FIRST, order("draft").look(), 1);
        film(conductor.make(other, SCRIPT, new EngineListener() {
        }));
        assertEquals(Ruling.REJECTED, project.verdicts().latest(circled.id()).orElseThrow().ruling());
        assertEquals(1, project.takes()
                .of(circled.shot())
                .stream()
                .flatMap(take -> project.verdicts().latest(take.id()).stream())
                .filter(verdict -> verdict.ruling() == Ruling.APPROVED)
                .count());
    }

    /** Steps of a kind that succeeded without having been found again. */
    private static Set<String> made(List<Event> log, String kind) {
        return log.stream()
                .filter(event -> event.type().equals("step.succeeded") && !event.detail().containsKey("reused"))
                .map(event -> event.detail().get("path"))
                .filter(path -> path.contains(kind))
                .collect(Collectors.toSet());
    }

    @Test
    void aFilmStopsAtItsCapWithOneQuestionAndGoesOnWhereItStopped() {
        Conductor conductor = open();
        ManualEngine.value(engine.spending().cap(new Cap(Cap.Scope.DAY, "", RemoteArtist.PRICE), "ann"));
        Made.Waiting waiting = assertInstanceOf(Made.Waiting.class,
                conductor.make(order("remote"), SCRIPT, new EngineListener() {
                }));
        assertEquals(1, waiting.questions().size());
        assertEquals(1, remote.sold().size());
        close();
        Conductor again = open();
        while (!engine.questions().isEmpty()) {
            OpenQuestion open = engine.questions().getFirst();
            assertTrue(open.question().text().contains("cap"), open.question().text());
            ManualEngine.value(engine.decide(open.step(), new Choice("raise", "", "ann", CLOCK.instant())));
            ManualEngine.value(engine.await(open.run()));
        }
        MakeReport report = film(again.make(order("remote"), SCRIPT, new EngineListener() {
        }));
        assertEquals(report.takes(), remote.sold().size());
    }

    @Test
    void anApprovedTakeAnswersNoQuestionAboutMoney() {
        Conductor conductor = open();
        ManualEngine.value(engine.spending().cap(new Cap(Cap.Scope.DAY, "", RemoteArtist.PRICE), "ann"));
        assertInstanceOf(Made.Waiting.class, conductor.make(order("remote"), SCRIPT, new EngineListener() {
        }));
        List<OpenQuestion> asked = engine.questions();
        OpenProject studio = new OpenProject(project.root(), records, engine,
                new OpenProject.Queue(new EngineJobs(records, engine, Map.of(), folder, CLOCK), Optional.empty(),
                        List.of()),
                CLOCK, Runnable::run, () -> {});
        records.takes().all().forEach(take -> studio.decide(List.of(take.id()), new Decision.Rules(Ruling.APPROVED)));
        assertFalse(records.verdicts().all().isEmpty());
        assertEquals(asked, engine.questions(), "what a take may cost is still to be answered");
        assertEquals(1, remote.sold().size());
    }
}
