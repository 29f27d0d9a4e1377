package org.filmwright.production.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.generate.Companions.Skill;
import org.filmwright.generate.ScriptedCompanions;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Edits;
import org.filmwright.production.Snapshot;
import org.filmwright.production.find.Found.Kind;
import org.filmwright.production.find.Found.Sense;
import org.filmwright.production.find.Found.What;
import org.filmwright.production.sense.Halt;
import org.filmwright.production.sense.Senses;
import org.filmwright.review.Drawing;
import org.filmwright.review.Flaw;
import org.filmwright.review.Marks;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.review.Notes;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.search.Nearness;
import org.filmwright.story.Bible;
import org.filmwright.story.ElementType;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Portrait;
import org.filmwright.story.Scripts.Script;
import org.filmwright.story.Shot;
import org.filmwright.story.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search over a film: everything that somebody wrote about it is found, as it is now. */
class FilmSearchTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String TEXT = """
            Title: THE FERRY

            # The departure

            EXT. HARBOUR - NIGHT

            ZO\u00cb (30s, ochre scarf) waits at the rail. [[the crane must be seen]] A SUITCASE beside her.

            Zo\u00eb lifts the suitcase.

            ZO\u00cb
            (quietly)
            Who crossed you out?

            INT. CABIN - DAY

            = They talk at last.

            Fog at the windows.

            /* An older ending with a telescope. */
            """;

    private final Map<TakeId, Verdict> verdicts = new HashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private final FilmSearch search = new FilmSearch(media -> Path.of("nowhere").resolve(media.path()));
    private Script script = script(TEXT);

    private static Script script(String text) {
        return new Script("ferry.fountain", text, Planner.plan(FountainReader.read(text), 1));
    }

    @AfterEach
    void close() {
        search.close();
    }

    private List<Shot> shots() {
        return script.plan().shots();
    }

    private static List<ImageTake> takes(ShotId shot) {
        return IntStream.rangeClosed(1, 2)
                .mapToObj(number -> new ImageTake(new TakeId(Digest.of(shot.value() + " take " + number).hex()), shot,
                        number,
                        new MediaRef(Digest.of(shot.value() + number), "png"), Digest.of("brief"),
                        new ImageTake.Origin("draft", 4_711_000 + number), Region.WHOLE))
                .toList();
    }

    private Snapshot now() {
        Map<ShotId, List<ImageTake>> takes = shots().stream()
                .map(Shot::id)
                .collect(Collectors.toMap(shot -> shot, FilmSearchTest::takes));
        Edits none = Edits.NONE;
        Edits edits = new Edits(none.undo(), none.redo(), none.stale(), none.pace(), none.saved(), 0, none.trash(),
                Notes.of(notes, takes.values().stream().flatMap(List::stream).toList()), none.declined());
        return new Snapshot(Path.of("Ferry.filmwright"), Optional.of(script), takes, verdicts, Map.of(),
                Optional.empty(), new Snapshot.Jobs(0, 0, 0, 0), edits);
    }

    private void decide(ImageTake take, Ruling ruling, String reason, Marks marks) {
        verdicts.put(take.id(), new Verdict(take.id(), take.shot(), ruling, reason, marks, "ada", NOON));
    }

    private List<Found> found(Kind kind, String typed) {
        return search.find(now(), typed, EnumSet.of(kind), 20).first(kind);
    }

    private List<String> lines(String typed) {
        return found(Kind.SCRIPT, typed).stream()
                .map(each -> ((Found.InScript) each.place()).type() + " " + each.words().text())
                .toList();
    }

    private List<String> labels(String typed) {
        return found(Kind.TAKE, typed).stream().map(each -> each.name().text()).toList();
    }

    @Test
    void everyLineOfTheScriptIsFoundWithItsPlaceWhateverItIs() {
        Map<String, ElementType> wanted = Map.of("harbour", ElementType.SCENE_HEADING, "fog", ElementType.ACTION,
                "crossed", ElementType.DIALOGUE, "quietly", ElementType.PARENTHETICAL, "crane", ElementType.NOTE,
                "departure", ElementType.SECTION, "talk", ElementType.SYNOPSIS, "telescope", ElementType.BONEYARD);
        wanted.forEach((word, type) -> {
            Found.InScript place = (Found.InScript) found(Kind.SCRIPT, word).getFirst().place();
            assertEquals(type, place.type(), word);
            String[] lines = TEXT.split("\n");
            assertTrue(Stream.of(lines)
                    .skip(place.line() - 1L)
                    .limit(3)
                    .anyMatch(line -> line.toLowerCase(
                            java.util.Locale.ROOT).contains(word)),
                    word);
        });
        Found said = found(Kind.SCRIPT, "zoe crossed").getFirst();
        assertEquals(Optional.of("ZO\u00cb"), ((Found.InScript) said.place()).speaker());
        assertEquals("EXT. HARBOUR - NIGHT", said.name().text());
    }

    @Test
    void whoIsNamedInALineComesBeforeWhoSpeaksItAndAHeadingBeforeBoth() {
        assertEquals(List.of("ACTION", "ACTION", "PARENTHETICAL", "DIALOGUE"),
                lines("zoe").stream().map(line -> line.split(" ")[0]).toList());
        script = script(TEXT.replace("CABIN", "ZO\u00cb'S CABIN"));
        assertEquals("SCENE_HEADING INT. ZO\u00cb'S CABIN - DAY", lines("zoe").getFirst());
    }

    @Test
    void theBibleIsFoundByNameByLooksAndByTheLinesThatSaySo() {
        Found zoe = found(Kind.BIBLE, "zoe").getFirst();
        assertEquals(new Found.InBible(Bible.Kind.CHARACTER, "ZO\u00cb"), zoe.place());
        assertEquals(1, zoe.name().spans().size());
        assertEquals(What.LOOKS, found(Kind.BIBLE, "ochre").getFirst().what());
        assertEquals("SUITCASE", found(Kind.BIBLE, "suitcases").getFirst().name().text());
        assertEquals("CABIN", found(Kind.BIBLE, "window fog").getFirst().name().text());
        script = script.portrayed(List.of(new Portrait(Bible.Kind.CHARACTER, "Zo\u00eb", "a green velvet coat")));
        assertEquals("a green velvet coat", found(Kind.BIBLE, "velvet").getFirst().words().text());
    }

    @Test
    void aTakeIsFoundByAllThatIsKnownOfIt() {
        Shot shot = shots().getFirst();
        ImageTake take = takes(shot.id()).getLast();
        String name = shot.label() + ", take 2";
        decide(take, Ruling.REJECTED, "Her scarf is purple", new Marks(4, Optional.of(Flaw.HANDS)));
        notes.add(new Note(new NoteId("n1"), take.id(), take.shot(), new Drawing(Optional.of(new Drawing.Point(0.5,
                0.5)), List.of()), List.of(new Note.Remark("Six fingers", "ada", NOON), new Note.Remark("Now seven",
                        "bob", NOON)),
                false));
        script = script.worded(List.of(new Wording(shots().getLast().id(), "a lighthouse", "blurry")));
        Stream.of("purple", "six finger", "seven", "rejected", "4 stars", "hands rejected", "4711002 " + shot.label(),
                take.media().digest().hex(), take.media().digest().hex().substring(0, 9), take.id().value())
                .forEach(typed -> assertEquals(name, labels(typed).getFirst(), typed));
        assertEquals(List.of(shots().getLast().label() + ", take 1", shots().getLast().label() + ", take 2"),
                labels("lighthouse"));
        String prompted = found(Kind.TAKE, name).getFirst().words().text();
        assertTrue(prompted.contains("harbour"), prompted);
        decide(take, Ruling.REJECTED, "The harbour is too dark", Marks.NONE);
        assertEquals(What.REASON, found(Kind.TAKE, "harbour").getFirst().what(), "what somebody said before a prompt");
        decide(take, Ruling.REJECTED, "Her scarf is purple", Marks.NONE);
        assertEquals(What.UNWANTED, found(Kind.TAKE, "blurry").getFirst().what());
        assertEquals(Ruling.REJECTED, ((Found.OfTake) found(Kind.TAKE, "purple").getFirst().place()).ruling());
        assertEquals(What.PROMPT, found(Kind.TAKE, '"' + name + '"').getFirst().what(), "only its name was found");
    }

    @Test
    void itFollowsWhateverHappensToTheFilmAndReadsOnlyThat() {
        assertTrue(search.catchUp(now()) > 10);
        assertEquals(0, search.catchUp(now()), "another snapshot of the same");
        ImageTake take = takes(shots().getFirst().id()).getFirst();
        decide(take, Ruling.APPROVED, "", Marks.NONE);
        assertEquals(1, search.catchUp(now()));
        assertEquals(1, labels("circled").size());
        verdicts.clear();
        assertEquals(0, labels("circled").size());
        assertEquals(Nearness.WORDS, search.find(now(), "fog", EnumSet.allOf(Kind.class), 5).nearness());
        script = script(TEXT.replace("Fog at", "Frost at"));
        assertEquals(List.of("ACTION Frost at the windows."), lines("frost"));
        assertEquals(List.of(), lines("fog"));
        script = script("");
        assertTrue(search.find(now(), "frost", EnumSet.allOf(Kind.class), 5).isEmpty());
    }

    @Test
    void nothingIsFoundInAProjectWithoutAScript() {
        Snapshot empty = new Snapshot(Path.of("New.filmwright"), Optional.empty(), Map.of(), Map.of(), Map.of(),
                Optional.empty(), new Snapshot.Jobs(0, 0, 0, 0));
        FilmSearch.Results results = search.find(empty, "lamp", Arrays.asList(Kind.values()), 5);
        assertTrue(results.isEmpty());
        Stream.of(Kind.values()).forEach(kind -> assertEquals(0, results.all(kind)));
    }

    @TempDir
    private Path cache;

    private FilmSearch.Nearby near(FilmSearch by, String typed, Kind... kinds) {
        List<Kind> among = kinds.length == 0 ? List.of(Kind.values()) : List.of(kinds);
        return by.near(now(), typed, among, 5, by.find(now(), typed, among, 20), Progress.NONE);
    }

    private static List<String> texts(FilmSearch.Nearby nearby, Sense sense) {
        return nearby.found()
                .stream()
                .filter(each -> each.by() == sense)
                .flatMap(each -> each.first().stream())
                .map(found -> found.words().text())
                .toList();
    }

    @Test
    void withoutAModelNothingIsNear() {
        assertEquals(FilmSearch.Nearby.NOTHING, near(search, "mist"));
        assertEquals(FilmSearch.Nearby.NOTHING, near(new FilmSearch(media -> Path.of("x"), Senses.NONE), "mist"));
    }

    @Test
    void whatMeansNearlyTheSameIsFoundBelowWhatHoldsTheWords() {
        ScriptedCompanions model = new ScriptedCompanions();
        model.here = Set.of(Skill.MEANING);
        model.means = Map.of("mist", "fog", "glass", "windows");
        try (FilmSearch both = new FilmSearch(media -> Path.of("x"), new Senses(model, cache))) {
            assertEquals(List.of("CABIN"), near(both, "mist", Kind.BIBLE).found()
                    .stream()
                    .flatMap(each -> each.first().stream())
                    .map(found -> found.name().text())
                    .toList(), "only among what is looked through");
            FilmSearch.Nearby nearby = near(both, "\"mist glass\"", Kind.SCRIPT);
            assertEquals("Fog at the windows.", texts(nearby, Sense.MEANING).getFirst());
            Found line = nearby.found().getFirst().first().getFirst();
            assertEquals("INT. CABIN - DAY", line.name().text());
            assertEquals(What.LINE, line.what());
            assertEquals(List.of(), texts(near(both, "fog windows", Kind.SCRIPT), Sense.MEANING).stream()
                    .filter(words -> words.startsWith("Fog"))
                    .toList(), "what holds the words is not found twice");
            assertEquals(FilmSearch.Nearby.NOTHING, near(both, " \" "));
        }
    }

    @Test
    void aModelIsToldOnlyWhatIsNewAndRemembersItForTheNextProgram() {
        ScriptedCompanions model = new ScriptedCompanions();
        try (FilmSearch both = new FilmSearch(media -> Path.of("x"), new Senses(model, cache))) {
            near(both, "mist");
            int told = model.texts.size();
            script = script(TEXT.replace("Fog at", "Frost at"));
            near(both, "mist");
            assertEquals(List.of("Frost at the windows."), model.texts.subList(told, model.texts.size())
                    .stream()
                    .filter(text -> text.startsWith("Frost"))
                    .toList());
            assertTrue(model.texts.size() - told < told / 2, "not all of it again");
        }
        model.texts.clear();
        try (FilmSearch next = new FilmSearch(media -> Path.of("x"), new Senses(model, cache))) {
            near(next, "mist");
            assertEquals(List.of("mist"), model.texts);
            model.version = "another";
            near(next, "mist");
            assertTrue(model.texts.size() > 10, "another version is told all of it");
        }
    }

    @Test
    void takesWithTheSamePromptAreFoundOnceAndPicturesByWhatTheyShow() {
        ScriptedCompanions model = new ScriptedCompanions();
        model.means = Map.of("lighthouse", "beacon");
        script = script.worded(List.of(new Wording(shots().getLast().id(), "a lighthouse", "")));
        Senses senses = new Senses(model, cache);
        ImageTake shown = takes(shots().getFirst().id()).getLast();
        now().takes()
                .values()
                .stream()
                .flatMap(List::stream)
                .forEach(take -> senses.likeness()
                        .orElseThrow()
                        .see(List.of(take.media().digest()), List.of(Path.of(take.equals(shown)
                                ? "an elephant"
                                : "grey " + take.id().value().replaceAll("[0-9]", "x"))),
                                Progress.NONE));
        try (FilmSearch both = new FilmSearch(media -> Path.of("x"), senses)) {
            FilmSearch.Nearby beacon = near(both, "a beacon", Kind.TAKE);
            assertEquals(1,
                    texts(beacon, Sense.MEANING).stream().filter(words -> words.equals("a lighthouse")).count());
            FilmSearch.Nearby elephant = near(both, "elephant", Kind.TAKE);
            Found found = elephant.found()
                    .stream()
                    .filter(each -> each.by() == Sense.PICTURE)
                    .findFirst()
                    .orElseThrow()
                    .first()
                    .getFirst();
            assertEquals(shown, ((Found.OfTake) found.place()).take());
            assertEquals(What.PROMPT, found.what());
            assertEquals(List.of(), texts(near(both, "elephant", Kind.SCRIPT), Sense.PICTURE));
        }
    }

    @Test
    void aModelThatFailsLeavesWhatTheOthersFindAndSaysWhy() {
        ScriptedCompanions model = new ScriptedCompanions();
        model.fails = Optional.of(new Failure.Exhausted("memory", "The model ran out of memory."));
        try (FilmSearch both = new FilmSearch(media -> Path.of("x"), new Senses(model, cache))) {
            FilmSearch.Nearby nearby = near(both, "mist");
            assertEquals(List.of(), nearby.found());
            assertEquals("The model ran out of memory.", nearby.troubles().getFirst().what());
            assertEquals(1, both.find(now(), "fog", EnumSet.of(Kind.SCRIPT), 5).all(Kind.SCRIPT));
            model.fails = Optional.empty();
            assertEquals(List.of(), near(both, "mist").troubles());
        }
    }

    @Test
    void whoIsAskedToStopStopsAndWhatTheModelWasToldIsKept() {
        ScriptedCompanions model = new ScriptedCompanions();
        Halt halt = new Halt();
        try (FilmSearch both = new FilmSearch(media -> Path.of("x"), new Senses(model, cache))) {
            FilmSearch.Results none = both.find(now(), "mist", List.of(Kind.values()), 5);
            model.asked = progress -> halt.ask();
            assertThrows(Cancelled.class, () -> both.near(now(), "mist", List.of(Kind.values()), 5, none, halt));
            model.asked = progress -> {};
            assertThrows(Cancelled.class, () -> both.near(now(), "mist", List.of(Kind.values()), 5, none, halt));
            assertTrue(near(both, "fog").troubles().isEmpty(), "others may ask");
        }
    }
}
