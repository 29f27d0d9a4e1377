package org.filmwright.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Words that answer why takes of a shot were rejected, in the language of its prompt.
 *
 * @param wanted sentences that its prompt lacks
 * @param unwanted what is not to be seen, and is not asked to be left out yet
 */
public record Revision(List<String> wanted, List<String> unwanted) {
    public Revision {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    /** @param flaws each once or more @param prompt and {@code negative} as they are */
    public static Revision of(Collection<Flaw> flaws, String prompt, String negative) {
        List<String> wanted = new ArrayList<>();
        List<String> unwanted = new ArrayList<>();
        flaws.stream().distinct().sorted().forEach(flaw -> {
            add(wanted, wish(flaw), prompt);
            add(unwanted, fault(flaw), negative);
        });
        return new Revision(wanted, unwanted);
    }

    private static void add(List<String> words, String more, String there) {
        if (!there.toLowerCase(Locale.ROOT).contains(more.toLowerCase(Locale.ROOT))) {
            words.add(more);
        }
    }

    public boolean isEmpty() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    public String prompt(String before) {
        return (before.strip() + " " + String.join(" ", wanted)).strip();
    }

    public String negative(String before) {
        List<String> all = new ArrayList<>(before.isBlank() ? List.of() : List.of(before.strip()));
        all.addAll(unwanted);
        return String.join(", ", all);
    }

    private static String wish(Flaw flaw) {
        return switch (flaw) {
            case HANDS -> "Hands with five fingers each, relaxed and clearly seen.";
            case FACE -> "A clear face with even, natural features.";
            case LIKENESS -> "The same face, hair and build as in the other shots.";
            case FRAMING -> "The whole subject stands inside the picture, framed as asked.";
            case LIGHT -> "Light from one clear direction that fits the time of day.";
            case CONTINUITY -> "The same clothes, props and place as in the shots before and after.";
            case TEXT -> "No lettering other than what is named.";
            case SOFT -> "In sharp focus on the subject.";
        };
    }

    private static String fault(Flaw flaw) {
        return switch (flaw) {
            case HANDS -> "extra fingers, malformed hands";
            case FACE -> "distorted face, crossed eyes";
            case LIKENESS -> "another person, changed hair";
            case FRAMING -> "cropped head, subject cut off by the edge";
            case LIGHT -> "flat light, blown highlights";
            case CONTINUITY -> "changed clothes, missing props";
            case TEXT -> "garbled letters, watermark, signature";
            case SOFT -> "blur, soft focus";
        };
    }
}
