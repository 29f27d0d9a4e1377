package org.filmwright.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.story.Bible.Entry;
import org.filmwright.story.Bible.Fact;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Bible.Topic;
import org.junit.jupiter.api.Test;

class ScriptSupervisorTest {
    private static final String SCRIPT = """
            INT. KITCHEN - MORNING

            Steam on the windows. ADA (60s, red shawl, Ben's older sister) pours tea. BEN (50s, bald) comes in with a
            bandaged hand.

            BEN
            (hoarse)
            Is there sugar?

            BEN
            (hoarse)
            Any at all?

            Ada wears a blue apron. She takes a LANTERN from the shelf.

            EXT. FIELD - NIGHT

            Ada walks with the lantern. Ben limps behind her.

            VERA (V.O.)
            That was the last night.

            She hands the lantern to Ben. She takes off the apron.

            INT. KITCHEN - DAY

            Ben sits. The bandage is gone; his hand has healed.
            """;

    private static Bible bible(String script) {
        Screenplay read = FountainReader.read(script);
        return ScriptSupervisor.bible(read, Planner.plan(read, 1));
    }

    private static Entry entry(Bible bible, Kind kind, String name) {
        return bible.of(kind).stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static Optional<String> at(Entry entry, int scene, Topic topic) {
        return entry.at(scene, topic).map(Fact::words);
    }

    @Test
    void aCharacterIsDescribedInTheWordsThatIntroduceThemWithTheirLine() {
        Entry ada = entry(bible(SCRIPT), Kind.CHARACTER, "ADA");
        assertEquals("60s, red shawl, Ben's older sister", ada.descriptor());
        Fact look = ada.facts().getFirst();
        assertEquals(Topic.LOOK, look.topic());
        assertEquals(3, look.line());
        assertTrue(look.quote().startsWith("ADA (60s"), look.quote());
        assertEquals(Optional.of("ben's older sister"), at(ada, 1, Topic.RELATION));
        assertEquals(List.of(1, 2), ada.scenes());
    }

    @Test
    void wardrobeHoldsFromItsSceneOnUntilItChanges() {
        Entry ada = entry(bible(SCRIPT), Kind.CHARACTER, "ADA");
        assertEquals(Optional.of("blue apron"), at(ada, 1, Topic.WARDROBE));
        assertEquals(Optional.of("without the apron"), at(ada, 3, Topic.WARDROBE));
    }

    @Test
    void anInjuryIsCarriedFromSceneToSceneUntilItHeals() {
        Entry ben = entry(bible(SCRIPT), Kind.CHARACTER, "BEN");
        assertEquals(Optional.of("bandaged hand"), at(ben, 1, Topic.INJURY));
        assertEquals(Optional.of("limping"), at(ben, 2, Topic.INJURY));
        assertEquals(Optional.of(""), at(ben, 3, Topic.INJURY));
    }

    @Test
    void whoHoldsAThingIsKnownUntilItIsGivenAway() {
        Entry ada = entry(bible(SCRIPT), Kind.CHARACTER, "ADA");
        assertEquals(Optional.of("lantern"), at(ada, 1, Topic.CARRIES));
        assertEquals(Optional.of(""), at(ada, 2, Topic.CARRIES));
        assertEquals(List.of(1, 2), entry(bible(SCRIPT), Kind.PROP, "LANTERN").scenes());
    }

    @Test
    void aVoiceIsWhatTheBracketsSayMoreThanOnceOrWhatIsOnlyHeard() {
        assertEquals(Optional.of("hoarse"), at(entry(bible(SCRIPT), Kind.CHARACTER, "BEN"), 1, Topic.VOICE));
        assertEquals(Optional.of("heard, not seen"), at(entry(bible(SCRIPT), Kind.CHARACTER, "VERA"), 2, Topic.VOICE));
    }

    @Test
    void aLocationKnowsItsScenesItsLightAndItsFirstWords() {
        Entry kitchen = entry(bible(SCRIPT), Kind.LOCATION, "KITCHEN");
        assertEquals(List.of(1, 3), kitchen.scenes());
        assertEquals("int, morning, day. Steam on the windows.", kitchen.descriptor());
    }

    @Test
    void theSampleHasItsPeopleItsPlacesAndItsThings() {
        Screenplay ferry = ScriptFile.readFilmable(Path.of("assets/samples/night-ferry.fountain"))
                .orElse(failure -> {
                    throw new AssertionError(failure.what());
                })
                .screenplay();
        Bible bible = ScriptSupervisor.bible(ferry, Planner.plan(ferry, 1));
        assertEquals(List.of("MARA", "TOBIAS"), bible.of(Kind.CHARACTER).stream().map(Entry::name).toList());
        assertEquals(List.of("HARBOUR", "WAREHOUSE", "SEA"),
                bible.of(Kind.LOCATION).stream().map(Entry::name).toList());
        assertEquals(List.of("SUITCASE", "FERRY TICKET", "KEYS"),
                bible.of(Kind.PROP).stream().map(Entry::name).toList());
        assertEquals(Optional.of("suitcase"), at(entry(bible, Kind.CHARACTER, "MARA"), 1, Topic.CARRIES));
    }

    @Test
    void theWorldOfTheFilmIsWhatTheTitlePageSaysOfIt() {
        Entry film = entry(bible("Title: Ferry\nGenre: Noir\nPeriod: 1947\nAuthor: A\n\n" + SCRIPT), Kind.WORLD,
                Bible.FILM);
        assertEquals(List.of("Noir", "1947"), film.facts().stream().map(Bible.Fact::words).toList());
        assertEquals(List.of(), entry(bible(SCRIPT), Kind.WORLD, Bible.FILM).facts());
    }

    @Test
    void aScriptWithoutScenesHasAnEmptyBible() {
        assertEquals(List.of(), bible("Just a line.").entries());
    }
}
