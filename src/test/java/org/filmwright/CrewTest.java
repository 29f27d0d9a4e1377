package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.history.Change;
import org.filmwright.production.Crew;
import org.filmwright.production.Crew.State;
import org.filmwright.production.Crew.Suggestion;
import org.filmwright.production.Crew.Talk;
import org.filmwright.production.Judgement;
import org.filmwright.production.Project;
import org.filmwright.production.Standing;
import org.filmwright.production.Writers;
import org.filmwright.story.ScriptEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The crew of a real project, asked without any writer: rules answer, through the engine. */
class CrewTest {
    private static final String SCRIPT = "INT. WAREHOUSE - NIGHT\n\nADA lifts a lantern.\n\n"
            + "INT. WARHOUSE - NIGHT\n\nAda waits.\n";

    private static final Optional<String> NOTHING = Optional.empty();

    @TempDir
    private Path folder;
    private Project project;
    private Crew crew;

    @BeforeEach
    void write() {
        CommandFailed.orFail(PreferenceFile.here().forgetAll());
        project = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("lamp.filmwright"))).project();
        project.editor().write(new Change.Wrote(List.of(new ScriptEdit(0, "", SCRIPT))), false);
        crew = project.crew().orElseThrow();
    }

    @AfterEach
    void close() {
        project.close();
    }

    private Talk heard(Outcome<String> asked) {
        String id = CommandFailed.orFail(asked);
        for (int look = 0; look < 12_000; look++) {
            Optional<Talk> ended = crew.talks()
                    .stream()
                    .filter(talk -> talk.id().equals(id) && talk.state() != State.WRITING)
                    .findFirst();
            if (ended.isPresent()) {
                return ended.get();
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("No answer: " + crew.talks());
    }

    @Test
    void whatIsWrittenInTwoWaysIsSuggestedToBeWrittenInOne() {
        Talk talk = heard(crew.ask("consistency-supervisor", Optional.empty(), NOTHING));
        assertEquals(
                List.of(new Suggestion("INT. WARHOUSE - NIGHT", "INT. WAREHOUSE - NIGHT", "Scene 1 writes it so.")),
                talk.suggestions());
        assertTrue(talk.remarks()
                .stream()
                .anyMatch(remark -> remark.about().contains("scene 2")
                        && remark.text().contains("written almost alike")),
                talk::toString);
        assertEquals(Optional.empty(), talk.scene());
    }

    @Test
    void whatWasIgnoredIsNotSuggestedAgainNotAfterARestartNorByAnotherTalkUntilItIsForgotten() {
        Talk talk = heard(crew.ask("consistency-supervisor", Optional.empty(), NOTHING));
        CommandFailed.orFail(crew.judge(talk.id(), talk.suggestions().getFirst(), false));
        project.close();
        project = CommandFailed.orFail(Wiring.open(folder.resolve("lamp.filmwright"))).project();
        crew = project.crew().orElseThrow();
        Talk again = crew.talks().getFirst();
        assertEquals(talk.id(), again.id());
        assertEquals(List.of(), again.suggestions());
        assertEquals(new Crew.Recalled(1, false), again.recalled());
        assertEquals(List.of(), heard(crew.ask("consistency-supervisor", Optional.empty(), NOTHING)).suggestions());
        assertEquals("consistency-supervisor", crew.roster().last().orElseThrow().agent());
        CommandFailed.orFail(PreferenceFile.here().forgetAll());
        assertEquals(talk.suggestions(), crew.talks().getLast().suggestions());
    }

    @Test
    void whoseWordWasTakenStandsFirstAndWhoseWasRefusedLast() {
        List<String> before = crew.roster().members().stream().map(Crew.Member::id).toList();
        Talk talk = heard(crew.ask("consistency-supervisor", Optional.empty(), NOTHING));
        for (int i = 0; i < 3; i++) {
            CommandFailed.orFail(crew.judge(talk.id(), new Suggestion("a" + i, "b", ""), true));
            CommandFailed.orFail(PreferenceFile.here()
                    .judged(new Judgement(before.getFirst(), "First", false,
                            Optional.empty(), Instant.EPOCH)));
        }
        List<Crew.Member> members = crew.roster().members();
        assertEquals("consistency-supervisor", members.getFirst().id());
        assertEquals(new Standing(3, 3), members.getFirst().standing());
        assertEquals(before.getFirst(), members.getLast().id());
    }

    @Test
    void aSceneIsAskedAboutAlone() {
        Talk talk = heard(crew.ask("consistency-supervisor", Optional.of(1), NOTHING));
        assertEquals(List.of(), talk.suggestions());
        assertEquals(Optional.of(1), talk.scene());
        Talk places = heard(crew.ask("location-scout", Optional.of(2), NOTHING));
        assertTrue(
                places.remarks().toString().contains("WARHOUSE") && !places.remarks().toString().contains("WAREHOUSE"),
                places::toString);
        assertInstanceOf(Outcome.Failed.class, crew.ask("location-scout", Optional.empty(), NOTHING)
                .then(_ -> crew.ask("nobody", Optional.empty(), NOTHING)));
    }

    @Test
    void anAgentDroppedIntoTheFolderIsAskedInTheOpenProjectAndAMalformedOneIsRefusedByNameLineAndReason()
            throws IOException {
        Path agents = Files.createDirectories(folder.resolve("lamp.filmwright").resolve("agents"));
        String text;
        try (var in = AgentLibrary.class.getResourceAsStream("consistency-supervisor.md")) {
            text = new String(in.readAllBytes());
        }
        Files.writeString(agents.resolve("my-supervisor.md"), text.replaceFirst("(?m)^id: .*$", "id: my-supervisor")
                .replaceFirst("(?m)^title: .*$", "title: My supervisor"));
        Path broken = Files.writeString(agents.resolve("broken.md"), text.replaceFirst("(?m)^category: .*$",
                "category: sailor"));
        Crew.Roster roster = crew.roster();
        assertTrue(roster.members()
                .stream()
                .anyMatch(member -> member.title().equals("My supervisor") && member.own()), roster::toString);
        assertTrue(roster.refused().getFirst().contains(broken + ", line "), roster.refused()::toString);
        assertEquals("My supervisor", heard(crew.ask("my-supervisor", Optional.empty(), NOTHING)).title());
    }

    @Test
    void aQuestionInOnesOwnWordsStandsBeforeTheAnswerAndNoneIsRefused() {
        assertInstanceOf(Outcome.Failed.class, crew.ask("script-reader", Optional.of(1), Optional.of("  ")));
        assertInstanceOf(Outcome.Failed.class, crew.ask("script-reader", Optional.of(1), NOTHING));
        assertInstanceOf(Outcome.Failed.class,
                crew.ask("script-reader", Optional.of(1), Optional.of("why ".repeat(600))));
        assertEquals(List.of(), crew.talks());
        Talk talk = heard(crew.ask("script-reader", Optional.of(2), Optional.of("Why does Ada wait? ")));
        assertEquals(List.of(new Crew.Remark("asked", "Why does Ada wait?")), talk.remarks());
        assertTrue(talk.words().contains("needs a generator of text"), talk::words);
        assertTrue(crew.roster().members().stream().anyMatch(member -> member.answers() && !member.byRule()));
    }

    @Test
    void whatIsAskedCostsNothingUnlessWhoeverIsChosenToWriteHasNoKeyWhichIsSaidThere() {
        assertEquals(new Crew.Price.Free(), crew.price("script-doctor", Optional.of(1)));
        try (WriterDesk desk = WriterDesk.here()) {
            Writers.Writer anthropic = desk.all()
                    .stream()
                    .filter(Writers.Writer::charges)
                    .findFirst()
                    .orElseThrow();
            CommandFailed.orFail(desk.choose(anthropic.id(), anthropic.setup()));
            Crew.Price price = crew.price("consistency-supervisor", Optional.of(1));
            CommandFailed.orFail(desk.chooseNobody());
            assertTrue(price instanceof Crew.Price.Unable(Failure.Misconfigured(var what, _))
                    && what.contains("No key is set for " + anthropic.id()), price::toString);
        }
    }

    @Test
    void whoNeedsAWriterFailsWithWordsWhereThereIsNone() {
        Talk talk = heard(crew.ask("script-doctor", Optional.of(1), NOTHING));
        assertEquals(State.FAILED, talk.state());
        assertTrue(talk.words().contains("needs a generator of text"), talk::words);
    }
}
