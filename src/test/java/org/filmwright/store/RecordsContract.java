package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.filmwright.images.ImageTake;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.TakeId;
import org.filmwright.review.PromptMatch;
import org.filmwright.review.PromptMatches;
import org.filmwright.review.Ruling;
import org.filmwright.timeline.Cut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each port promises its stage, wherever its rows lie, also after the project was closed and opened again: one subclass
 * per database.
 */
abstract class RecordsContract {
    @TempDir
    protected Path folder;
    private ProjectFolder project;

    /** The same project each time within a test. */
    protected abstract ProjectFolder opened();

    @BeforeEach
    void open() {
        project = opened();
    }

    @AfterEach
    void close() {
        project.close();
    }

    private void reopen() {
        project.close();
        open();
    }

    @Test
    void aNewProjectRemembersNothing() {
        assertEquals(Optional.empty(), project.scripts().current());
        assertEquals(Optional.empty(), project.cuts().current());
        assertEquals(List.of(), project.takes().all());
        assertEquals(Map.of(), project.verdicts().all());
        assertEquals(List.of(), project.clips().all());
    }

    @Test
    void theScriptComesBackByteForByteWithItsPlan() {
        project.scripts().save(Samples.script());
        reopen();
        assertEquals(Optional.of(Samples.script()), project.scripts().current());
    }

    @Test
    void whatIsRecordedAlreadyIsNotAnotherFact() {
        long[] facts = new long[2];
        for (int round = 0; round < 2; round++) {
            project.scripts().save(Samples.script());
            project.takes().add(Samples.take(1));
            project.clips().add(Samples.clip(1));
            project.cuts().save(Samples.cut());
            facts[round] = project.facts();
        }
        assertEquals(4, facts[0]);
        assertEquals(4, facts[1]);
    }

    @Test
    void manyTakesAreAddedAtOnceAndThoseThatAreThereAreNoFactAgain() {
        project.takes().add(Samples.take(2));
        long before = project.facts();
        project.takes().addAll(List.of(Samples.take(1), Samples.take(2), Samples.take(3)));
        assertEquals(before + 2, project.facts());
        project.takes().addAll(List.of());
        reopen();
        assertEquals(before + 2, project.facts());
        assertEquals(List.of(Samples.take(2), Samples.take(1), Samples.take(3)), project.takes().all());
    }

    @Test
    void theNumberOfATakeIsItsOwnHoweverManyComeAtOnce() {
        project.takes().add(Samples.take(1));
        List<Integer> numbers = IntStream.range(0, 24)
                .parallel()
                .mapToObj(i -> project.takes().add(Samples.another(i, 1)).number())
                .sorted()
                .toList();
        reopen();
        assertEquals(IntStream.rangeClosed(2, 25).boxed().toList(), numbers);
        assertEquals(25, project.takes().of(Samples.SHOT).stream().map(ImageTake::number).distinct().count());
        ImageTake kept = project.takes().of(Samples.SHOT).getLast();
        assertEquals(kept, project.takes().add(kept));
        assertEquals(25, project.facts());
    }

    @Test
    void manyClientsAtOnceLoseNoFact() {
        IntStream.range(0, 60)
                .parallel()
                .forEach(i -> project.verdicts().record(Samples.verdict(i, Ruling.APPROVED, Samples.NOON)));
        reopen();
        assertEquals(60, project.verdicts().all().size());
        assertEquals(60, project.facts());
        assertEquals(List.of(), project.check());
    }

    @Test
    void aSealHoldsUntilSomebodyChangesWhatItCovers() throws IOException {
        project.verdicts().record(Samples.verdict(1, Ruling.APPROVED, Samples.NOON));
        project.upkeep(InstantSource.system()).seal(SealKey.in(folder.resolve("config")));
        assertEquals(List.of(), project.check());
        reopen();
        assertEquals(List.of(), project.check());
        Path seals = folder.resolve("film/journal/seals.jsonl");
        Files.writeString(seals, Files.readString(seals).replaceFirst("\"seq\":1", "\"seq\":0"));
        assertEquals(List.of(Finding.Kind.JOURNAL), project.check().stream().map(Finding::kind).toList());
    }

    @Test
    void takesOfAShotComeByNumberAndAreAddedOnce() {
        project.takes().add(Samples.take(2));
        project.takes().add(Samples.take(1));
        project.takes().add(Samples.take(2));
        reopen();
        assertEquals(List.of(Samples.take(1), Samples.take(2)), project.takes().of(Samples.SHOT));
        assertEquals(List.of(Samples.take(2), Samples.take(1)), project.takes().all());
        assertEquals(Optional.of(Samples.take(1)), project.takes().find(new TakeId("take-1")));
        assertEquals(Optional.empty(), project.takes().find(new TakeId("take-9")));
    }

    @Test
    void aClipIsFoundByItsId() {
        project.clips().add(Samples.clip(1));
        assertEquals(Optional.of(Samples.clip(1)), project.clips().find(new ClipId("clip-1")));
        assertEquals(Optional.empty(), project.clips().find(new ClipId("clip-2")));
    }

    @Test
    void theLatestVerdictOfATakeCountsInTheOrderOfRecording() {
        project.verdicts().record(Samples.verdict(1, Ruling.APPROVED, Samples.NOON));
        project.verdicts().record(Samples.verdict(1, Ruling.REJECTED, Samples.NOON.minusSeconds(60)));
        project.verdicts().record(Samples.verdict(2, Ruling.CHANGES, Samples.NOON));
        reopen();
        assertEquals(Ruling.REJECTED, project.verdicts().latest(new TakeId("take-1")).orElseThrow().ruling());
        assertEquals(Map.of(new TakeId("take-1"), Samples.verdict(1, Ruling.REJECTED, Samples.NOON.minusSeconds(60)),
                new TakeId("take-2"), Samples.verdict(2, Ruling.CHANGES, Samples.NOON)), project.verdicts().all());
        assertEquals(Optional.empty(), project.verdicts().latest(new TakeId("take-9")));
    }

    @Test
    void theNewestClipOfAShotIsTheOneAddedLast() {
        project.clips().add(Samples.clip(1));
        project.clips().add(Samples.clip(2));
        project.clips().add(Samples.clip(1));
        reopen();
        assertEquals(new ClipId("clip-2"), project.clips().latest(Samples.SHOT).orElseThrow().id());
        assertEquals(List.of(Samples.clip(1), Samples.clip(2)), project.clips().all());
    }

    @Test
    void theCutIsReplacedAsAWhole() {
        Cut cut = Samples.cut();
        project.cuts().save(new Cut("Old", cut.rate(), cut.size(), List.of(), List.of(), List.of()));
        project.cuts().save(cut);
        reopen();
        assertEquals(Optional.of(cut), project.cuts().current());
    }

    @Test
    void matchesAreKeptByVersionAndTheLastOneCounts() {
        PromptMatches.Pair one = new PromptMatches.Pair(Digest.of("picture"), Digest.of("prompt"));
        PromptMatches.Pair other = new PromptMatches.Pair(Digest.of("another"), Digest.of("prompt"));
        long facts = project.facts();
        project.matches().keep("model 1", Map.of(one, new PromptMatch(0.25), other, new PromptMatch(-0.125)));
        reopen();
        assertEquals(Map.of(one.picture(), new PromptMatch(0.25), other.picture(), new PromptMatch(-0.125)),
                project.matches().of("model 1", one.prompt()));
        assertEquals(Map.of(), project.matches().of("model 1", Digest.of("another prompt")));
        project.matches()
                .keep("a version as long as the names of all its files ".repeat(9), Map.of(one,
                        new PromptMatch(0.5)));
        assertEquals(Set.of(other), project.matches().known("model 1"));
        assertEquals(1, project.matches().known("a version as long as the names of all its files ".repeat(9)).size());
        assertEquals(facts, project.facts(), "what can be computed again is no fact");
    }
}
