package org.filmwright.generate.local.companion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Companions;
import org.filmwright.generate.local.Companion.Answer;
import org.filmwright.generate.local.Companion.Question;
import org.filmwright.generate.local.Counsel;
import org.filmwright.generate.local.LocalModel;
import org.filmwright.generate.local.model.CompanionFolder;

/**
 * The small models of this machine. The shelf is looked at anew with every question, so a model that came or went meanwhile is
 * seen; of several that do the same the newest answers, of those that came together the first by name.
 */
public final class LocalCompanions implements Companions {
    /** So many answers find room in one line between the processes, and a long work is heard of now and then. */
    private static final int AT_ONCE = 16;
    /** No tokenizer reads as far. */
    private static final int LONGEST_TEXT = 8192;

    private final Supplier<List<Shelved>> shelf;
    private final Counsel counsel;
    private final Map<LocalModel, CompanionFolder> known = new ConcurrentHashMap<>();

    /** @param barred why it may not be used, as of a licence that nobody accepted */
    public record Shelved(LocalModel model, long addedAt, Optional<Failure> barred) {}

    public LocalCompanions(Supplier<List<Shelved>> shelf, Counsel counsel) {
        this.shelf = shelf;
        this.counsel = counsel;
    }

    @Override
    public Set<Skill> skills() {
        Set<Skill> skills = EnumSet.noneOf(Skill.class);
        shelf.get()
                .stream()
                .filter(model -> model.barred().isEmpty())
                .forEach(model -> does(model).ifPresent(skills::add));
        return skills;
    }

    private Optional<Skill> does(Shelved shelved) {
        LocalModel model = shelved.model();
        if (!Files.isDirectory(model.folder())) {
            return Optional.empty();
        }
        if (!known.containsKey(model)
                && CompanionFolder.read(model.folder()) instanceof Outcome.Ok<CompanionFolder>(var folder)) {
            known.put(model, folder);
        }
        return Optional.ofNullable(known.get(model)).map(CompanionFolder::skill);
    }

    /** All that do this, the best first. */
    private List<Shelved> able(Skill skill) {
        return shelf.get()
                .stream()
                .filter(model -> does(model).filter(skill::equals).isPresent())
                .sorted(Comparator.<Shelved>comparingInt(model -> model.barred().isPresent() ? 1 : 0)
                        .thenComparing(Comparator.comparingLong(Shelved::addedAt).reversed())
                        .thenComparing(model -> model.model().name()))
                .toList();
    }

    @Override
    public String version(Skill skill) {
        return able(skill).stream()
                .filter(model -> model.barred().isEmpty())
                .findFirst()
                .map(model -> model.model().version())
                .orElseThrow(() -> new IllegalArgumentException("There is no model for " + skill + "."));
    }

    @Override
    public Outcome<Path> depth(Path picture, Path to, Progress progress) {
        return drawn(Skill.DEPTH, new Question.Depth(picture.toAbsolutePath(), to.toAbsolutePath()), progress,
                () -> NONE.depth(picture, to, progress));
    }

    @Override
    public Outcome<Path> enlarge(Path picture, Path to, Progress progress) {
        return drawn(Skill.ENLARGE, new Question.Enlarge(picture.toAbsolutePath(), to.toAbsolutePath()), progress,
                () -> NONE.enlarge(picture, to, progress));
    }

    @Override
    public Outcome<Path> between(Path first, Path second, double at, Path to, Progress progress) {
        if (!(at > 0 && at < 1)) {
            throw new IllegalArgumentException("A time between two frames is above 0 and below 1, not " + at);
        }
        return drawn(Skill.BETWEEN, new Question.Between(first.toAbsolutePath(), second.toAbsolutePath(), at, to
                .toAbsolutePath()), progress, () -> NONE.between(first, second, at, to, progress));
    }

    @Override
    public Outcome<List<float[]>> likenessOfPictures(List<Path> pictures, Progress progress) {
        List<Path> whole = pictures.stream().map(Path::toAbsolutePath).toList();
        return vectors(Skill.LIKENESS, whole, Question.SeePictures::new, progress,
                () -> NONE.likenessOfPictures(pictures, progress));
    }

    @Override
    public Outcome<List<float[]>> likenessOfWords(List<String> texts, Progress progress) {
        return vectors(Skill.LIKENESS, cut(texts), Question.ReadWords::new, progress,
                () -> NONE.likenessOfWords(texts, progress));
    }

    @Override
    public Outcome<List<float[]>> meaning(List<String> texts, Progress progress) {
        return vectors(Skill.MEANING, cut(texts), Question.Understand::new, progress,
                () -> NONE.meaning(texts, progress));
    }

    private static List<String> cut(List<String> texts) {
        return texts.stream().map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT))).toList();
    }

    private Outcome<Path> drawn(Skill skill, Question question, Progress progress, Supplier<Outcome<Path>> nobody) {
        return with(skill, model -> counsel.consult(model, question, progress)
                .then(answer -> answer instanceof Answer.Drawn(Path file)
                        ? Outcome.ok(file)
                        : Outcome.failed(strange(answer))),
                nobody);
    }

    private <T> Outcome<List<float[]>> vectors(Skill skill, List<T> all, Function<List<T>, Question> question,
            Progress progress, Supplier<Outcome<List<float[]>>> nobody) {
        return with(skill, model -> {
            List<float[]> vectors = new ArrayList<>();
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                int to = Math.min(all.size(), from + AT_ONCE);
                progress.checkCancelled();
                Outcome<Answer> answer = counsel.consult(model, question.apply(all.subList(from, to)),
                        progress.part((double) from / all.size(), (double) to / all.size()));
                switch (answer) {
                    case Outcome.Ok<Answer>(Answer.Vectors(List<float[]> some)) -> vectors.addAll(some);
                    case Outcome.Ok<Answer>(Answer other) -> {
                        return Outcome.failed(strange(other));
                    }
                    case Outcome.Failed<Answer>(Failure failure) -> {
                        return Outcome.failed(failure);
                    }
                }
            }
            return Outcome.ok(vectors);
        }, nobody);
    }

    private <T> Outcome<T> with(Skill skill, Function<Path, Outcome<T>> work, Supplier<Outcome<T>> nobody) {
        Optional<Shelved> best = able(skill).stream().findFirst();
        if (best.isEmpty()) {
            return nobody.get();
        }
        return best.get()
                .barred()
                .<Outcome<T>>map(Outcome::failed)
                .orElseGet(() -> work.apply(best.get().model().folder()));
    }

    private static Failure strange(Answer answer) {
        return new Failure.Bug("companion.answer", "A companion gave " + answer.getClass().getSimpleName()
                + ", which nobody asked for.");
    }
}
