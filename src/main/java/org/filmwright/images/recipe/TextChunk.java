package org.filmwright.images.recipe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The text of one tEXt, zTXt or iTXt chunk. */
final class TextChunk {
    private TextChunk() {}

    /** @param content keyword included, its zero byte too */
    static String text(String kind, byte[] content, String keyword) throws PngTexts.Broken {
        int at = keyword.length() + 1;
        return switch (kind) {
            case "tEXt" -> latin(from(content, at));
            case "zTXt" -> latin(unpacked(from(content, at + 1), method(content, at), keyword));
            default -> international(content, at, keyword);
        };
    }

    /** After the keyword: packed or not, method, language, translated keyword, text. */
    private static String international(byte[] content, int at, String keyword) throws PngTexts.Broken {
        boolean packed = method(content, at) != 0;
        int language = zero(content, at + 2, keyword);
        byte[] text = from(content, zero(content, language + 1, keyword) + 1);
        byte[] plain = packed ? unpacked(text, method(content, at + 1), keyword) : text;
        return new String(plain, StandardCharsets.UTF_8);
    }

    /**
     * By the standard these chunks are Latin-1, but not every program keeps to it: what is whole UTF-8 beyond ASCII is
     * taken as that, since Latin-1 text is so by accident only.
     */
    private static String latin(byte[] text) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException e) {
            return new String(text, StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] unpacked(byte[] packed, int method, String keyword) throws PngTexts.Broken {
        if (method != 0) {
            throw new PngTexts.Broken("its text '" + keyword + "' is packed in a way nobody knows");
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] piece = new byte[1 << 13];
            while (!inflater.finished()) {
                int n = inflater.inflate(piece);
                if (n == 0) {
                    throw new PngTexts.Broken("its text '" + keyword + "' cannot be unpacked");
                }
                out.write(piece, 0, n);
                if (out.size() > PngTexts.MOST_BYTES) {
                    throw new PngTexts.Broken("its text '" + keyword + "' unpacks to more than any recipe has");
                }
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new PngTexts.Broken("its text '" + keyword + "' cannot be unpacked");
        }
    }

    private static int method(byte[] content, int at) throws PngTexts.Broken {
        if (at >= content.length) {
            throw new PngTexts.Broken("a text ends before it begins");
        }
        return content[at];
    }

    private static int zero(byte[] content, int from, String keyword) throws PngTexts.Broken {
        for (int i = from; i < content.length; i++) {
            if (content[i] == 0) {
                return i;
            }
        }
        throw new PngTexts.Broken("its text '" + keyword + "' ends before it begins");
    }

    private static byte[] from(byte[] content, int at) {
        return Arrays.copyOfRange(content, Math.min(at, content.length), content.length);
    }
}
