package org.filmwright.story.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** A word with its place. @param before the text between it and the word before */
record Token(String text, int start, int end, String before) {
    static List<Token> in(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = Sentences.WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            tokens.add(new Token(word.group(), word.start(), word.end(), text.substring(end, word.start())));
            end = word.end();
        }
        return tokens;
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean capital() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Without the possessive. */
    Token bare() {
        String bare = text.replaceFirst("['\u2019]s$", "");
        return new Token(bare, start, start + bare.length(), before);
    }
}
