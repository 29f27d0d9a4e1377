package org.filmwright.generate.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** A small model that is loaded and answers, in the process that calls it. One question at a time. */
public interface Companion extends AutoCloseable {
    /**
     * Answers what it is there for. A file appears whole or not at all.
     *
     * @throws org.filmwright.base.Cancelled when asked to stop; heard within one run of its graph
     */
    Outcome<Answer> answer(Question question, Progress progress);

    @Override
    void close();

    /** What is asked. Files are as {@link org.filmwright.generate.Companions} says. */
    sealed interface Question {
        record Depth(Path picture, Path to) implements Question {}

        record Enlarge(Path picture, Path to) implements Question {}

        /** @param at above 0 and below 1 */
        record Between(Path first, Path second, double at, Path to) implements Question {}

        record SeePictures(List<Path> pictures) implements Question {}

        record ReadWords(List<String> texts) implements Question {}

        record Understand(List<String> texts) implements Question {}

        /** The file it is to write, where it is to write one. */
        default Optional<Path> file() {
            return switch (this) {
                case Depth(_, Path to) -> Optional.of(to);
                case Enlarge(_, Path to) -> Optional.of(to);
                case Between(_, _, _, Path to) -> Optional.of(to);
                case SeePictures _,ReadWords _,Understand _ -> Optional.empty();
            };
        }

        /** The same with another file. */
        default Question into(Path other) {
            return switch (this) {
                case Depth(Path picture, _) -> new Depth(picture, other);
                case Enlarge(Path picture, _) -> new Enlarge(picture, other);
                case Between(Path first, Path second, double at, _) -> new Between(first, second, at, other);
                case SeePictures _,ReadWords _,Understand _ -> this;
            };
        }
    }

    sealed interface Answer {
        record Drawn(Path file) implements Answer {}

        /** One of length 1 for each that was asked about, in order. */
        record Vectors(List<float[]> vectors) implements Answer {}
    }
}
