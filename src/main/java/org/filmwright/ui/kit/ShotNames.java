package org.filmwright.ui.kit;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.ShotSize;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;

/** How a shot is called in lists: {@code Mara, medium close-up}; {@code Insert: ticket}; {@code Harbour, wide}. */
public final class ShotNames {
    private ShotNames() {}

    public static String of(Scene scene, Shot shot) {
        String size = Words.of("size.lower", shot.framing().size());
        String subject = subject(scene, shot);
        return Words.of(shot.framing().size() == ShotSize.INSERT ? "shot.insert" : "shot.name", "size", size, "subject",
                subject);
    }

    /** Whom or what it shows: {@code Mara}, {@code Ferry ticket}, {@code Harbour}. */
    public static String subject(Scene scene, Shot shot) {
        String words = shot.content().focus().orElseGet(() -> people(scene, shot));
        if (shot.content().people().contains(words)) {
            return named(words);
        }
        return words.equals(words.toUpperCase(Locale.ROOT)) ? capitalised(words) : words;
    }

    private static String people(Scene scene, Shot shot) {
        return switch (shot.content().people().size()) {
            case 0 -> scene.place().location();
            case 1 -> shot.content().people().getFirst();
            case 2 -> Words.of("shot.two", "a", named(shot.content().people().getFirst()), "b",
                    named(shot.content().people().getLast()));
            default -> Words.count("shot.people", shot.content().people().size());
        };
    }

    /** {@code CAPTAIN VOSS} as {@code Captain Voss}. */
    private static String named(String person) {
        return Stream.of(person.split(" ")).map(ShotNames::capitalised).collect(Collectors.joining(" "));
    }

    /** {@code NIGHT FERRY} as {@code Night ferry}, {@code MARA} as {@code Mara}. */
    static String capitalised(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
