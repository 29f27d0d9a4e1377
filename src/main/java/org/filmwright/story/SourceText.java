package org.filmwright.story;

import java.util.Optional;

/**
 * A script's text as its author's file has it, and as a page shows it: without byte order mark, with {@code \n} for
 * every line end. An edit of the page becomes an edit of the source that leaves every other character as it was; new
 * lines end as the first line of the file does.
 */
public record SourceText(String source) {
    /** The text as a page shows it. */
    public String shown() {
        String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    public SourceText after(ScriptEdit edit) {
        return new SourceText(edit.applyTo(source));
    }

    /** The edit of the source that is this edit of the page. */
    public ScriptEdit toSource(ScriptEdit shown) {
        int from = offset(shown.at());
        int to = offset(from, shown.removed().length());
        String inserted = shown.inserted().replace("\n", lineEnd());
        if (from > 0 && source.charAt(from - 1) == '\r' && startsWithFeed(inserted, to)) {
            from--;
            inserted = "\r\n" + inserted;
        }
        if (inserted.endsWith("\r") && to < source.length() && source.charAt(to) == '\n') {
            inserted += "\n";
        }
        return new ScriptEdit(from, source.substring(from, to), inserted);
    }

    /** The edit of the page that is this edit of the source; nothing when the page looks the same. */
    public Optional<ScriptEdit> toShown(ScriptEdit edit) {
        return ScriptEdit.between(shown(), after(edit).shown());
    }

    private boolean startsWithFeed(String inserted, int to) {
        return inserted.isEmpty()
                ? to < source.length() && source.charAt(to) == '\n' && source.charAt(to - 1) != '\r'
                : inserted.charAt(0) == '\n';
    }

    private int offset(int shown) {
        return offset(source.startsWith("\uFEFF") ? 1 : 0, shown);
    }

    private int offset(int start, int characters) {
        if (source.indexOf('\r', start) < 0) {
            return start + characters;
        }
        int at = start;
        for (int i = 0; i < characters; i++) {
            at += source.startsWith("\r\n", at) ? 2 : 1;
        }
        return at;
    }

    private String lineEnd() {
        int feed = source.indexOf('\n');
        int back = source.indexOf('\r');
        if (back < 0 || (feed >= 0 && feed < back)) {
            return "\n";
        }
        return feed == back + 1 ? "\r\n" : "\r";
    }
}
