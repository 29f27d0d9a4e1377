package org.filmwright.generate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Companions that compare and understand by a script: texts with words in common are near, and so are words that mean the same. */
public final class ScriptedCompanions implements Companions {
    private static final int WIDTH = 64;

    /** What a picture shows, in words. */
    public volatile Function<Path, String> shows = picture -> picture.getFileName().toString();
    /** Words that mean others. */
    public volatile Map<String, String> means = Map.of();
    public volatile Set<Skill> here = EnumSet.of(Skill.LIKENESS, Skill.MEANING);
    public volatile String version = "scripted 1";
    /** Pictures that cannot be read. */
    public volatile Set<Path> broken = Set.of();
    /** From now on every question fails so. */
    public volatile Optional<Failure> fails = Optional.empty();
    /** Told of every question, before it is answered. */
    public volatile Consumer<Progress> asked = progress -> {};
    /** All that was asked for. */
    public final List<Path> pictures = new CopyOnWriteArrayList<>();
    public final List<String> texts = new CopyOnWriteArrayList<>();

    @Override
    public Set<Skill> skills() {
        return here;
    }

    @Override
    public String version(Skill skill) {
        if (!here.contains(skill)) {
            throw new IllegalArgumentException("There is no model for " + skill + ".");
        }
        return version;
    }

    @Override
    public Outcome<Path> depth(Path picture, Path to, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<Path> enlarge(Path picture, Path to, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<Path> between(Path first, Path second, double at, Path to, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<List<float[]>> likenessOfPictures(List<Path> asking, Progress progress) {
        pictures.addAll(asking);
        return asking.stream().anyMatch(broken::contains)
                ? Outcome.failed(new Failure.Refused("A picture is damaged.", "Leave it out."))
                : answer(asking.stream().map(shows).toList(), progress);
    }

    @Override
    public Outcome<List<float[]>> likenessOfWords(List<String> asking, Progress progress) {
        texts.addAll(asking);
        return answer(asking, progress);
    }

    @Override
    public Outcome<List<float[]>> meaning(List<String> asking, Progress progress) {
        texts.addAll(asking);
        return answer(asking, progress);
    }

    private Outcome<List<float[]>> answer(List<String> all, Progress progress) {
        asked.accept(progress);
        progress.checkCancelled();
        return fails.<Outcome<List<float[]>>>map(Outcome::failed)
                .orElseGet(() -> Outcome.ok(all.stream().map(this::vector).toList()));
    }

    private float[] vector(String text) {
        double[] sum = new double[WIDTH];
        sum[0] = 1e-3;
        for (String word : words(text)) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < WIDTH; i++) {
                sum[i] += random.nextGaussian();
            }
        }
        double length = Math.sqrt(Arrays.stream(sum).map(each -> each * each).sum());
        float[] vector = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            vector[i] = (float) (sum[i] / length);
        }
        return vector;
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (word.length() > 2) {
                words.add(means.getOrDefault(word, word));
            }
        }
        return words;
    }
}
