package org.filmwright;

import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.model.CompanionFolder;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.production.models.Licence;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Terms;

/**
 * A model as {@code models} prints it.
 *
 * @param family how it paints, empty where it does not paint by itself; @param layout as its folders are laid out
 * @param does what a companion does: depth, enlarges 4 times, frames between, likeness, meaning
 * @param note why neither is known: what is missing
 * @param licence its file, relative to the folder; @param accepted whether a person accepted that very text
 * @param terms how it stands with the licence, in a sentence
 */
record ModelRow(String name, Optional<String> family, Optional<String> layout, Optional<String> does,
        Optional<String> note, long bytes, int files, Optional<String> licence, boolean accepted, String terms,
        String folder, boolean inModelsFolder) {
    private static final double GB = 1e9;
    private static final double MB = 1e6;

    static ModelRow of(ModelShelf shelf, Model model) {
        Outcome<ModelFolder> read = ModelFolder.read(model.folder());
        Optional<ModelFolder> known = read instanceof Outcome.Ok<ModelFolder>(ModelFolder folder)
                ? Optional.of(folder)
                : Optional.empty();
        Optional<String> does = known.isEmpty()
                && CompanionFolder.read(model.folder()) instanceof Outcome.Ok<CompanionFolder>(var companion)
                        ? Optional.of(companion.does())
                        : Optional.empty();
        Optional<String> note = does.isEmpty() && read instanceof Outcome.Failed<ModelFolder>(var failure)
                ? Optional.of("No family that paints by itself: " + failure.what())
                : Optional.empty();
        Terms terms = shelf.terms(model);
        return new ModelRow(model.name(), known.map(folder -> word(folder.family())),
                known.map(folder -> word(folder.layout())), does, note, model.bytes(), model.parts().size(),
                model.licence(), terms instanceof Terms.Accepted, sentence(model.name(), terms),
                model.folder().toString(), model.ours());
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String sentence(String name, Terms terms) {
        return switch (terms) {
            case Terms.Unwritten _ -> "No licence text came with it.";
            case Terms.Accepted _ -> "Licence accepted.";
            case Terms.Open(Licence _, boolean changed) -> (changed
                    ? "The licence has changed since it was accepted"
                    : "The licence is not accepted yet") + ": filmwright models licence " + name + " --accept.";
            case Terms.Unreadable(String file) -> "The licence cannot be read: " + file + ".";
        };
    }

    void print(Console console) {
        console.out()
                .printf("%-28s %-20s %9s  %s%n", name,
                        family.map(word -> word + ", " + layout.orElse("")).or(() -> does).orElse("-"),
                        words(bytes), terms);
        note.ifPresent(text -> console.out().println("    " + text));
    }

    static String words(long bytes) {
        return bytes >= GB
                ? String.format(Locale.ROOT, "%.1f GB", bytes / GB)
                : bytes >= MB ? String.format(Locale.ROOT, "%.1f MB", bytes / MB) : bytes + " bytes";
    }
}
