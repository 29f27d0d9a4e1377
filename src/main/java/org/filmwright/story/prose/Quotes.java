package org.filmwright.story.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes what is said out of what is told, by the quotation marks that the story uses. */
final class Quotes {
    private static final Pattern ENDS_SPEECH = Pattern.compile(".*[,.!?;:\u2026\u2014\u2013-]['\u2019]?$",
            Pattern.DOTALL);
    private static final Pattern LEADS_IN = Pattern.compile(".*[,:.!?;\u2026\u2014\u2013)-]['\"\u201d\u2019]?$",
            Pattern.DOTALL);
    private final boolean single;

    /** A run of a paragraph. @param spoken without its quotation marks */
    record Piece(String text, boolean spoken) {}

    private Quotes(boolean single) {
        this.single = single;
    }

    /** Single marks only where the story has no double ones. */
    static Quotes of(String story) {
        boolean marked = story.indexOf('\u201c') >= 0 || story.indexOf('"') >= 0;
        return new Quotes(!marked && (story.indexOf('\u2018') >= 0 || story.matches("(?s).*(?:^|\\s)'\\p{Lu}.*")));
    }

    List<Piece> split(String paragraph) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < paragraph.length(); i++) {
            if (opens(paragraph, i)) {
                int close = close(paragraph, i + 1);
                add(pieces, paragraph.substring(from, i), false);
                add(pieces, paragraph.substring(i + 1, close), true);
                from = Math.min(paragraph.length(), close + 1);
                i = from - 1;
            }
        }
        add(pieces, paragraph.substring(Math.min(from, paragraph.length())), false);
        return spoken(pieces);
    }

    private static void add(List<Piece> pieces, String text, boolean spoken) {
        if (!text.isBlank()) {
            pieces.add(new Piece(text.strip(), spoken));
        }
    }

    private boolean opens(String text, int at) {
        char c = text.charAt(at);
        boolean begins = at == 0 || " (\u2014[-".indexOf(text.charAt(at - 1)) >= 0;
        return single ? begins && (c == '\u2018' || c == '\'') : c == '\u201c' || c == '"';
    }

    /** A speech that is not closed goes on in the next paragraph. */
    private int close(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean closes = single
                    ? (c == '\u2019' || c == '\'') && i > from && !Character.isLetter(text.charAt(i - 1))
                            && (i + 1 == text.length() || !Character.isLetter(text.charAt(i + 1)))
                    : c == '\u201d' || c == '"';
            if (closes) {
                return i;
            }
        }
        return text.length();
    }

    /** A word in marks inside a sentence is no speech: it goes back where it stood, with its marks. */
    private List<Piece> spoken(List<Piece> pieces) {
        List<Piece> kept = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            String before = kept.isEmpty() ? "" : kept.getLast().text;
            String after = i + 1 < pieces.size() ? pieces.get(i + 1).text : "";
            if (piece.spoken && isSpeech(piece.text, before, after)) {
                kept.add(piece);
            } else {
                String text = piece.spoken ? marked(piece.text) : piece.text;
                boolean joins = !kept.isEmpty() && !kept.getLast().spoken;
                boolean tight = text.matches("(?s)[,.;:!?\u2014\u2019'].*") || before.endsWith("\u2014");
                Piece told = new Piece(joins ? before + (tight ? "" : " ") + text : text, false);
                if (joins) {
                    kept.set(kept.size() - 1, told);
                } else {
                    kept.add(told);
                }
            }
        }
        return kept;
    }

    private static boolean isSpeech(String words, String before, String after) {
        boolean led = before.isEmpty() || LEADS_IN.matcher(before).matches() || SpeechTag.leads(before);
        boolean tagged = SpeechTag.after(words, after).isPresent();
        boolean ended = ENDS_SPEECH.matcher(words).matches() || after.isEmpty();
        return led && (ended || tagged) && Sentences.words(words).size() > 0;
    }

    private String marked(String text) {
        return single ? "\u2018" + text + "\u2019" : "\u201c" + text + "\u201d";
    }
}
