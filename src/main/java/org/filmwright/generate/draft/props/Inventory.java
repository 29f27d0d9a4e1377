package org.filmwright.generate.draft.props;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What every thing is called in scripts, how tall it is and where it stands. */
public final class Inventory {
    /** Kind, height in metres, width by height, stand, names; a star marks a word that is also a verb and needs an article before it. */
    private static final Map<PropKind, Item> ITEMS = items(
            """
                    TABLE    0.76 1.7 FLOOR: table, desk, workbench, bench, counter, stall
                    CHAIR    0.95 0.6 FLOOR: chair, armchair, stool, seat*, throne, sofa, couch, wheelchair
                    BED      0.60 2.2 FLOOR: bed, mattress, bunk, cot, stretcher
                    LAMP     0.50 0.7 TABLE: lamp, desk lamp, light*, bulb, lightbulb, flashlight, torch, spotlight, chandelier
                    DOOR     2.05 0.5 WALL: door, doorway, gate, hatch, entrance
                    WINDOW   1.30 0.85 WALL: window, windowpane, porthole, skylight
                    CLOCK    0.42 1 WALL: clock, alarm clock, pocket watch, wristwatch, watch*, stopwatch, timer, countdown
                    MIRROR   0.90 0.75 WALL: mirror, looking glass, photograph, photo, picture*, painting, portrait, poster, frame*
                    LETTER   0.12 1.5 TABLE: letter, envelope, note*, telegram, postcard, paper*, document, map, contract, will*,
                      page*, file*, newspaper, parcel, package
                    TICKET   0.08 2.2 TABLE: ticket, ferry ticket, boarding pass, passport, card*, badge, business card
                    BOOK     0.24 0.8 TABLE: book*, diary, notebook, journal, bible, ledger, novel, manuscript, album
                    PHONE    0.15 0.52 TABLE: phone*, telephone, cell phone, cellphone, mobile, smartphone, cell*, handset, receiver
                    CUP      0.10 1.25 TABLE: cup*, mug, coffee, tea, teacup, glass*, wine glass, goblet, bowl, tumbler, chalice
                    BOTTLE   0.30 0.34 TABLE: bottle*, flask, whisky, whiskey, wine, vodka, vial, medicine, beer, potion
                    KNIFE    0.24 4.2 TABLE: knife, knives, dagger, blade, sword, scalpel, razor, machete, axe, switchblade
                    GUN      0.20 1.55 TABLE: gun*, pistol, revolver, handgun, rifle*, shotgun, weapon, firearm, blaster
                    KEY      0.08 2.3 TABLE: key, keyring, car key, keycard
                    BAG      0.40 1.25 FLOOR: bag*, handbag, backpack, rucksack, satchel, purse, sack*, duffel, courier bag
                    SUITCASE 0.55 1.3 FLOOR: suitcase, briefcase, case, trunk, luggage, chest, box*, toolbox
                    UMBRELLA 0.85 1.25 FLOOR: umbrella, parasol
                    LANTERN  0.35 0.62 TABLE: lantern, oil lamp, storm lamp
                    CANDLE   0.25 0.45 TABLE: candle, candlestick, match*, taper, lighter
                    FIRE     0.60 1.1 FLOOR: fire*, campfire, bonfire, fireplace, flame, hearth, stove
                    CAR      1.45 2.75 FLOOR: car, taxi, cab, van, truck*, lorry, limousine, police car, jeep, bus, sedan, motorcycle
                    BICYCLE  1.05 1.65 FLOOR: bicycle, bike*
                    BOAT     1.20 3.0 WATER: boat, rowing boat, rowboat, lifeboat, canoe, sailboat, dinghy, raft, yacht
                    SHIP     22.0 3.4 WATER: ship*, ferry*, freighter, vessel, liner, tanker, trawler, steamer
                    TRAIN    3.80 2.9 FLOOR: train*, locomotive, tram, subway train, engine
                    PLANE    6.00 2.9 SKY: plane, aeroplane, airplane, aircraft, jet, helicopter, drone*, spaceship, rocket, shuttle
                    COMPUTER 0.42 1.4 TABLE: computer, laptop, keyboard, typewriter, terminal
                    SCREEN   0.60 1.6 WALL: screen*, monitor*, television, tv, display*, hologram
                    HELMET   0.34 1.0 TABLE: helmet, space helmet, visor, hat, mask*
                    ROBOT    1.60 0.62 FLOOR: robot, android, automaton, droid, machine
                    DOG      0.60 1.35 FLOOR: dog, puppy, hound, wolf, fox
                    CAT      0.32 1.3 FLOOR: cat, kitten
                    HORSE    1.70 1.35 FLOOR: horse, mare, stallion, pony, mule, donkey, cow
                    BIRD     0.30 2.1 SKY: bird, crow, raven, gull, seagull, pigeon, owl, parrot, dove, hawk, eagle
                    TREE     7.00 0.85 FLOOR: tree, oak, pine, willow, birch
                    ROCK     0.80 1.6 FLOOR: rock*, stone*, boulder, gravestone, tombstone
                    FLOWER   0.30 0.55 TABLE: flower*, rose, lily, lilies, bouquet, tulip, bunch of flowers, daisy
                    COFFIN   0.55 3.2 FLOOR: coffin, casket, sarcophagus
                    CROWN    0.20 1.35 TABLE: crown*, tiara, diadem
                    CRATE    0.80 1.15 FLOOR: crate, barrel, pallet, container
                    ROPE     0.20 1.5 FLOOR: rope*, cord, cable, chain*, noose
                    PENCIL   0.14 7.0 TABLE: pencil, pen, quill, brush*, chalk
                    RADIO    0.26 1.5 TABLE: radio*, microphone, walkie talkie, transmitter, tape recorder, gramophone
                    RING     0.03 1.1 TABLE: ring*, wedding ring, necklace, locket, jewel, diamond, amulet
                    COIN     0.03 1 TABLE: coin, coins, medal, token, money, dollar
                    """);
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "his", "her", "their", "my", "your", "our",
            "its", "this", "that", "these", "those", "one", "two", "three", "some", "no", "every", "of", "with", "old",
            "small", "black", "white", "red", "bright", "big", "only", "first", "last", "another");

    private Inventory() {}

    /** The thing that {@code name}, a prop of the script such as {@code FERRY TICKET}, most likely means. */
    public static Optional<PropKind> of(String name) {
        return found(name, false).stream().max(Comparator.comparingInt(Found::at)).map(Found::kind);
    }

    /** Everything named in a sentence of action, in the order of mention, each kind once. */
    public static List<PropKind> in(String action) {
        return found(action, true).stream()
                .sorted(Comparator.comparingInt(Found::at))
                .map(Found::kind)
                .distinct()
                .toList();
    }

    /** Height in metres, as it stands or lies. */
    public static double height(PropKind kind) {
        return ITEMS.get(kind).height();
    }

    /** Width of the drawing divided by its height. */
    public static double aspect(PropKind kind) {
        return ITEMS.get(kind).aspect();
    }

    public static PropKind.Stand stand(PropKind kind) {
        return ITEMS.get(kind).stand();
    }

    private static List<Found> found(String text, boolean sentence) {
        String words = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip() + " ";
        List<Found> all = new ArrayList<>();
        ITEMS.forEach((kind, item) -> item.names()
                .forEach(name -> name.find(words, sentence)
                        .ifPresent(match -> all.add(new Found(kind, match.start(), match.end())))));
        return all.stream().filter(one -> all.stream().noneMatch(one::partOf)).toList();
    }

    private static Map<PropKind, Item> items(String table) {
        Map<PropKind, Item> items = new EnumMap<>(PropKind.class);
        for (String row : table.replaceAll("\\n {2,}", " ").strip().split("\\n")) {
            String[] cells = row.split(":");
            String[] head = cells[0].split(" +");
            List<Name> names = Arrays.stream(cells[1].split(",")).map(String::strip).map(Name::of).toList();
            items.put(PropKind.valueOf(head[0]), new Item(Double.parseDouble(head[1]), Double.parseDouble(head[2]),
                    PropKind.Stand.valueOf(head[3]), names));
        }
        return items;
    }

    private record Item(double height, double aspect, PropKind.Stand stand, List<Name> names) {}

    /** One name; {@code verb} where in a sentence it is only a thing after an article. */
    private record Name(Pattern pattern, boolean verb) {
        static Name of(String entry) {
            String word = entry.replace("*", "");
            return new Name(Pattern.compile("(?<= )" + word + "(?:s|es)?(?= )"), entry.endsWith("*"));
        }

        Optional<MatchResult> find(String words, boolean sentence) {
            return pattern.matcher(words)
                    .results()
                    .filter(match -> !verb || !sentence || ARTICLES.contains(wordBefore(words, match.start())))
                    .findFirst();
        }

        private static String wordBefore(String words, int at) {
            String before = words.substring(0, at).stripTrailing();
            return before.substring(before.lastIndexOf(' ') + 1);
        }
    }

    private record Found(PropKind kind, int at, int end) {
        /** {@code car} inside {@code car key} is no car. */
        boolean partOf(Found other) {
            return other.end - other.at > end - at && other.at <= at && other.end >= end;
        }
    }
}
