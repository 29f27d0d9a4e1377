package org.filmwright;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models meaning TEXT OTHER...}: how near texts are in what they mean. */
@Command(name = "meaning", mixinStandardHelpOptions = true, description = "Tells how near a text is to others in what it means, from -1 to 1.")
final class MeaningCommand implements Callable<Integer> {
    @Mixin
    private CompanionWork work;

    @Parameters(paramLabel = "TEXT", arity = "2..*", description = "The text, and those it is compared with.")
    private List<String> texts;

    @Override
    public Integer call() {
        List<float[]> vectors = work.done((companions, progress) -> companions.meaning(
                texts, progress));
        List<LikenessCommand.Alike> alike = IntStream.range(1, texts.size())
                .mapToObj(i -> new LikenessCommand.Alike(texts.get(i), CompanionWork.alike(vectors.getFirst(), vectors
                        .get(i))))
                .toList();
        work.console()
                .result(alike, () -> alike.forEach(one -> work.console()
                        .out()
                        .printf(Locale.ROOT, "%6.3f  %s%n", one.likeness(), one.with())));
        return ExitCode.DONE;
    }
}
