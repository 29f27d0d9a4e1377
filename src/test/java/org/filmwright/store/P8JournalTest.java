package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.Money;
import org.filmwright.engine.Cap;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineFact;
import org.filmwright.engine.PaidCall;
import org.filmwright.engine.Purchase;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.history.Change;
import org.filmwright.review.Ruling;
import org.filmwright.story.ScriptEdit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P8 for the journal: there is no kind of fact of which a single byte could be changed without being found out. */
@Tag("recovery")
class P8JournalTest {
    private static final RunId RUN = RunId.ofKey("film");
    private static final StepId STEP = StepId.of(RUN, "a");
    private static final Money PRICE = Money.of("0.40", "USD");
    private static final PaidCall CALL = PaidCall.intended("key", new Purchase("acme", "flux", "clip", Digest.of("1"),
            Optional.of(PRICE), Purchase.Purpose.FILM),
            new PaidCall.Buyer(RUN, STEP, 1, 1, Samples.NOON,
                    LocalDate.EPOCH));

    @TempDir
    private Path folder;

    private static Stream<Fact> oneOfEachKind() {
        return Stream.concat(Stream.of(new Fact.Ruled(Samples.verdict(1, Ruling.APPROVED, Samples.NOON)),
                new Fact.ScriptImported(Samples.script()),
                new Fact.Edited(new Change.Wrote(List.of(new ScriptEdit(1, "a", "b"))), false, Samples.NOON),
                new Fact.Undone(1), new Fact.Redone(1), new Fact.Drawn(Samples.take(1)),
                new Fact.Redrawn(Samples.take(1).id()), new Fact.Discarded(List.of(Samples.take(1).id())),
                new Fact.Filmed(Samples.clip(1)), new Fact.CutSaved(Samples.cut(), Optional.empty())),
                Stream.of(new EngineFact.Started(new RunSpec("film", "film", "{}", List.of(StepSpec.task("a", "draw",
                        "cpu", "{}", List.of()))), Samples.NOON, Optional.of("ann")),
                        new EngineFact.Stopped(RUN, Samples.NOON, Optional.of("ann")),
                        new EngineFact.Decided(STEP, 1, new Choice("yes", "Good.", "ann", Samples.NOON)),
                        new EngineFact.CountedAnew("agent:script-doctor", Samples.NOON, Optional.of("ann")),
                        new EngineFact.Intended(CALL, Samples.NOON),
                        new EngineFact.Accepted("key", "job-1", Samples.NOON),
                        new EngineFact.Closed("key", PaidCall.State.SUCCEEDED, new PaidCall.Closing(Optional.of(PRICE),
                                "{}", List.of(Samples.media("mp4", 1)), "", Samples.NOON)),
                        new EngineFact.Capped(new Cap(Cap.Scope.DAY, "", PRICE), "ann", Samples.NOON))
                        .map(Fact.Workflow::new));
    }

    private static String kind(Fact fact) {
        return (fact instanceof Fact.Workflow(EngineFact inner) ? inner : fact).getClass().getSimpleName();
    }

    private static Stream<String> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(each -> each != Fact.Workflow.class)
                .flatMap(each -> each.isInterface() ? kinds(each) : Stream.of(each.getSimpleName()));
    }

    @Test
    void oneFlippedBitInAnyByteOfAnyKindOfFactIsFoundOut() throws IOException, Journal.Damaged {
        Set<String> all = Stream.concat(kinds(Fact.class), kinds(EngineFact.class))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, oneOfEachKind().map(P8JournalTest::kind).collect(Collectors.toCollection(TreeSet::new)));
        try (Journal journal = Journal.open(folder, _ -> {})) {
            journal.append(oneOfEachKind().map(Codec::json).toList());
            journal.append(List.of(Codec.json(new Fact.Undone(2))));
        }
        Path file = folder.resolve("000.jsonl");
        byte[] whole = Files.readAllBytes(file);
        int end = new String(whole, StandardCharsets.ISO_8859_1).stripTrailing().lastIndexOf('\n');
        List<String> missed = new ArrayList<>();
        // The last line feed is left out: without it the two last lines are one torn one, whose loss the rows betray.
        for (int at = 0; at < end; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            Files.write(file, damaged);
            if (opens()) {
                missed.add("byte " + at + ": " + (char) whole[at]);
            }
        }
        assertEquals(List.of(), missed);
        Files.write(file, whole);
        assertTrue(opens(), "put back, it is whole again");
        System.out.println("P8: " + end + " flipped bytes in " + all.size() + " kinds of facts, all found out");
    }

    private boolean opens() throws IOException {
        try (Journal _ = Journal.open(folder, _ -> {})) {
            return true;
        } catch (Journal.Damaged found) {
            return false;
        }
    }
}
