package org.filmwright.generate.draft.people;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a body does. Angles in degrees from hanging straight down, positive to where the person faces; in views from the
 * front or the back they spread outwards instead.
 */
public enum Stance {
    STAND(1.5, 0, arms(-7, 8, 9, 26), legs(-4, -6, 6, 3)), TALK(2, 0, arms(-8, 12, 22, 78), legs(-5, -6, 7, 4)), WALK(4,
            2,
            arms(-24, -6, 24, 46), legs(24, 8, -15, -36)), RUN(17, -6, arms(-62, 28, 48, 128),
                    legs(66, -22, -28, -66)), LEAN(19, -8, arms(8, 68, 24, 74), legs(-14, -12, 4, -6)), SIT(3, 2,
                            arms(18, 66, 26, 72), legs(86, -3, 82, 9)), CROUCH(26, 8, arms(44, 84, 60, 96), legs(104, -36, 70, -64)), LIE(0, 0,
                                    arms(6, 20, 12, 18), legs(2, -4, 8, 0)), POINT(4, 0, arms(-8, 10, 84, 93), legs(-6, -7, 9, 5)), HOLD(3, 8,
                                            arms(8, 88, 20, 84), legs(-4, -5, 6, 3)), CARRY(2, 2, arms(-1, 3, 10, 22), legs(14, 5, -10, -24)), PHONE(3, 8,
                                                    arms(-6, 10, 34, 152), legs(-4, -5, 6, 3)), EMBRACE(5, 4, arms(62, 98, 74, 104), legs(-4, -6, 6,
                                                            2)), FIGHT(10, 4, arms(58, 122, 84, 98), legs(-26, -30, 30, 12)), REACH(9, 4, arms(-6, 14, 70, 82),
                                                                    legs(-10, -12, 12, 6)), WORK(13, 14, arms(28, 80, 40, 86), legs(-4, -6, 8, 4)), THINK(2, 6,
                                                                            arms(-2, 62, 24, 146), legs(-4, -5, 6, 3)), CLIMB(8, -8, arms(96, 150, 130, 168), legs(60, -14, -8, -14));

    private record Words(Stance stance, Pattern pattern) {}

    private static final Words[] WORDS = {says(RUN,
            "run|runs|running|sprint\\w*|rac(e|es|ing)|chas(e|es|ing|ed)|bolt(s|ed)?|flee(s|ing)?|dash(es|ing)?|charg(es|ing)|hurtles?|leaps?|jumps?|vaults?"),
        says(FIGHT, "fight\\w*|punch\\w*|struggl\\w*|wrestl\\w*|attack\\w*|swings? at|grapples?"),
        says(EMBRACE, "embrac\\w*|hug|hugs|hugging|hold each other|in (his|her|their) arms|kiss(es|ing)?"),
        says(LIE, "lies|lying|asleep|sleep(s|ing)?|unconscious|collapsed|in bed|floats?"),
        says(CROUCH, "crouch\\w*|kneel\\w*|knelt|squat\\w*|crawl\\w*|ducks?|hides? (behind|under)|bends? down|stoops?"),
        says(CLIMB, "climb\\w*|scrambles?|hauls? (him|her|them)self"),
        says(SIT,
                "sit|sits|sitting|sat|seated|in (his|her|the) (chair|seat)|at the (wheel|controls|bar|table|desk|piano)|drives?|driving|strapped|rows|rides|riding|pedals?|pedall\\w*"),
        says(PHONE, "phone|phones|telephone|receiver|radio (to|at)|into the (radio|handset|microphone)"),
        says(POINT, "point|points|pointing|aims?|aiming|gestures? (at|to)"),
        says(CARRY, "carr(y|ies|ying)|lifts? the (suitcase|bag|case)|drags?|lugs?|hauls?"),
        says(WALK,
                "walk\\w*|step(s|ped)?|stroll\\w*|march\\w*|enter(s|ing)?|approach\\w*|cross(es|ing)|leav(es|ing)|strides?|paces?|hurr(y|ies)|follows?|comes|goes|wanders?|steers? away|heads"),
        says(WORK,
                "writ(e|es|ing)|typ(e|es|ing)|works?|working|coils?|cooks?|draw(s|ing)|reads|studies|repairs?|solder\\w*|digs?|leans? over|bends? over|bent over"),
        says(LEAN, "lean(s|ing|ed)?|at the rail|on the rail|against the"),
        says(REACH,
                "reach\\w*|tak(es|ing)|lays?|puts?|hands? (him|her|over|the)|offers?|open(s|ing)|push\\w*|pull\\w*|press(es|ing)?|grabs?|picks? up|touch\\w*|knock\\w*|turns? (a|the) (key|handle|wheel|dial)|gives?|throws?"),
        says(HOLD,
                "hold(s|ing)?|holds? up|clutch\\w*|cradl\\w*|drink\\w*|sips?|lights? a|unfolds?|unwraps?|looks? (down )?at (his|her|the) (hand|watch|letter|photo\\w*|map)"),
        says(THINK, "think(s|ing)?|wonder\\w*|hesitat\\w*|ponders?|considers?"),
        says(TALK,
                "talk\\w*|says|argu\\w*|explain\\w*|shout\\w*|calls?|whispers?|gestures?|laugh\\w*|shrugs?|nods?|smiles?"),
        says(STAND, "stand\\w*|stood|wait\\w*|stop(s|ped)?")};
    private static final Pattern BACK = Pattern.compile(
            "\\b(looks? back|over (his|her|their) shoulder|glances? (back|behind)|turns? (back|round|around))\\b");

    private final double lean;
    private final double nod;
    private final double[] arms;
    private final double[] legs;

    Stance(double lean, double nod, double[] arms, double[] legs) {
        this.lean = lean;
        this.nod = nod;
        this.arms = arms;
        this.legs = legs;
    }

    private static double[] arms(double... angles) {
        return angles;
    }

    private static double[] legs(double... angles) {
        return angles;
    }

    private static Words says(Stance stance, String words) {
        return new Words(stance, Pattern.compile("\\b(" + words + ")\\b"));
    }

    /** What the words about a person make them do; the first verb said counts. */
    public static Stance of(String doing, boolean speaks) {
        String text = doing.toLowerCase(Locale.ROOT)
                .replaceAll("\\b(does|do|did|is|are) not \\w+|\\bnever \\w+|n't \\w+", " ");
        Stance best = speaks ? TALK : STAND;
        int first = Integer.MAX_VALUE;
        for (Words words : WORDS) {
            var m = words.pattern.matcher(text);
            if (m.find() && m.start() < first) {
                first = m.start();
                best = words.stance;
            }
        }
        return best;
    }

    /** Whether they look back over the shoulder. */
    public static boolean looksBack(String doing) {
        return BACK.matcher(doing.toLowerCase(Locale.ROOT).replaceAll("\\bnot (look|turn)\\w* (back|round|around)", ""))
                .find();
    }

    /** Torso forward. */
    double lean() {
        return lean;
    }

    /** Head forward. */
    double nod() {
        return nod;
    }

    /** Near upper, near fore, far upper, far fore. */
    double[] armAngles() {
        return arms.clone();
    }

    /** Near thigh, near shin, far thigh, far shin. */
    double[] legAngles() {
        return legs.clone();
    }

    /** Whether the legs carry the body on open ground. */
    public boolean upright() {
        return this != SIT && this != LIE && this != CROUCH;
    }
}
