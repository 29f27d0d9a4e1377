package org.filmwright.story;

import java.util.BitSet;

/** Fountain's emphasis: {@code *italic*}, {@code **bold**}, {@code _underlined_}, never across line ends (film.md 1.1). */
final class Emphasis {
    private final String text;
    private final BitSet marks = new BitSet();
    private int italic = -1;
    private int bold = -1;
    private int underline = -1;

    private Emphasis(String text) {
        this.text = text;
    }

    /** The text without its emphasis marks and escapes; a mark with a space on its inner side is text. */
    static String plain(String text) {
        return text.indexOf('*') < 0 && text.indexOf('_') < 0 ? text : new Emphasis(text).strip();
    }

    private String strip() {
        for (int i = 0; i < text.length();) {
            i = step(i);
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!marks.get(i)) {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    private int step(int at) {
        return switch (text.charAt(at)) {
            case '\\' -> escape(at);
            case '\n' -> lineEnd(at);
            case '_' -> underline(at);
            case '*' -> stars(at);
            default -> at + 1;
        };
    }

    private int escape(int at) {
        boolean escapes = at + 1 < text.length() && "*_".indexOf(text.charAt(at + 1)) >= 0;
        if (escapes) {
            marks.set(at);
        }
        return escapes ? at + 2 : at + 1;
    }

    private int lineEnd(int at) {
        italic = bold = underline = -1;
        return at + 1;
    }

    private int underline(int at) {
        underline = pair(underline, at, at + 1, 1);
        return at + 1;
    }

    /** A run of stars: one is italic, two bold, three both; longer runs are text. */
    private int stars(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '*') {
            end++;
        }
        int count = end - at;
        if (count == 1 || count == 3) {
            italic = pair(italic, at, end, 1);
        }
        if (count == 2 || count == 3) {
            bold = pair(bold, count == 3 ? at + 1 : at, end, 2);
        }
        return end;
    }

    /** Closes the mark opened at {@code open}, or opens one; answers where a mark is open now, or -1. */
    private int pair(int open, int at, int runEnd, int length) {
        if (open >= 0 && !Character.isWhitespace(text.charAt(at - 1))) {
            marks.set(open, open + length);
            marks.set(at, at + length);
            return -1;
        }
        boolean opens = runEnd < text.length() && !Character.isWhitespace(text.charAt(runEnd));
        return opens ? at : open;
    }
}
