package org.filmwright.production;

import java.util.Set;

/**
 * What somebody is writing, as far as it has come. Agents answer in JSON: of that a person reads the words, each under what
 * it is, and of a screenplay nothing but itself.
 *
 * @param text its end, where it is long
 * @param script whether it is screenplay
 */
public record Manuscript(String text, boolean script) {
    static final Manuscript NOTHING = new Manuscript("", false);
    private static final int SHOWN = 20_000;
    private static final Set<String> SCREENPLAYS = Set.of("fountain");

    /** @param raw what came so far: JSON that may break off anywhere, or plain words */
    static Manuscript of(String raw) {
        int start = raw.indexOf('{');
        return start < 0 || !raw.substring(0, start).isBlank() && !raw.stripLeading().startsWith("```")
                ? new Manuscript(end(raw), false)
                : new Reading(raw, start).whole();
    }

    static Manuscript screenplay(String text) {
        return new Manuscript(end(text), true);
    }

    private static String end(String text) {
        return text.length() <= SHOWN ? text : text.substring(text.length() - SHOWN);
    }

    /** One way through the letters: strings where an object has its names are names, all others are words. */
    private static final class Reading {
        private final String raw;
        private final StringBuilder words = new StringBuilder();
        private final StringBuilder open = new StringBuilder();
        private boolean naming;
        private String name = "";
        private boolean script;
        private int at;

        Reading(String raw, int start) {
            this.raw = raw;
            this.at = start;
        }

        Manuscript whole() {
            while (at < raw.length()) {
                read(raw.charAt(at++));
            }
            return new Manuscript(end(words.toString().strip()), script);
        }

        private void read(char letter) {
            switch (letter) {
                case '{', '[' -> open.append(letter);
                case '}', ']' -> open.setLength(Math.max(0, open.length() - 1));
                case '"' -> take(string());
                default -> {
                    // Numbers and spaces say nothing.
                }
            }
            boolean inside = !open.isEmpty() && open.charAt(open.length() - 1) == '{';
            naming = inside && (letter == '{' || letter == ',' || naming && letter != ':');
        }

        private void take(String text) {
            if (naming) {
                name = text;
            } else if (!text.isBlank()) {
                say(text);
            }
        }

        private void say(String text) {
            boolean screenplay = SCREENPLAYS.contains(name);
            if (script && !screenplay) {
                return;
            }
            script |= screenplay;
            words.append(screenplay || name.isEmpty() ? "" : name + ": ").append(text).append('\n');
        }

        /** Up to its end, or as far as it has come. */
        private String string() {
            StringBuilder text = new StringBuilder();
            while (at < raw.length() && raw.charAt(at) != '"') {
                char letter = raw.charAt(at++);
                text.append(letter == '\\' ? escaped() : String.valueOf(letter));
            }
            at++;
            return text.toString();
        }

        private String escaped() {
            if (at >= raw.length()) {
                return "";
            }
            char letter = raw.charAt(at++);
            return switch (letter) {
                case 'n' -> "\n";
                case 't' -> "\t";
                case 'r', 'b', 'f' -> "";
                case 'u' -> code();
                default -> String.valueOf(letter);
            };
        }

        private String code() {
            String digits = raw.substring(at, Math.min(at + 4, raw.length()));
            at += digits.length();
            return digits.matches("[0-9a-fA-F]{4}") ? String.valueOf((char) Integer.parseInt(digits, 16)) : "";
        }
    }
}
