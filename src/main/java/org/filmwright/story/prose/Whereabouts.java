package org.filmwright.story.prose;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where and when a sentence plays, by its words. */
final class Whereabouts {
    private static final Map<String, Boolean> PLACES = places(
            """
                    kitchen room bedroom parlour parlor hall hallway corridor cellar basement attic loft garret library study office
                    apartment flat cottage hut cabin house hotel inn tavern pub bar café cafe restaurant diner shop store bakery
                    bookshop pharmacy church chapel cathedral temple abbey castle palace tower theatre theater cinema school classroom
                    hospital ward prison cell station carriage compartment train tram bus car taxi cab warehouse factory workshop
                    garage barn stable mill studio laboratory museum gallery staircase stairs stairwell lift elevator tunnel cave
                    ballroom dining-room bathroom nursery tent wheelhouse galley bank courtroom greenhouse boathouse forge smithy
                    chamber apartments turret closet sickroom vault crypt catacombs pantry elevator lobby saloon spaceship airlock
                    """,
            """
                    street streets road lane alley avenue square marketplace market garden park yard courtyard field fields meadow
                    forest wood woods jungle hill hills hillside mountain mountains valley path beach shore coast cliff cliffs
                    island harbour harbor port pier quay dock docks wharf jetty deck boat ship ferry raft sea ocean lake river
                    riverbank bridge canal rooftop roof balcony terrace porch desert dunes moor plain farm orchard vineyard
                    graveyard cemetery lighthouse city town village crossroads platform railway tracks battlefield camp clearing
                    swamp marsh bay lagoon rocks ruins fountain steps doorway gate playground stadium airport orbit moon
                    planet crater
                    """);
    private static final Map<String, String> TIMES = Map.ofEntries(Map.entry("dawn", "DAWN"),
            Map.entry("sunrise", "DAWN"), Map.entry("daybreak", "DAWN"), Map.entry("morning", "MORNING"),
            Map.entry("noon", "DAY"), Map.entry("midday", "DAY"), Map.entry("afternoon", "AFTERNOON"),
            Map.entry("dusk", "DUSK"), Map.entry("sunset", "DUSK"), Map.entry("twilight", "DUSK"),
            Map.entry("evening", "EVENING"), Map.entry("night", "NIGHT"), Map.entry("midnight", "NIGHT"),
            Map.entry("moonlight", "NIGHT"), Map.entry("tonight", "NIGHT"), Map.entry("nightfall", "NIGHT"));
    private static final String TIME = String.join("|", TIMES.keySet());
    private static final Pattern TIMELY = Pattern.compile("\\b(" + TIME + ")\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern JUMP = Pattern
            .compile("^(?:[\\p{L}']+,? ){0,2}?(?:(?:the|that|next|one|this|by|at|in|before"
                    + "|until|when|early|late|another|all|on) ){1,3}(?:same |next |following |very |early |late |cold |first )*(?:"
                    + TIME
                    + ")\\b|^(?:[\\p{L}-]+ ){1,3}(?:moments?|minutes?|hours?|days?|weeks?|months?|years?) (?:later|after"
                    + "wards?|passed)\\b|^after (?:[\\p{L}-]+ ){1,3}(?:hours?|days?|weeks?|months?|years?)\\b|\\b(?:"
                    + TIME
                    + ") (?:came|fell|broke|had come|had fallen|comes|falls|breaks)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PREPOSITIONS = words(
            "in into inside at on onto to through down up along across over within by outside");
    private static final Set<String> REACHING = words(
            "enter enters entered reach reaches reached cross crosses crossed descend descends descended climb climbs climbed");
    private static final Set<String> GOING = words(
            """
                    go goes went come comes came walk walks walked run runs ran step steps stepped climb climbs climbed return
                    returns returned arrive arrives arrived row rows rowed sail sails sailed ride rides rode drive drives drove
                    hurry hurries hurried rush rushes rushed descend descends descended follow follows followed led leads fled flee
                    flees wander wanders wandered creep creeps crept moved moves slip slips slipped burst bursts
                    carries carried brought takes took travels travelled started back swim swims swam stumbles stumbled retired
                    """);
    private static final Set<String> NOT_HERE = words(
            "would could might if had dream dreamed dreamt remembered remember remembers imagine imagined never used wished");
    private static final Set<String> PLAIN = words(
            """
                    the a an his her their my our its this that one old dark small big great little empty narrow long deep cold
                    wide tall high low white black grey gray red blue green whole same next other far distant quiet silent own new
                    very nearest busy crowded snowy muddy dusty dim bright lonely ruined abandoned bare open of
                    """);
    private static final Set<String> MANY = words("many some most all such several other");

    /** A place. @param outside whether under the sky */
    record Spot(String name, boolean outside) {
        Spot turned(boolean out) {
            return new Spot(name, out);
        }

        String heading(String time) {
            return (outside ? "EXT. " : "INT. ") + name.toUpperCase(Locale.ROOT) + " - " + time;
        }
    }

    /**
     * What a sentence says.
     *
     * @param moves whether somebody goes there, or it opens with the place
     * @param jumps whether time has passed
     * @param turned whether it only says {@code inside} or {@code outside}
     */
    record Sense(Optional<Spot> spot, boolean moves, Optional<String> time, boolean jumps, Optional<Boolean> turned) {}

    private Whereabouts() {}

    static boolean isPlace(String word) {
        return PLACES.containsKey(word);
    }

    static Sense of(String sentence) {
        Optional<String> time = time(sentence);
        boolean jumps = JUMP.matcher(sentence).find();
        List<String> words = Sentences.words(sentence).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        String first = words.isEmpty() ? "" : words.getFirst();
        Optional<Boolean> turned = Set.of("inside", "outside", "indoors", "outdoors").contains(first)
                ? Optional.of(first.startsWith("out"))
                : Optional.empty();
        boolean elsewhere = words.stream().anyMatch(NOT_HERE::contains);
        Optional<Found> found = elsewhere ? opening(sentence) : best(sentence);
        boolean leads = found.filter(each -> each.strength > 1).isPresent();
        return turned.isPresent() && !leads
                ? new Sense(Optional.empty(), false, time, jumps, turned)
                : new Sense(found.map(Found::spot), leads, time, jumps, Optional.empty());
    }

    private static Optional<String> time(String sentence) {
        Matcher found = TIMELY.matcher(sentence);
        String last = "";
        while (found.find()) {
            boolean habit = sentence.startsWith("every ", Math.max(0, found.start() - 6))
                    || sentence.startsWith("each ", Math.max(0, found.start() - 5));
            last = habit ? last : TIMES.get(found.group(1).toLowerCase(Locale.ROOT));
        }
        return Optional.of(last).filter(word -> !word.isEmpty());
    }

    private record Found(Spot spot, int strength, int at) {}

    private static Optional<Found> opening(String sentence) {
        return best(sentence).filter(found -> found.at == 0);
    }

    /** The strongest; of several where one goes the last: English puts where one arrives at the end. */
    private static Optional<Found> best(String sentence) {
        List<Token> tokens = Token.in(sentence);
        Optional<Found> best = Optional.empty();
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).lower();
            boolean reaching = REACHING.contains(word);
            if (reaching || PREPOSITIONS.contains(word)) {
                int strength = reaching || goesTo(tokens, i) ? 3 : opensClause(tokens, i) ? 2 : 1;
                best = better(best, found(tokens, i, strength).map(found -> in(found, word)));
            }
        }
        return best;
    }

    /** {@code In the kitchen …}, {@code …, and in the kitchen …}. */
    private static boolean opensClause(List<Token> tokens, int at) {
        return at == 0 || at == 1 && tokens.getFirst().lower().equals("and")
                || tokens.get(at - 1).lower().equals("and") && tokens.get(at - 1).before().startsWith(",");
    }

    private static Found in(Found found, String preposition) {
        boolean within = Set.of("inside", "into", "within").contains(preposition) && isBuilding(found.spot.name);
        return within ? new Found(found.spot.turned(false), found.strength, found.at) : found;
    }

    private static boolean isBuilding(String name) {
        return Set.of("lighthouse", "ship", "boat", "ferry", "tower", "cottage").stream().anyMatch(name::endsWith);
    }

    private static Optional<Found> better(Optional<Found> best, Optional<Found> next) {
        return next.isEmpty() || best.filter(each -> each.strength > next.get().strength
                || each.strength == next.get().strength && each.strength < 3).isPresent() ? best : next;
    }

    /** The first place within a few words of the same phrase. */
    private static Optional<Found> found(List<Token> tokens, int at, int strength) {
        for (int i = at + 1; i < Math.min(tokens.size(), at + 6); i++) {
            String word = tokens.get(i).lower();
            String single = PLACES.containsKey(word) ? word : word.replaceFirst("s$", "");
            if (PLACES.containsKey(single)) {
                boolean pair = i + 1 < tokens.size() && tokens.get(i + 1).before().equals(" ")
                        && PLACES.containsKey(tokens.get(i + 1).lower());
                boolean many = !single.equals(word) || tokens.subList(at + 1, i)
                        .stream()
                        .anyMatch(each -> MANY.contains(each.lower()));
                return many && strength < 3
                        ? Optional.empty()
                        : Optional.of(named(tokens, at, pair ? i + 1 : i, strength));
            }
            boolean ends = !tokens.get(i).before().matches("[ -]|, ") || PREPOSITIONS.contains(word)
                    || Set.of("and", "but", "who", "that", "which", "where", "when").contains(word);
            if (ends) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Found named(List<Token> tokens, int at, int noun, int strength) {
        String word = tokens.get(noun).lower();
        String single = PLACES.containsKey(word) ? word : word.replaceFirst("s$", "");
        String last = tokens.get(noun - 1).lower();
        boolean tells = noun - 1 > at && !PLAIN.contains(last) && tokens.get(noun).before().equals(" ")
                && (PLACES.containsKey(last) || last.endsWith("'s") || last.endsWith("\u2019s")
                        || !last.matches(".*(ed|ing|ly|ful|ous|est|less|ish|en|al|ic|ent|ant|able)"));
        return new Found(new Spot(tells ? last + " " + word : word, PLACES.get(single)), strength, at);
    }

    /** Whether a verb of going stands not far before the preposition. */
    private static boolean goesTo(List<Token> tokens, int at) {
        return !Set.of("by", "over").contains(tokens.get(at).lower()) && tokens.subList(Math.max(0, at - 4), at)
                .stream()
                .anyMatch(token -> GOING.contains(token.lower()));
    }

    private static Map<String, Boolean> places(String inside, String outside) {
        Map<String, Boolean> all = new HashMap<>();
        words(inside).forEach(word -> all.put(word, false));
        words(outside).forEach(word -> all.put(word, true));
        return Map.copyOf(all);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
