package org.filmwright;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.filmwright.base.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code image likeness X.png Y.png --words TEXT}: how alike pictures are, to each other and to words. */
@Command(name = "likeness", mixinStandardHelpOptions = true, description = "Tells how alike a picture is to others and to words, from -1 to 1. The same picture is 1; words that fit have about 0.3.")
final class LikenessCommand implements Callable<Integer> {
    @Mixin
    private CompanionWork work;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "X.png", arity = "1..*", description = "The picture, and those it is compared with.")
    private List<Path> pictures;

    @Option(names = "--words", paramLabel = "TEXT", description = "Words it is compared with; may be given several times.")
    private List<String> words = List.of();

    /** @param with a picture's file, or words */
    record Alike(String with, double likeness) {}

    @Override
    public Integer call() {
        if (pictures.size() == 1 && words.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "Say what it is compared with: more pictures, or --words TEXT.");
        }
        List<float[]> vectors = work.done((companions, progress) -> companions
                .likenessOfPictures(pictures, progress)
                .then(seen -> companions.likenessOfWords(words, progress).then(read -> {
                    List<float[]> all = new ArrayList<>(seen);
                    all.addAll(read);
                    return Outcome.ok(all);
                })));
        List<Alike> alike = new ArrayList<>();
        for (int i = 1; i < vectors.size(); i++) {
            String with = i < pictures.size() ? pictures.get(i).toString() : words.get(i - pictures.size());
            alike.add(new Alike(with, CompanionWork.alike(vectors.getFirst(), vectors.get(i))));
        }
        work.console()
                .result(alike, () -> alike.forEach(one -> work.console()
                        .out()
                        .printf(Locale.ROOT, "%6.3f  %s%n", one.likeness, one.with)));
        return ExitCode.DONE;
    }
}
