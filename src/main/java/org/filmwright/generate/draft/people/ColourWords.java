package org.filmwright.generate.draft.people;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.generate.draft.paint.Tone;

/** Colours as scripts name them, muted to the paint box. */
final class ColourWords {
    private static final Map<String, Integer> TONES = Map.ofEntries(Map.entry("ochre", 0xC8922A),
            Map.entry("yellow", 0xD2A52E),
            Map.entry("mustard", 0xB98A2C), Map.entry("gold", 0xBE9440), Map.entry("orange", 0xC9702C),
            Map.entry("rust", 0x9C5230),
            Map.entry("red", 0xA83A32), Map.entry("crimson", 0x97293A), Map.entry("scarlet", 0xB03428),
            Map.entry("burgundy", 0x6B2A36),
            Map.entry("pink", 0xC68090), Map.entry("purple", 0x6A4C80), Map.entry("violet", 0x6A5590),
            Map.entry("blue", 0x3A6690),
            Map.entry("navy", 0x2A3852), Map.entry("teal", 0x237A82), Map.entry("turquoise", 0x2F8C8E),
            Map.entry("green", 0x4C7448),
            Map.entry("olive", 0x63623A), Map.entry("khaki", 0x8A7F58), Map.entry("brown", 0x5C4432),
            Map.entry("tan", 0xA5825A),
            Map.entry("beige", 0xB8A588), Map.entry("cream", 0xD8CCB2), Map.entry("white", 0xD2CFC8),
            Map.entry("silver", 0x9CA0A4),
            Map.entry("grey", 0x6C6E72), Map.entry("gray", 0x6C6E72), Map.entry("charcoal", 0x3A3B40),
            Map.entry("black", 0x201F24),
            Map.entry("dark", 0x2C2A30), Map.entry("blonde", 0xB99A5E), Map.entry("blond", 0xB99A5E),
            Map.entry("auburn", 0x6E3822),
            Map.entry("chestnut", 0x5C3420), Map.entry("ginger", 0xA2562A), Map.entry("fair", 0xB99A5E),
            Map.entry("copper", 0x9A5630));
    private static final String NAMES = String.join("|", TONES.keySet());

    private ColourWords() {}

    /** The colour named shortly before one of {@code things} (alternatives of a pattern): {@code ochre wool scarf}. */
    static Optional<Tone> before(String words, String things) {
        Matcher m = Pattern
                .compile("\\b(" + NAMES + ")\\b(?:[ -]+(?!and\\b|with\\b)[a-z]+){0,2}?[ -]+(?:" + things + ")\\b")
                .matcher(words);
        Optional<Tone> found = Optional.empty();
        while (m.find() && found.isEmpty()) {
            found = Optional.of(Tone.hex(TONES.get(m.group(1))));
        }
        return found;
    }
}
