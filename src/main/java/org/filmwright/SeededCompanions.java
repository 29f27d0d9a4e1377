package org.filmwright;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Companions;

/** Answers what sentences mean with vectors drawn by lot, the same for the same sentence: for measuring everything else. */
final class SeededCompanions implements Companions {
    private static final int WIDTH = 384;

    @Override
    public Set<Skill> skills() {
        return EnumSet.of(Skill.MEANING);
    }

    @Override
    public String version(Skill skill) {
        return "seeded";
    }

    @Override
    public Outcome<Path> depth(Path picture, Path to, Progress progress) {
        return NONE.depth(picture, to, progress);
    }

    @Override
    public Outcome<Path> enlarge(Path picture, Path to, Progress progress) {
        return NONE.enlarge(picture, to, progress);
    }

    @Override
    public Outcome<Path> between(Path first, Path second, double at, Path to, Progress progress) {
        return NONE.between(first, second, at, to, progress);
    }

    @Override
    public Outcome<List<float[]>> likenessOfPictures(List<Path> pictures, Progress progress) {
        return NONE.likenessOfPictures(pictures, progress);
    }

    @Override
    public Outcome<List<float[]>> likenessOfWords(List<String> texts, Progress progress) {
        return NONE.likenessOfWords(texts, progress);
    }

    @Override
    public Outcome<List<float[]>> meaning(List<String> texts, Progress progress) {
        return Outcome.ok(texts.stream().map(text -> vector(text, WIDTH)).toList());
    }

    /** Of length 1. */
    static float[] vector(String text, int width) {
        SplittableRandom random = new SplittableRandom(text.hashCode());
        float[] vector = new float[width];
        double sum = 0;
        for (int i = 0; i < width; i++) {
            vector[i] = (float) random.nextGaussian();
            sum += vector[i] * vector[i];
        }
        for (int i = 0; i < width; i++) {
            vector[i] /= (float) Math.sqrt(sum);
        }
        return vector;
    }
}
