package org.filmwright.story;

import java.util.Optional;

/**
 * One change of a script's text: at an offset, something goes and something comes. Carries its own inverse.
 *
 * @param at offset in the text before the edit
 */
public record ScriptEdit(int at, String removed, String inserted) {
    public ScriptEdit {
        if (at < 0) {
            throw new IllegalArgumentException("An edit stands in the text, not at " + at);
        }
    }

    /** The smallest edit that makes {@code after} of {@code before}; empty when they are equal. */
    public static Optional<ScriptEdit> between(String before, String after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return Optional.of(new ScriptEdit(start, before.substring(start, before.length() - tail),
                after.substring(start, after.length() - tail)));
    }

    /** Whether the text holds what this edit takes away, where it takes it away. */
    public boolean fits(String text) {
        return at <= text.length() && text.startsWith(removed, at);
    }

    /** @throws IllegalArgumentException when the edit was made for another text */
    public String applyTo(String text) {
        if (!fits(text)) {
            throw new IllegalArgumentException("This edit belongs to another text");
        }
        return text.substring(0, at) + inserted + text.substring(at + removed.length());
    }

    public ScriptEdit inverse() {
        return new ScriptEdit(at, inserted, removed);
    }

    /** This edit and the one after it as one, where they touch. */
    public Optional<ScriptEdit> then(ScriptEdit next) {
        int end = at + inserted.length();
        if (next.at >= at && next.at <= end && next.at + next.removed.length() <= end) {
            int from = next.at - at;
            return Optional.of(new ScriptEdit(at, removed,
                    inserted.substring(0, from) + next.inserted + inserted.substring(from + next.removed.length())));
        }
        boolean before = next.at <= at && next.at + next.removed.length() == at && inserted.isEmpty();
        if (before) {
            return Optional.of(new ScriptEdit(next.at, next.removed + removed, next.inserted));
        }
        return next.at == end && inserted.isEmpty()
                ? Optional.of(new ScriptEdit(at, removed + next.removed, next.inserted))
                : Optional.empty();
    }
}
