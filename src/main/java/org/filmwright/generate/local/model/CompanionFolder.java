package org.filmwright.generate.local.model;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.filmwright.base.Outcome;
import org.filmwright.generate.Companions.Skill;

/**
 * A small model beside the painters as it lies on the disk (diffusion.md 16), read without loading it: one graph, or two of
 * CLIP, and what says how pictures and words are put before it. Which one it is its graph tells by what it takes and gives.
 */
public sealed interface CompanionFolder {
    /** Its real path. */
    Path folder();

    Skill skill();

    /** What it does, in a word or three for a list. */
    String does();

    /** Of its graphs with their weights: about what it takes in memory. */
    long bytes();

    /**
     * Sees how near things are: Depth Anything, MiDaS, DPT.
     *
     * @param metric whether it tells metres, of which fewer are nearer; else more is nearer
     */
    record Depth(Path folder, Path graph, long bytes, Lens lens, boolean metric) implements CompanionFolder {
        @Override
        public Skill skill() {
            return Skill.DEPTH;
        }

        @Override
        public String does() {
            return "depth";
        }
    }

    /**
     * Real-ESRGAN and its like.
     *
     * @param times empty where neither its graph nor its name tells before it has run
     */
    record Enlarge(Path folder, Path graph, long bytes, OptionalInt times) implements CompanionFolder {
        @Override
        public Skill skill() {
            return Skill.ENLARGE;
        }

        @Override
        public String does() {
            return times.isPresent() ? "enlarges " + times.getAsInt() + " times" : "enlarges";
        }
    }

    /** RIFE. @param stacked whether both frames and the time are one tensor */
    record Between(Path folder, Path graph, long bytes, boolean stacked) implements CompanionFolder {
        @Override
        public Skill skill() {
            return Skill.BETWEEN;
        }

        @Override
        public String does() {
            return "frames between";
        }
    }

    /**
     * CLIP.
     *
     * @param pictures the graph that sees; @param words the one that reads, which may be the same
     * @param tokenizer the folder of its vocabulary
     */
    record Likeness(Path folder, Path pictures, Path words, long bytes, Path tokenizer,
            Lens lens) implements CompanionFolder {
        @Override
        public Skill skill() {
            return Skill.LIKENESS;
        }

        @Override
        public String does() {
            return "likeness";
        }
    }

    /**
     * Sentence embeddings.
     *
     * @param tokenizer its tokenizer.json
     * @param reading how sentences are put before it
     */
    record Meaning(Path folder, Path graph, long bytes, Path tokenizer, Sentences reading) implements CompanionFolder {
        @Override
        public Skill skill() {
            return Skill.MEANING;
        }

        @Override
        public String does() {
            return "meaning";
        }
    }

    /**
     * @param most ids of one text
     * @param pad fills up where the graph wants a fixed length
     * @param first whether the state of the first id stands for all of them, in place of their mean
     */
    record Sentences(int most, int pad, boolean first) {}

    /** Reads it; {@link org.filmwright.base.Failure.Refused} names the file that is missing, damaged or not understood. */
    static Outcome<CompanionFolder> read(Path folder) {
        return new CompanionReader(folder).read();
    }
}
