package org.filmwright.story.prose;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words beside a speech say of it: {@code said the keeper quietly, putting down the lamp.}
 *
 * @param subject the words for who speaks
 * @param manner how, fit for a parenthetical; empty where only {@code said} stands there
 * @param done what is done meanwhile and is too long for a parenthetical, as a sentence; empty for nothing
 * @param length how many characters of the text belong to it
 * @param thought whether it is not spoken aloud
 */
record SpeechTag(String subject, String manner, String done, int length, boolean thought) {
    /** Nothing is said of it. */
    static final SpeechTag NONE = new SpeechTag("", "", "", 0, false);
    private static final String PLAIN = "said|says|say|asked|asks|replied|replies|answered|answers|called|calls"
            + "|announced|announces|began|begins|added|adds|continued|continues|returned|inquired|enquired|observed"
            + "|remarked|repeated|repeats|told|tells|suggested|suggests|explained|explains|declared|responded|went on"
            + "|agreed|agrees|offered|commented|concluded|noted|ventured|put in|rejoined|resumed|interrupted|thought"
            + "|thinks|read|reads|corrected|admitted|admits|insisted|insists|protested|promised|ordered|warned|lied";
    private static final String LOUD = "cried|cries|shouted|shouts|whispered|whispers|murmured|murmurs|muttered|mutters"
            + "|exclaimed|exclaims|snapped|snaps|demanded|demands|laughed|laughs|sighed|sighs|growled|growls|screamed"
            + "|screams|yelled|yells|stammered|stammers|begged|begs|pleaded|pleads|breathed|breathes|gasped|gasps|hissed"
            + "|hisses|barked|barks|sobbed|sobs|wailed|moaned|groaned|grunted|grumbled|shrieked|roared|bellowed|chuckled"
            + "|sneered|croaked|panted|mumbled|sang|sings|smiled|smiles";
    private static final String VERBS = PLAIN + "|" + LOUD;
    private static final String NAME = "[\\p{L}][\\p{L}\\p{M}.'\u2019-]*";
    private static final Pattern SUBJECT_FIRST = Pattern.compile("(?<subject>(?:" + NAME + " ){0,6}?" + NAME
            + ")(?: (?<how>\\p{L}+ly))? (?<verb>" + VERBS + ")\\b(?<rest>.*)", Pattern.DOTALL);
    private static final Pattern VERB_FIRST = Pattern.compile("(?<verb>" + VERBS + ") (?<subject>(?:" + NAME
            + " ){0,4}?" + NAME
            + ")(?<rest>[,;:!?.\u2014].*| (?:to|in|on|at|as|and|when|while|with|from|after|before|without"
            + "|through|under|over|into|for|who|whose|but|again|again,|out|\\p{L}+ly)\\b.*|)", Pattern.DOTALL);
    private static final Pattern LEAD = Pattern.compile(".*\\b(?:" + VERBS + ")(?: \\S+){0,4}[,:]?$", Pattern.DOTALL);
    private static final List<String> CLAUSES = List.of("who ", "whose ", "which ");
    private static final int SHORT = 7;
    private static final int ADDRESSED = 12;
    private static final Set<String> PRONOUNS = Set.of("he", "she", "they", "i", "we", "it");

    /** The tag that follows a speech, if one does. */
    static Optional<SpeechTag> after(String speech, String told) {
        if (told.isEmpty() || !Character.isLetter(told.charAt(0))) {
            return Optional.empty();
        }
        String clause = Sentences.of(told).getFirst();
        boolean closed = speech.endsWith(".");
        if (closed && (!Character.isLowerCase(told.charAt(0)) && Sentences.words(clause).size() > 4)) {
            return Optional.empty();
        }
        Matcher last = VERB_FIRST.matcher(bare(clause));
        Matcher first = SUBJECT_FIRST.matcher(bare(clause));
        Matcher found = last.matches() ? last : first.matches() ? first : null;
        if (found == null || Sentences.words(found.group("subject")).stream().anyMatch(Lexicon.NO_SUBJECT::contains)) {
            return Optional.empty();
        }
        String how = found == first && found.group("how") != null ? found.group("how") : "";
        return Optional.of(tag(found, how, clause.length()));
    }

    /** Whether told words lead into a speech: {@code At last she said}. */
    static boolean leads(String told) {
        return LEAD.matcher(told).matches();
    }

    /** The tag at the end of what stands before a speech: {@code The keeper turned and said:}. */
    static Optional<SpeechTag> before(String told) {
        List<String> sentences = Sentences.of(told);
        String clause = sentences.isEmpty() ? "" : sentences.getLast();
        if (!clause.endsWith(",") && !clause.endsWith(":") && !leads(clause)) {
            return Optional.empty();
        }
        Matcher found = Pattern
                .compile("(?<subject>(?:" + NAME + " ){0,6}?" + NAME + ")(?: (?<how>\\p{L}+ly))? (?<verb>"
                        + VERBS + ")(?<rest>(?: \\S+){0,4})[,:]?", Pattern.DOTALL)
                .matcher(clause);
        return found.matches()
                ? Optional.of(tag(found, found.group("how") == null ? "" : found.group("how"), clause.length()))
                : Optional.empty();
    }

    private static SpeechTag tag(Matcher found, String how, int length) {
        String verb = found.group("verb");
        String rest = bare(found.group("rest").replaceFirst("^[,;:\u2014\\s]+", "")).strip();
        String subject = found.group("subject");
        String whose = PRONOUNS.contains(subject.toLowerCase(Locale.ROOT)) ? "" : subject;
        boolean addressed = rest.matches("(?s)(?:\\p{L}+ly )?(?:to|of|at) .+");
        String manner = verb.matches(LOUD) ? doing(verb) : "";
        String done = "";
        boolean clause = CLAUSES.stream().anyMatch(rest::startsWith);
        if (rest.matches("(?s)and .+")) {
            done = goesOn(subject, rest.substring(4));
        } else if (!rest.isEmpty() && !clause && Sentences.words(rest).size() <= (addressed ? ADDRESSED : SHORT)) {
            manner = joined(manner, rest);
        } else if (!rest.isEmpty()) {
            boolean beside = clause || rest.matches("(?s)\\p{L}+ing\\b.+");
            done = Sentences.capitalised(beside && !whose.isEmpty() ? whose + ", " + rest : rest) + ".";
        }
        return new SpeechTag(subject, joined(how, manner).replaceAll("[()]", ""), done, length,
                verb.startsWith("thought") || verb.startsWith("think"));
    }

    /** {@code he said and opened the door}; {@code she said, and he opened the door} names somebody else. */
    private static String goesOn(String subject, String rest) {
        String first = Sentences.words(rest).stream().findFirst().orElse("");
        boolean own = !PRONOUNS.contains(first.toLowerCase(Locale.ROOT)) && !Lexicon.NO_NAMES.contains(first)
                && !Character.isUpperCase(first.isEmpty() ? ' ' : first.charAt(0));
        return Sentences.capitalised(own ? subject + " " + rest : rest) + ".";
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other : other.isEmpty() ? one : one + ", " + other;
    }

    private static String bare(String clause) {
        return clause.replaceFirst("[.!?\u2026,;:\u2014\u2013-]+$", "");
    }

    /** {@code whispered}: whispering. */
    private static String doing(String verb) {
        String word = verb.toLowerCase(Locale.ROOT);
        if (word.equals("sang") || word.equals("sings")) {
            return "singing";
        }
        if (word.equals("cried") || word.equals("cries") || word.startsWith("exclaim")) {
            return "";
        }
        String stem = word.endsWith("ed")
                ? word.substring(0, word.length() - 2)
                : word.endsWith("es") && word.matches(".*(?:ss|sh|ch)es")
                        ? word.substring(0, word.length() - 2)
                        : word.replaceFirst("s$", "");
        return stem.replaceFirst("(?<=[bcdfgklmnprstvz])e$", "").replaceFirst("^(be|sna|so)([gpb])$", "$1$2$2") + "ing";
    }
}
