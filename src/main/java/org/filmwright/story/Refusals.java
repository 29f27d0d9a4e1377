package org.filmwright.story;

import java.nio.file.Path;
import org.filmwright.base.Failure.Refused;

/** Every sentence with which a script is refused: what happened, and what to do. Nothing is ever written before. */
final class Refusals {
    private static final String EXAMPLE = "INT. KITCHEN - NIGHT";

    private Refusals() {}

    static Refused missing(Path file) {
        return new Refused("There is no file " + file + ".", "Check the name; the samples lie in assets/samples.");
    }

    static Refused directory(Path file) {
        return new Refused(file + " is a folder, not a screenplay.", "Name the screenplay inside it.");
    }

    static Refused unreadable(Path file, String reason) {
        return new Refused(file + " could not be read: " + reason + ".", "Check its permissions and try again.");
    }

    static Refused empty(Path file) {
        return new Refused(file + " is empty.", "Write a scene heading such as '" + EXAMPLE + "' and what happens.");
    }

    static Refused tooLarge(Path file, long bytes) {
        return new Refused("%s has %,d bytes; a screenplay of more than %,d is not read."
                .formatted(file, bytes, ScriptFile.MAX_BYTES), "Check that it is a screenplay; split it if it is one.");
    }

    static Refused binary(Path file, String kind, int line) {
        return new Refused("%s, line %d: this is %s, not the plain text of a screenplay.".formatted(file, line, kind),
                "Export the screenplay as Fountain or plain text and use that file.");
    }

    static Refused longLine(Path file, int line, int characters) {
        return new Refused("%s, line %d: this line has %,d characters; the longest that is read has %,d."
                .formatted(file, line, characters, ScriptFile.MAX_LINE),
                "Break it into paragraphs with empty lines between them.");
    }

    static Refused noScene(Path file, int lines) {
        return new Refused("%s, lines 1 to %d: there is no scene heading, so there is nothing to film."
                .formatted(file, lines),
                "Begin each scene with a line such as '" + EXAMPLE + "', an empty line before and after it.");
    }

    static Refused noAction(Path file, int line) {
        return new Refused("%s, line %d: no scene has anything to show or to say.".formatted(file, line),
                "Write under the heading, after an empty line, what is seen and heard.");
    }
}
