package org.filmwright.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Setting;
import org.filmwright.base.ShotSize;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    private static ShotPlan plan(String script) {
        return Planner.plan(FountainReader.read(script), 1);
    }

    private static ShotPlan sample(String name, long seed) {
        return Planner.plan(ScriptFile.readFilmable(Path.of("assets/samples", name + ".fountain")).orElse(failure -> {
            throw new AssertionError(failure.what());
        }).screenplay(), seed);
    }

    private static Shot shotSaying(ShotPlan plan, String words) {
        return plan.shots()
                .stream()
                .filter(shot -> shot.content().action().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"INT. HOUSE - DAY|INT|HOUSE|DAY", "EXT. GARDEN--DUSK|EXT|GARDEN|DUSK",
        "EXT. GARDEN, NIGHT|EXT|GARDEN|NIGHT", "I/E CAR \u2013 EARLY MORNING|INT_EXT|CAR|MORNING",
        "INT. MARA'S HOUSE - KITCHEN - SUNSET|INT|MARA'S HOUSE - KITCHEN|DUSK", "EST. CITY|EXT|CITY|DAY",
        "INT. NIGHT CLUB - DAY|INT|NIGHT CLUB|DAY", "INT. CHURCH - NIGHT - LATER|INT|CHURCH|NIGHT"})
    void aHeadingSaysWhereAndWhen(String heading, Setting setting, String location, TimeOfDay time) {
        Place place = plan(heading + "\n\nRain.\n").scenes().getFirst().place();
        assertEquals(new Place(setting, location, time, Weather.RAIN), place);
    }

    @Test
    void continuousAndLaterKeepTheLightAndTheWeather() {
        ShotPlan plan = plan("""
                EXT. ALLEY - NIGHT

                Rain.

                EXT. STREET - CONTINUOUS

                Neon.

                EXT. PARK - LATER

                The rain has stopped.

                EXT. SEA - DAY

                Waves.
                """);
        assertEquals(List.of(TimeOfDay.NIGHT, TimeOfDay.NIGHT, TimeOfDay.NIGHT, TimeOfDay.DAY),
                plan.scenes().stream().map(scene -> scene.place().time()).toList());
        assertEquals(Weather.RAIN, plan.scenes().get(1).place().weather());
        assertEquals(Weather.CLEAR, plan.scenes().get(3).place().weather());
    }

    @Test
    void theCastHasItsIntroductionsAndCueListsNameSeveralPersons() {
        ShotPlan plan = plan("""
                INT. HALL - DAY

                MARA (30s, ochre scarf) waits. OLD WOMAN sits. A LETTER lies there.

                MARA AND TOBIAS
                Hello.
                """);
        assertEquals(
                List.of(new Person("MARA", "30s, ochre scarf"), new Person("OLD WOMAN", ""), new Person("TOBIAS", "")),
                plan.cast());
    }

    @Test
    void aFullNameAndTheCueMadeOfItAreOnePerson() {
        ShotPlan plan = plan("""
                INT. BOOTH - NIGHT

                FRANK DELGADO, 60s, heavy, in a stained vest, grabs a rope.

                FRANK
                Out!

                Delgado runs.
                """);
        assertEquals(List.of(new Person("FRANK", "60s, heavy, in a stained vest")), plan.cast());
        assertEquals(List.of("FRANK"), shotSaying(plan, "Delgado runs").content().people());
    }

    @ParameterizedTest
    @ValueSource(strings = {"night-ferry", "the-courier", "signal-lost"})
    void theSameScriptAndSeedGiveTheSamePlan(String name) {
        assertEquals(sample(name, 7), sample(name, 7));
        assertNotEquals(sample(name, 7).shots(), sample(name, 8).shots());
    }

    @ParameterizedTest
    @ValueSource(strings = {"night-ferry", "the-courier", "signal-lost"})
    void aPlanKeepsTheRulesOfCoverage(String name) {
        ShotPlan plan = sample(name, 1);
        Set<String> ids = new HashSet<>();
        for (Scene scene : plan.scenes()) {
            List<Shot> shots = plan.shotsOf(scene);
            assertFalse(shots.isEmpty());
            assertTrue(shots.getFirst().framing().size().ordinal() <= ShotSize.MWS.ordinal(), scene::heading);
            for (int i = 0; i < shots.size(); i++) {
                Shot shot = shots.get(i);
                assertTrue(ids.add(shot.id().value()));
                assertTrue(shot.seconds() >= 1 && shot.seconds() <= 9, shot::toString);
                assertFalse(shot.content().action().isBlank());
                if (i > 0) {
                    assertCuts(shots.get(i - 1), shot);
                }
            }
        }
    }

    private static void assertCuts(Shot before, Shot shot) {
        assertTrue(shot.framing().size() == ShotSize.INSERT || Framings.cuts(before.framing(), before.content().focus(),
                shot.framing(), shot.content().focus()), () -> "jump: " + before + " to " + shot);
        assertFalse(Moves.reverses(before.camera().move(), shot.camera().move()), () -> "back and forth: " + shot);
    }

    @ParameterizedTest
    @ValueSource(strings = {"night-ferry", "the-courier", "signal-lost"})
    void everybodyKeepsTheirSideOfTheFrame(String name) {
        ShotPlan plan = sample(name, 1);
        List<String> order = plan.cast().stream().map(Person::name).toList();
        for (Shot shot : plan.shots()) {
            List<Integer> places = shot.content().people().stream().map(order::indexOf).toList();
            assertEquals(places.stream().sorted().toList(), places, shot::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"night-ferry", "the-courier", "signal-lost"})
    void everyLineIsHeardOnceInOrderAndInsideItsShot(String name) {
        ShotPlan plan = sample(name, 1);
        StringBuilder heard = new StringBuilder();
        for (Shot shot : plan.shots()) {
            double at = 0;
            for (DialogueTiming.Heard line : DialogueTiming.of(shot)) {
                assertTrue(line.start() >= at && line.end() > line.start() && line.end() <= shot.seconds(),
                        shot::toString);
                at = line.end();
                heard.append(line.line().text()).append(' ');
            }
        }
        StringBuilder written = new StringBuilder();
        ScriptFile.read(Path.of("assets/samples", name + ".fountain")).orElse(failure -> {
            throw new AssertionError(failure.what());
        })
                .screenplay()
                .elements()
                .stream()
                .filter(element -> element.type() == ElementType.DIALOGUE)
                .forEach(element -> written.append(element.plain()).append(' '));
        assertEquals(written.toString(), heard.toString());
    }

    @Test
    void theFerryRunsForAboutNinetySeconds() {
        double seconds = sample("night-ferry", 1).seconds();
        assertTrue(seconds >= 80 && seconds <= 100, () -> seconds + " s");
        assertTrue(sample("the-courier", 1).seconds() <= 155);
        assertTrue(sample("signal-lost", 1).seconds() <= 150);
    }

    @Test
    void theWarehouseIsCoveredLikeADialogueScene() {
        ShotPlan plan = sample("night-ferry", 1);
        assertEquals(ShotSize.INSERT, shotSaying(plan, "Two names").framing().size());
        assertEquals(Optional.of("FERRY TICKET"), shotSaying(plan, "Two names").content().focus());
        List<Shot> scene = plan.shotsOf(plan.scenes().get(1));
        assertTrue(scene.stream().anyMatch(shot -> shot.framing().angle() == CameraAngle.TWO_SHOT));
        assertTrue(scene.stream().anyMatch(shot -> shot.framing().angle() == CameraAngle.OVER_SHOULDER));
        Shot turn = shotSaying(plan, "quietly");
        assertEquals(ShotSize.CU, turn.framing().size());
        assertEquals(CameraMove.PUSH_IN, turn.camera().move());
        assertTrue(turn.camera().reason().contains("'quietly'"));
    }

    @Test
    void aMoveQuotesTheWordsThatAskedForIt() {
        ShotPlan plan = plan("EXT. ROAD - DAY\n\nA road.\n\nNIA (20s) runs.\n\nShe sits. He does not run.\n");
        MoveChoice run = shotSaying(plan, "NIA").camera();
        assertTrue(run.move() == CameraMove.TRACK_LEFT || run.move() == CameraMove.TRACK_RIGHT);
        assertTrue(run.reason().startsWith("'runs' \u2192 tracking"), run.reason());
        assertEquals(CameraMove.STATIC, shotSaying(plan, "He does not run").camera().move());
    }

    @Test
    void pronounsMeanWhomTheyMeantBefore() {
        ShotPlan plan = plan("""
                INT. ROOM - DAY

                ADA (30s) enters. She waits.

                BEN (40s) enters. He sits. He waits.

                She looks at him.
                """);
        Shot last = plan.shots().getLast();
        assertEquals(Optional.of("ADA"), last.content().focus());
        assertTrue(shotSaying(plan, "He sits").content().people().contains("BEN"));
    }

    @Test
    void aVoiceThatIsNotThereIsHeardOverAFace() {
        ShotPlan plan = sample("signal-lost", 1);
        assertTrue(plan.shots().stream().noneMatch(shot -> shot.content().people().contains("SIGNAL")));
        Shot heard = shotSaying(plan, "SIGNAL is heard");
        assertEquals("SIGNAL", heard.content().lines().getFirst().speaker());
        assertEquals(List.of("ILSE"), heard.content().people());
    }

    @Test
    void whoHasNotEnteredYetIsNotInTheFrame() {
        ShotPlan plan = plan("""
                INT. BOOTH - NIGHT

                FRANK (60s) coughs.

                FRANK
                Out!

                SOPHIE (19) bursts in.

                SOPHIE
                Locked!
                """);
        assertEquals(List.of("FRANK"), shotSaying(plan, "FRANK speaks").content().people());
        assertTrue(shotSaying(plan, "SOPHIE speaks to FRANK").content().people().contains("SOPHIE"));
    }

    @Test
    void aLongSpeechIsCutBetweenItsSentences() {
        String sentence = "This is a sentence of some nine words here. ";
        ShotPlan plan = plan("INT. HALL - DAY\n\nADA\n" + sentence.repeat(8).strip() + "\n");
        assertTrue(plan.shots().size() > 3);
        plan.shots().forEach(shot -> assertTrue(shot.seconds() < 9, shot::toString));
        assertTrue(plan.shots()
                .stream()
                .flatMap(shot -> shot.content().lines().stream())
                .allMatch(line -> line.text().endsWith(".")));
    }

    @Test
    void shotNamesStayWhenAnotherSceneIsEdited() {
        String first = "INT. A - DAY\n\nADA (30s) enters.\n\n";
        String second = "INT. B - DAY\n\nADA sits.\n\nINT. B - DAY\n\nADA waits.\n";
        List<String> before = plan(first + second).shots().stream().map(shot -> shot.id().value()).toList();
        List<String> after = plan(first + "ADA\nMore.\n\n" + second).shots()
                .stream()
                .map(shot -> shot.id().value())
                .toList();
        assertTrue(after.containsAll(before));
        assertTrue(before.contains("int-b-day-01") && before.contains("int-b-day_2-01"), before::toString);
    }

    @Test
    void shotNamesOfLikeHeadingsNeverMeet() {
        String script = "INT. A\n\nOne.\n\nINT. A 2\n\nTwo.\n\nINT. A\n\nThree.\n\nINT. A - 2\n\nFour.\n";
        List<Shot> shots = plan(script).shots();
        assertEquals(shots.size(), shots.stream().map(Shot::id).distinct().count());
    }

    @Test
    void aSentenceWithoutEndDoesNotHoldOnePictureForEver() {
        assertTrue(plan("INT. A\n\n" + "and on it goes ".repeat(50)).seconds() < 12);
    }

    @Test
    void aSceneWithOnlyAHeadingStillHasAShot() {
        assertEquals("Attic.",
                plan("INT. ATTIC - DAY\n\nINT. HALL - DAY\n\nADA\nHi.\n").shots().getFirst().content().action());
    }

    @Test
    void theLetterAfterZIsDouble() {
        assertEquals(List.of("A", "Z", "AA", "AZ", "BA"),
                IntStream.of(0, 25, 26, 51, 52).mapToObj(Planner::letters).toList());
    }

    @Test
    void thePromptNamesFramingPeoplePlaceAndLight() {
        ShotPlan plan = sample("night-ferry", 1);
        String prompt = ShotPrompt.of(plan, shotSaying(plan, "coils a rope"));
        assertEquals(
                "Medium shot of Tobias (50s, broad, teal work jacket, flat cap, grey stubble). TOBIAS coils a rope that"
                        + " needs no coiling. He does not look up. Interior, warehouse, night, one pool of lamp light in the dark,"
                        + " fog outside.",
                prompt);
    }
}
