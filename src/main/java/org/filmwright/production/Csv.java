package org.filmwright.production;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of comma-separated values (RFC 4180). */
public final class Csv {
    private Csv() {}

    public static String row(Object... cells) {
        return Stream.of(cells).map(Object::toString).map(Csv::cell).collect(Collectors.joining(","));
    }

    /** What a spreadsheet would take for a formula is text. */
    private static String cell(String text) {
        String safe = text.matches("[=+@].*|-(?!\\d).*") ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
