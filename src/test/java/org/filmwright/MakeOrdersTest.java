package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Project;
import org.filmwright.review.Decision;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several orders in one project: each gets its own film, whatever was made in between. */
class MakeOrdersTest {
    private static final String SCRIPT = """
            INT. CELLAR - NIGHT

            ADA (60s, red shawl) lifts a LANTERN.

            EXT. FIELD - DAY

            Ada walks through the grass.
            """;

    @TempDir
    private Path folder;

    private String film(String script, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("lamp.fountain"), script);
        List<Object> order = new ArrayList<>(List.of("make", file, "--out", folder.resolve("lamp.mp4"), "--json"));
        order.addAll(List.of(more));
        if (!order.contains("--size")) {
            order.addAll(List.of("--size", "160x90"));
        }
        if (!order.contains("--takes")) {
            order.addAll(List.of("--takes", "1"));
        }
        CommandLineRun run = CommandLineRun.of(order.toArray());
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        return run.json().at("/film/sha256").asText();
    }

    @Test
    void anEditThatIsTakenBackGivesTheFilmOfBefore() throws IOException {
        String first = film(SCRIPT);
        assertNotEquals(first, film(SCRIPT.replace("CELLAR", "ATTIC").replace("FIELD", "HARBOUR")));
        assertEquals(first, film(SCRIPT));
    }

    @Test
    void aShotHasOneApprovedTakeHoweverOftenRulesChooseAndStarsStay() throws IOException {
        film(SCRIPT, "--takes", "4", "--approve", "first");
        assertEquals(Map.of(), manyOrNone());
        int rated = decideAll(new Decision.Rates(4));
        String first = film(SCRIPT, "--takes", "1", "--size", "192x108");
        assertEquals(Map.of(), manyOrNone());
        film(SCRIPT, "--takes", "3", "--size", "192x108", "--approve", "best", "--seed", "5");
        assertEquals(Map.of(), manyOrNone(), "one a shot");
        List<Verdict> verdicts = inProject(project -> List.copyOf(project.snapshot().verdicts().values()));
        assertTrue(verdicts.stream().anyMatch(Verdict::gaveWay), "another take was the better one");
        assertEquals(rated, verdicts.stream().filter(verdict -> verdict.marks().stars() == 4).count());
        assertEquals(first, film(SCRIPT, "--takes", "1", "--size", "192x108"), "the film of before is as it was");
        assertEquals(Map.of(), manyOrNone());
    }

    @Test
    void whatAPersonApprovedStaysApprovedBesideTheTakeOfTheFilm() throws IOException {
        film(SCRIPT, "--takes", "2");
        decideAll(new Decision.Rules(Ruling.APPROVED));
        film(SCRIPT, "--takes", "3");
        assertFalse(manyOrNone().isEmpty());
    }

    /** How many takes are approved of the shots that have another number of them than one. */
    private Map<ShotId, Long> manyOrNone() {
        return inProject(project -> {
            Map<ShotId, Long> approved = project.snapshot()
                    .takes()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, shot -> shot.getValue()
                            .stream()
                            .filter(take -> project.snapshot().rulingOf(take.id()) == Ruling.APPROVED)
                            .count()));
            approved.values().removeIf(count -> count == 1);
            return approved;
        });
    }

    /** Of how many takes. */
    private int decideAll(Decision decision) {
        return inProject(project -> {
            List<TakeId> all = project.snapshot()
                    .takes()
                    .values()
                    .stream()
                    .flatMap(List::stream)
                    .map(ImageTake::id)
                    .toList();
            assertTrue(project.decide(all, decision) instanceof Outcome.Ok);
            return all.size();
        });
    }

    private <T> T inProject(Function<Project, T> question) {
        try (Desk desk = Desk.open(folder.resolve("lamp.filmwright")); Project project = desk.project()) {
            return question.apply(project);
        }
    }

    @Test
    void anOrderWithOtherSettingsInBetweenDoesNotChangeTheFilm() throws IOException {
        String first = film(SCRIPT);
        assertNotEquals(first, film(SCRIPT, "--fps", "25"));
        assertEquals(first, film(SCRIPT));
    }
}
