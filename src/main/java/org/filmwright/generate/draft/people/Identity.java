package org.filmwright.generate.draft.people;

import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.base.Digest;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.paint.Tone;

/**
 * How somebody looks, the same in every shot of the film: from the words that introduce them, and where those are
 * silent from a hash of the name.
 *
 * @param accent the one saturated colour this person owns
 */
public record Identity(String name, Body body, Hairdo hairdo, Wardrobe wardrobe, Tone skin, Tone accent,
        Features features) {
    /**
     * @param width of the shoulders against the average, .85-1.2
     * @param heads height in heads: 7.5, children 5.6
     */
    public record Body(boolean woman, Age age, double width, double heads) {}

    /** @param beard 0 shaven, .45 stubble, 1 full */
    public record Hairdo(Hair style, Tone tone, double beard) {}

    /**
     * @param scarf its colour, where one is worn
     * @param trim collar and lining
     */
    public record Wardrobe(Coat coat, Tone coatTone, Hat hat, Tone hatTone, Optional<Tone> scarf, Tone trim) {}

    public enum Age {
        CHILD, YOUNG, GROWN, OLD
    }

    public enum Hair {
        LONG, BOB, BUN, SHORT, CROP, CURLS, TAIL, BALD
    }

    public enum Coat {
        LONG_COAT, JACKET, SWEATER, DRESS, SUIT, OVERALL
    }

    public enum Hat {
        NONE, CAP, BRIM, KNIT, HELMET, HOOD
    }

    /** The measures of the head, shares around 1: they make a face somebody's own in every view. */
    public record Features(double jaw, double nose, double brow, double eyes, double mouth) {}

    private static final int[] ACCENTS = {0xB9842B, 0x2C7F86, 0xA8483A, 0x3F6F9C, 0x5F8048, 0xB36A34, 0x6C5C9A,
        0x2F8468, 0xA14E6E, 0x4F66A0,
        0x87803A, 0x8A5592};
    private static final int[] SKINS = {0xE2B491, 0xD6A27C, 0xC98F68, 0xB27B55, 0x9C6A45, 0x80543A, 0xEBC4A6, 0xC79A74};
    private static final int[] HAIRS = {0x2A1F1B, 0x3B2A20, 0x17130F, 0x5A3A22, 0x7A5230, 0x1E1A1C, 0x8C4A24, 0x4A3526};
    private static final int[] CLOTHS = {0x3B3A44, 0x2F3540, 0x45403A, 0x33403C, 0x4A4048, 0x2C2E33};
    private static final Pattern AGE = Pattern
            .compile("\\b(\\d{1,2})(?:s|-year|\\b)|\\b(teens?|twenties|thirties|forties|"
                    + "fifties|sixties|seventies|eighties)\\b");
    private static final Pattern DRESSED = Pattern
            .compile("\\b(coat|jacket|sweater|jumper|dress|suit|overalls?|uniform|shirt|cardigan|parka|"
                    + "raincoat|hoodie|vest|robe|gown|apron|blouse|cloak|armou?r|overcoat)\\b");
    private static final Pattern FEMALE = Pattern
            .compile(
                    "\\b(woman|girl|she|her|hers|lady|mother|daughter|sister|wife|queen|nun|waitress|actress|aunt|grandmother)\\b");
    private static final Pattern MALE = Pattern
            .compile(
                    "\\b(man|boy|he|his|him|father|son|brother|husband|king|monk|priest|waiter|uncle|grandfather|fisherman|guy)\\b");

    public static Identity of(Staging.Person person) {
        String words = " " + person.description().toLowerCase(Locale.ROOT) + " ";
        SplittableRandom chance = new SplittableRandom(
                Long.parseUnsignedLong(Digest.of(person.name()).hex(), 0, 16, 16));
        boolean woman = woman(person, words);
        Age age = age(words, person.name().toLowerCase(Locale.ROOT));
        double build = build(words, woman, chance);
        Hair hair = hair(words, woman, age, chance);
        Tone hairTone = hairTone(words, age, chance);
        Tone skin = Tone.hex(SKINS[chance.nextInt(SKINS.length)]);
        Tone own = Tone.hex(ACCENTS[chance.nextInt(ACCENTS.length)]);
        Coat coat = coat(words, woman, chance);
        Tone plain = Tone.hex(CLOTHS[chance.nextInt(CLOTHS.length)]);
        Optional<Tone> coatWord = ColourWords.before(words,
                "coat|jacket|sweater|jumper|dress|suit|overalls?|uniform|shirt|cardigan|"
                        + "parka|raincoat|hoodie|vest|robe|gown|spacesuit|apron|blouse|cloak|tunic|armou?r");
        Optional<Tone> scarf = ColourWords.before(words, "scarf|shawl|neckerchief|bandana")
                .or(() -> words.matches(".*\\b(scarf|shawl)\\b.*") ? Optional.of(own) : Optional.empty());
        Hat hat = hat(words, chance);
        Tone hatTone = ColourWords.before(words, "cap|hat|beanie|helmet|hood|beret|fedora").orElse(plain.times(.75));
        Tone accent = scarf.or(() -> coatWord.filter(t -> chroma(t) > .16)).orElse(own);
        boolean described = coatWord.isPresent() || scarf.isPresent() || DRESSED.matcher(words).find();
        Tone coatTone = coatWord.orElse(described || chance.nextInt(3) == 0 ? plain : own);
        boolean bare = scarf.isEmpty() && !described && coatTone.equals(plain);
        Tone trim = ColourWords.before(words, "collar|trim|tie|lining|belt|stripes?|gloves|piping|braces|sash")
                .orElse(chroma(coatTone) > .16 ? coatTone.times(1.16) : own);
        Wardrobe wardrobe = new Wardrobe(coat, coatTone, hat, hatTone, bare ? Optional.of(own) : scarf, trim);
        return new Identity(person.name(), new Body(woman, age, build, age == Age.CHILD ? 5.6 : 7.5),
                new Hairdo(hair, hairTone, beard(words, woman)), wardrobe, skin, accent, features(chance, woman));
    }

    public boolean woman() {
        return body.woman;
    }

    public Age age() {
        return body.age;
    }

    public double width() {
        return body.width;
    }

    public double heads() {
        return body.heads;
    }

    public Hair hair() {
        return hairdo.style;
    }

    public Tone hairTone() {
        return hairdo.tone;
    }

    public double beard() {
        return hairdo.beard;
    }

    public Coat coat() {
        return wardrobe.coat;
    }

    public Tone coatTone() {
        return wardrobe.coatTone;
    }

    public Hat hat() {
        return wardrobe.hat;
    }

    public Tone hatTone() {
        return wardrobe.hatTone;
    }

    public Optional<Tone> scarf() {
        return wardrobe.scarf;
    }

    public Tone trim() {
        return wardrobe.trim;
    }

    private static double chroma(Tone t) {
        return Math.max(t.r(), Math.max(t.g(), t.b())) - Math.min(t.r(), Math.min(t.g(), t.b()));
    }

    private static boolean woman(Staging.Person person, String words) {
        if (FEMALE.matcher(words).find()) {
            return true;
        }
        if (MALE.matcher(words).find() || words.matches(".*\\b(beard|stubble|moustache|mustache)\\b.*")) {
            return false;
        }
        String name = person.name().toLowerCase(Locale.ROOT);
        if (FEMALE.matcher(name).find() || MALE.matcher(name).find()) {
            return FEMALE.matcher(name).find();
        }
        String first = name.split("[ .]")[0];
        return first.matches(
                ".*(a|ia|ie|ine|elle|ette|eth|lyn|ris|ily|isy|ruth|agnes|judith|carmen|helen|joan|miriam|ingrid)$")
                && !first.matches("luca|noah|joshua|elijah|ezra|andrea|nikita|jonah|ira");
    }

    private static Age age(String words, String name) {
        if (words.matches(".*\\b(child|boy|girl|kid|toddler)\\b.*") || name.matches(".*\\b(boy|girl|child|kid)\\b.*")) {
            return Age.CHILD;
        }
        if (words.matches(".*\\b(old|elderly|grey-haired|aged|grandmother|grandfather|white-haired)\\b.*")
                || name.matches(".*\\bold\\b.*")) {
            return Age.OLD;
        }
        Matcher m = AGE.matcher(words);
        if (!m.find()) {
            return Age.GROWN;
        }
        int years = m.group(1) != null ? Integer.parseInt(m.group(1)) : decade(m.group(2));
        return years < 13 ? Age.CHILD : years < 32 ? Age.YOUNG : years < 58 ? Age.GROWN : Age.OLD;
    }

    private static int decade(String word) {
        String[] decades = {"teen", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight"};
        for (int i = 0; i < decades.length; i++) {
            if (word.startsWith(decades[i])) {
                return i * 10 + 15;
            }
        }
        return 35;
    }

    private static double build(String words, boolean woman, SplittableRandom chance) {
        double hashed = (woman ? .86 : 1.0) + chance.nextInt(4) * .04;
        return words.matches(".*\\b(broad|big|heavy|stout|burly|huge|fat|massive)\\b.*")
                ? 1.2
                : words.matches(".*\\b(thin|slim|slight|lean|gaunt|wiry|lanky|small)\\b.*") ? .86 : hashed;
    }

    private static Hair hair(String words, boolean woman, Age age, SplittableRandom chance) {
        int roll = chance.nextInt(8);
        if (words.contains("bald") || words.contains("shaved head") || words.contains("shaven")) {
            return Hair.BALD;
        }
        if (words.matches(".*\\b(pony ?tail|plait|braid\\w*)\\b.*")) {
            return Hair.TAIL;
        }
        if (words.matches(".*\\b(bun|pinned up)\\b.*")) {
            return Hair.BUN;
        }
        if (words.matches(".*\\b(curl\\w*|afro|wild hair)\\b.*")) {
            return Hair.CURLS;
        }
        if (words.matches(".*\\b(bob|chin-length)\\b.*")) {
            return Hair.BOB;
        }
        if (words.matches(".*\\blong\\b[^,]*\\bhair\\b.*")) {
            return Hair.LONG;
        }
        if (words
                .matches(".*\\b(short|cropped|close-cropped|buzz\\w*|crew)\\b.*\\b(hair|cut)\\b.*|.*\\bcropped\\b.*")) {
            return woman ? Hair.SHORT : Hair.CROP;
        }
        Hair[] hers = {Hair.LONG, Hair.BOB, Hair.BUN, Hair.TAIL, Hair.CURLS, Hair.LONG, Hair.SHORT, Hair.BOB};
        Hair[] his = {Hair.SHORT, Hair.CROP, Hair.SHORT, Hair.CURLS, Hair.SHORT, Hair.CROP, Hair.SHORT, Hair.SHORT};
        return woman ? hers[roll] : age == Age.OLD && roll < 3 ? Hair.BALD : his[roll];
    }

    private static Tone hairTone(String words, Age age, SplittableRandom chance) {
        Tone hashed = Tone.hex(HAIRS[chance.nextInt(HAIRS.length)]);
        Optional<Tone> word = ColourWords.before(words, "hair|beard|stubble|curls|bob|braids?|ponytail|plait|bun");
        return word.orElse(words.matches(".*\\b(blonde?|fair-haired)\\b.*")
                ? Tone.hex(0xB99A5E)
                : words.matches(".*\\b(redhead|ginger)\\b.*")
                        ? Tone.hex(0x9A4A22)
                        : age == Age.OLD ? Tone.hex(0x8F8C88) : hashed);
    }

    private static Coat coat(String words, boolean woman, SplittableRandom chance) {
        int roll = chance.nextInt(6);
        return words.matches(".*\\b(space ?suit|flight ?suit|overalls?|jumpsuit|boiler suit|dungarees|coveralls?)\\b.*")
                ? Coat.OVERALL
                : words.matches(".*\\b(suit|tuxedo|tie|blazer|waistcoat)\\b.*")
                        ? Coat.SUIT
                        : words.matches(".*\\b(dress|gown|skirt|nightgown|robe)\\b.*")
                                ? Coat.DRESS
                                : words.matches(
                                        ".*\\b(raincoat|trench ?coat|overcoat|long coat|cloak|coat|lab coat|parka)\\b.*")
                                                ? Coat.LONG_COAT
                                                : words.matches(".*\\b(jacket|hoodie|vest|uniform|anorak|shirt)\\b.*")
                                                        ? Coat.JACKET
                                                        : words.matches(
                                                                ".*\\b(sweater|jumper|pullover|cardigan|t-shirt|blouse)\\b.*")
                                                                        ? Coat.SWEATER
                                                                        : woman
                                                                                ? new Coat[]{Coat.LONG_COAT,
                                                                                    Coat.JACKET, Coat.DRESS,
                                                                                    Coat.SWEATER, Coat.LONG_COAT,
                                                                                    Coat.JACKET}[roll]
                                                                                : new Coat[]{Coat.JACKET, Coat.SWEATER,
                                                                                    Coat.SUIT, Coat.LONG_COAT,
                                                                                    Coat.JACKET, Coat.SWEATER}[roll];
    }

    private static Hat hat(String words, SplittableRandom chance) {
        return words.matches(".*\\b(helmet|spacesuit)\\b.*")
                ? Hat.HELMET
                : words.matches(".*\\b(beanie|knit(ted)? (cap|hat)|wool(len)? (cap|hat)|watch cap)\\b.*")
                        ? Hat.KNIT
                        : words.matches(".*\\b(cap|beret)\\b.*")
                                ? Hat.CAP
                                : words.matches(".*\\b(hat|fedora|brim|bowler)\\b.*")
                                        ? Hat.BRIM
                                        : words.matches(".*\\b(hood|hooded|hoodie)\\b.*")
                                                ? Hat.HOOD
                                                : words.isBlank() && chance.nextInt(6) == 0 ? Hat.CAP : Hat.NONE;
    }

    private static double beard(String words, boolean woman) {
        return woman
                ? 0
                : words.matches(".*\\b(stubble|unshaven)\\b.*")
                        ? .45
                        : words.matches(".*\\b(beard\\w*|moustache|mustache)\\b.*") ? 1 : 0;
    }

    private static Features features(SplittableRandom chance, boolean woman) {
        return new Features((woman ? .94 : 1.05) + chance.nextDouble(-.05, .05),
                chance.nextDouble(.85, 1.15) * (woman ? .92 : 1.08),
                (woman ? .8 : 1.2) + chance.nextDouble(-.1, .1), (woman ? 1.12 : .95) + chance.nextDouble(-.06, .06),
                (woman ? 1.1 : .95) + chance.nextDouble(-.08, .08));
    }
}
