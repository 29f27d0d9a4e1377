package org.filmwright.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** A machine without any of the small models. */
final class NoCompanions implements Companions {
    private static <T> Outcome<T> missing(String what) {
        return Outcome.failed(new Failure.Misconfigured("There is no model here that " + what + ".",
                "Add one on the models page."));
    }

    @Override
    public Set<Skill> skills() {
        return Set.of();
    }

    @Override
    public String version(Skill skill) {
        throw new IllegalArgumentException("There is no model for " + skill + ".");
    }

    @Override
    public Outcome<Path> depth(Path picture, Path to, Progress progress) {
        return missing("sees how near things are");
    }

    @Override
    public Outcome<Path> enlarge(Path picture, Path to, Progress progress) {
        return missing("enlarges pictures");
    }

    @Override
    public Outcome<Path> between(Path first, Path second, double at, Path to, Progress progress) {
        return missing("makes frames between frames");
    }

    @Override
    public Outcome<List<float[]>> likenessOfPictures(List<Path> pictures, Progress progress) {
        return missing("compares pictures with words");
    }

    @Override
    public Outcome<List<float[]>> likenessOfWords(List<String> texts, Progress progress) {
        return missing("compares pictures with words");
    }

    @Override
    public Outcome<List<float[]>> meaning(List<String> texts, Progress progress) {
        return missing("knows what sentences mean");
    }
}
