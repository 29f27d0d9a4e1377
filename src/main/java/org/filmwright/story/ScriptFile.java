package org.filmwright.story;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure.Refused;
import org.filmwright.base.Outcome;
import org.filmwright.story.Screenplay.Warning;

/** A screenplay and the file it came from: UTF-8, UTF-16 with its mark, or else Windows-1252. */
public record ScriptFile(Path path, Charset charset, Screenplay screenplay) {
    /** 64 MiB, as in film.md 1.4. */
    public static final long MAX_BYTES = 64L << 20;
    public static final int MAX_LINE = 20_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SNIFFED = 1 << 16;

    /** Reads a script; a file without scenes is read too. */
    public static Outcome<ScriptFile> read(Path file) {
        if (Files.isDirectory(file)) {
            return Outcome.failed(Refusals.directory(file));
        }
        if (!Files.exists(file)) {
            return Outcome.failed(Refusals.missing(file));
        }
        try {
            long size = Files.size(file);
            return size > MAX_BYTES
                    ? Outcome.failed(Refusals.tooLarge(file, size))
                    : of(file, Files.readAllBytes(file));
        } catch (IOException e) {
            return Outcome.failed(Refusals.unreadable(file, e.getMessage()));
        }
    }

    /** Reads a script that can be filmed: at least one scene, with something in it. */
    public static Outcome<ScriptFile> readFilmable(Path file) {
        return read(file).then(ScriptFile::filmable);
    }

    /** The bytes of the file as it was read. */
    public byte[] bytes() {
        return screenplay.source().getBytes(charset);
    }

    /** This one, if it can be filmed. */
    public Outcome<ScriptFile> filmable() {
        List<Element> elements = screenplay.elements();
        if (!screenplay.hasScenes()) {
            return Outcome.failed(Refusals.noScene(path, (int) screenplay.source().lines().count()));
        }
        boolean anything = elements.stream()
                .anyMatch(element -> element.scene() > 0 && !element.plain().isBlank()
                        && (element.type() == ElementType.ACTION || element.type().spoken()
                                || element.type() == ElementType.CENTERED));
        return anything
                ? Outcome.ok(this)
                : Outcome.failed(Refusals.noAction(path, elements.getLast().line()));
    }

    /** Reads bytes as {@link #read} reads those of a file. */
    public static Outcome<ScriptFile> of(Path file, byte[] bytes) {
        Optional<Refused> foreign = foreign(file, bytes);
        if (foreign.isPresent()) {
            return Outcome.failed(foreign.get());
        }
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        if (text.isBlank() || text.equals("\uFEFF")) {
            return Outcome.failed(Refusals.empty(file));
        }
        Optional<Refused> longLine = longLine(file, text);
        if (longLine.isPresent()) {
            return Outcome.failed(longLine.get());
        }
        Screenplay screenplay = FountainReader.read(text);
        return Outcome.ok(new ScriptFile(file, charset,
                charset.equals(StandardCharsets.UTF_8) ? screenplay : warned(screenplay, charset)));
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (decodes(bytes, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        return decodes(bytes, WINDOWS) ? WINDOWS : StandardCharsets.ISO_8859_1;
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Screenplay warned(Screenplay screenplay, Charset charset) {
        List<Warning> warnings = new ArrayList<>(screenplay.warnings());
        warnings.addFirst(new Warning(1, "encoding",
                "The file is not UTF-8; it is read as " + charset.name()
                        + ". Save it as UTF-8 if letters look wrong."));
        return new Screenplay(screenplay.titlePage(), screenplay.elements(), warnings, screenplay.source());
    }

    /** Other kinds of file by their first bytes, and anything with more than a stray control character. */
    private static Optional<Refused> foreign(Path file, byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        for (Foreign kind : Foreign.values()) {
            if (kind.matches(head)) {
                return Optional.of(Refusals.binary(file, kind.words, 1));
            }
        }
        return head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")
                ? Optional.empty()
                : noise(file, bytes);
    }

    private static Optional<Refused> noise(Path file, byte[] bytes) {
        int controls = 0;
        int line = 1;
        int length = Math.min(bytes.length, SNIFFED);
        for (int i = 0; i < length; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
            boolean control = bytes[i] >= 0 && bytes[i] < 32 && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t'
                    && bytes[i] != '\f';
            controls += control ? 1 : 0;
            if (bytes[i] == 0 || controls > 8 + length / 200) {
                return Optional.of(Refusals.binary(file, "binary data", line));
            }
        }
        return Optional.empty();
    }

    private static Optional<Refused> longLine(Path file, String text) {
        int line = 1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                if (i - start > MAX_LINE) {
                    return Optional.of(Refusals.longLine(file, line, i - start));
                }
                boolean crlf = i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n';
                i += crlf ? 1 : 0;
                start = i + 1;
                line++;
            }
        }
        return Optional.empty();
    }

    /** Kinds of file that people try first. */
    private enum Foreign {
        PDF("a PDF", "%PDF"), ZIP("a zip archive (a word processor's file, perhaps)", "PK\u0003\u0004"), RTF(
                "rich text", "{\\rtf"), PNG("a picture", "\u0089PNG"), JPEG("a picture", "\u00FF\u00D8\u00FF"), FDX(
                        "a Final Draft file", "<FinalDraft"), XML("XML", "<?xml"), HTML("a web page", "<!DOCTYPE");

        private final String words;
        private final String mark;

        Foreign(String words, String mark) {
            this.words = words;
            this.mark = mark;
        }

        boolean matches(String head) {
            return this == FDX ? head.contains(mark) : head.startsWith(mark);
        }
    }
}
