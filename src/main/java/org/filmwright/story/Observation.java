package org.filmwright.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.story.Bible.Topic;

/** What one sentence of action says about whom it is about: clothes, injuries, what is taken up and given away. */
record Observation(Topic topic, String words) {
    private static final String GARMENT = "(?:over)?coat|jacket|dress|suit|uniform|shirt|sweater|cardigan|vest|apron|robe|gown|"
            + "cloak|hood|hat|cap|helmet|scarf|shawl|gloves?|boots?|shoes|mask|glasses|pyjamas|pajamas|overalls|jeans";
    /** A word without which nothing here is found: most sentences are passed over by it. */
    private static final Pattern ANY = Pattern.compile("\\b(?:" + GARMENT + "|bandage|broken|bleed|blood|bruis|burn|"
            + "swollen|scar|wound|splint|sling|plaster|cut|gash|limp|heal)", Pattern.CASE_INSENSITIVE);
    private static final String WORDS = "(?:[\\p{L}'-]+ ){0,4}?";
    private static final Pattern DRESSES = Pattern
            .compile("\\b(?:wears|wearing|dressed in|puts on|pulls on|changes into"
                    + "|buttons up|now in|is in) (?:a |an |the |his |her |their )?(" + WORDS + "(?:" + GARMENT
                    + "))\\b");
    private static final Pattern UNDRESSES = Pattern.compile("\\b(?:takes off|pulls off|sheds|drops|shrugs off) "
            + "(?:a |the |his |her |their )?(" + WORDS + "(?:" + GARMENT + "))\\b");
    private static final Pattern HURT = Pattern
            .compile("\\b(bandaged|broken|bleeding|bloody|bruised|burned|burnt|swollen"
                    + "|scarred|wounded|splinted) ((?:left |right )?(?:arm|hand|head|leg|foot|face|eye|lip|cheek|shoulder|knee|wrist"
                    + "|ankle|nose|jaw|forehead|knuckles|fingers))\\b");
    private static final Pattern BOUND = Pattern
            .compile("\\b(bandage|sling|plaster|cut|bruise|gash|scar|burn) (?:on|around"
                    + "|over|across|above|under) (?:his|her|their|the) ((?:left |right )?[\\p{L}]+)\\b");
    private static final Pattern STATE = Pattern.compile("\\b(limps|limping|bleeds|bleeding)\\b");
    private static final Pattern HEALED = Pattern
            .compile("\\b(?:the bandage is gone|has healed|is healed|the wound has closed"
                    + "|no longer limps)\\b");
    private static final Pattern TAKES = Pattern
            .compile("\\b(?:lifts|takes|carries|carrying|holds|holding|picks up|grabs"
                    + "|clutches|clutching|pockets|with) (?:a |an |the |his |her |their )");
    private static final Pattern GIVES = Pattern.compile("\\b(?:lays|puts down|sets down|sets|drops|gives|hands|throws"
            + "|leaves|loses) (?:[\\p{L}]+ )?(?:a |an |the |his |her |their )");

    /** Whether a text may tell of clothes or injuries at all. */
    static boolean mayTell(String text) {
        return ANY.matcher(text).find();
    }

    /** @param things that matter in the film, in small letters */
    static List<Observation> of(String sentence, Iterable<String> things) {
        String text = Words.withoutBrackets(sentence).toLowerCase(Locale.ROOT);
        List<Observation> found = new ArrayList<>();
        each(DRESSES.matcher(text), found, at -> new Observation(Topic.WARDROBE, at.group(1)));
        each(UNDRESSES.matcher(text), found, at -> new Observation(Topic.WARDROBE, "without the " + at.group(1)));
        each(HURT.matcher(text), found, at -> new Observation(Topic.INJURY, at.group(1) + " " + at.group(2)));
        each(BOUND.matcher(text), found,
                at -> new Observation(Topic.INJURY, at.group(1) + " on the " + at.group(2)));
        if (found.stream().noneMatch(each -> each.topic == Topic.INJURY)) {
            each(STATE.matcher(text), found,
                    at -> new Observation(Topic.INJURY, at.group(1).startsWith("l") ? "limping" : "bleeding"));
        }
        each(HEALED.matcher(text), found, _ -> new Observation(Topic.INJURY, ""));
        things.forEach(thing -> handled(text, thing, found));
        return found;
    }

    private static void handled(String text, String thing, List<Observation> found) {
        int at = text.indexOf(thing);
        if (at < 0) {
            return;
        }
        String before = text.substring(0, at);
        if (ends(TAKES, before)) {
            found.add(new Observation(Topic.CARRIES, thing));
        } else if (ends(GIVES, before)) {
            found.add(new Observation(Topic.CARRIES, ""));
        }
    }

    /** Whether the words just before a thing, an adjective or two aside, are of a kind. */
    private static boolean ends(Pattern kind, String before) {
        Matcher at = kind.matcher(before);
        int end = -1;
        while (at.find()) {
            end = at.end();
        }
        return end >= 0 && Words.count(before.substring(end)) <= 2 && before.substring(end).indexOf(',') < 0;
    }

    private interface Making {
        Observation of(Matcher at);
    }

    private static void each(Matcher at, List<Observation> found, Making making) {
        while (at.find()) {
            found.add(making.of(at));
        }
    }
}
