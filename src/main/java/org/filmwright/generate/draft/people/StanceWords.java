package org.filmwright.generate.draft.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which stance the verbs of an action line ask for. */
public final class StanceWords {
    private record Words(Stance stance, Pattern pattern) {}

    /** Seen at a glance: they win over what hands do meanwhile. */
    private static final Words[] STRONG = {
        says(Stance.PHONE, "phone|phones|telephone|receiver|radio (to|at)|into the (radio|handset|microphone)"),
        says(Stance.LEAN, "lean(s|ing|ed)?(?! over| to)|at the rail|on the rail"),
        says(Stance.RUN, "run|runs|running|sprint\\w*|rac(e|es|ing)|chas(e|es|ing|ed)|bolt(s|ed)?|flee(s|"
                + "ing)?|dash(es|ing)?|charg(es|ing)|hurtles?|leaps?|jumps?|vaults?"),
        says(Stance.FIGHT, "fight\\w*|punch\\w*|struggl\\w*|wrestl\\w*|attack\\w*|swings? at|grapples?"),
        says(Stance.EMBRACE, "embrac\\w*|hug|hugs|hugging|hold each other|in (his|her|their) arms|kiss(es|ing)?"),
        says(Stance.LIE, "lies|lying|asleep|sleep(s|ing)?|unconscious|collapsed|in bed|floats?"),
        says(Stance.CROUCH, "crouch\\w*|kneel\\w*|knelt|squat\\w*|crawl\\w*|ducks?|hides? (behind|under)|"
                + "bends? down|stoops?"),
        says(Stance.CLIMB, "climb\\w*|scrambles?|hauls? (him|her|them)self"),
        says(Stance.SIT, "sit|sits|sitting|sat|seated|in (his|her|the) (chair|seat)|at the (wheel|controls|"
                + "bar|table|desk|piano)|drives?|driving|strapped|rows|rides|riding|pedals?|pedall\\w*")};
    private static final Words[] SLIGHT = {
        says(Stance.POINT, "point|points|pointing|aims?|aiming|gestures? (at|to)"),
        says(Stance.CARRY, "carr(y|ies|ying)|lifts? the (suitcase|bag|case)|drags?|lugs?|hauls?"),
        says(Stance.WALK, "walk\\w*|step(s|ped)?|stroll\\w*|march\\w*|enter(s|ing)?|approach\\w*|cross(es|ing)|"
                + "leav(es|ing)|strides?|paces?|hurr(y|ies)|follows?|comes|goes|wanders?|steers? away|"
                + "heads"),
        says(Stance.WORK, "writ(e|es|ing)|typ(e|es|ing)|works?|working|coils?|cooks?|draw(s|ing)|reads|studies|"
                + "repairs?|solder\\w*|digs?|leans? over|bends? over|bent over"),
        says(Stance.REACH, "reach\\w*|tak(es|ing)|lays?|puts?|hands? (him|her|over|the)|offers?|open(s|ing)|"
                + "push\\w*|pull\\w*|press(es|ing)?|grabs?|picks? up|touch\\w*|knock\\w*|turns? (a|"
                + "the) (key|handle|wheel|dial)|gives?|throws?"),
        says(Stance.HOLD, "hold(s|ing)?|holds? up|clutch\\w*|cradl\\w*|drink\\w*|sips?|lights? a|unfolds?|"
                + "unwraps?|looks? (down )?at (his|her|the) (hand|watch|letter|photo\\w*|map)"),
        says(Stance.THINK, "think(s|ing)?|wonder\\w*|hesitat\\w*|ponders?|considers?"),
        says(Stance.TALK, "talk\\w*|says|argu\\w*|explain\\w*|shout\\w*|calls?|whispers?|gestures?|laugh\\w*|"
                + "shrugs?|nods?|smiles?"),
        says(Stance.STAND, "stand\\w*|stood|wait\\w*|stop(s|ped)?")};
    private static final Pattern BACK = Pattern.compile(
            "\\b(looks? back|over (his|her|their) shoulder|glances? (back|behind)|turns? (back|round|around))\\b");

    private StanceWords() {}

    private static Words says(Stance stance, String words) {
        return new Words(stance, Pattern.compile("\\b(" + words + ")\\b"));
    }

    /** What the words about a person make them do: the first strong verb, else the first slight one. */
    public static Stance stance(String doing, boolean speaks) {
        String text = doing.toLowerCase(Locale.ROOT)
                .replaceAll("\\b(does|do|did|is|are) not \\w+|\\bnever \\w+|n't \\w+", " ");
        return first(text, STRONG).or(() -> first(text, SLIGHT)).orElse(speaks ? Stance.TALK : Stance.STAND);
    }

    private static Optional<Stance> first(String text, Words[] among) {
        Optional<Stance> best = Optional.empty();
        int first = Integer.MAX_VALUE;
        for (Words words : among) {
            Matcher m = words.pattern.matcher(text);
            if (m.find() && m.start() < first) {
                first = m.start();
                best = Optional.of(words.stance);
            }
        }
        return best;
    }

    /** Whether they look back over the shoulder. */
    public static boolean looksBack(String doing) {
        return BACK.matcher(doing.toLowerCase(Locale.ROOT).replaceAll("\\bnot (look|turn)\\w* (back|round|around)", ""))
                .find();
    }
}
