package org.filmwright.generate;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes 8-bit RGB or RGBA PNG (ISO/IEC 15948): Paeth-free, fast, with the receipt as iTXt chunks. */
public final class Png {
    /** The four letters of a chunk of text. */
    private static final int ITXT = 0x69545874;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    private Png() {}

    /** @param image of type INT_RGB or INT_ARGB; @param texts keyword (1 to 79 Latin-1 characters) to text */
    public static byte[] bytes(BufferedImage image, Map<String, String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(image.getWidth()).putInt(image.getHeight());
        header.put((byte) 8)
                .put((byte) (image.getColorModel().hasAlpha() ? 6 : 2))
                .put((byte) 0)
                .put((byte) 0)
                .put((byte) 0);
        chunk(out, "IHDR", header.array());
        texts.forEach((key, text) -> chunk(out, "iTXt", text(key, text)));
        chunk(out, "IDAT", deflated(filtered(image)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** The same PNG with texts besides, which stand before its own. @param png beginning with signature and header */
    public static byte[] told(byte[] png, Map<String, String> texts) {
        int begun = SIGNATURE.length + 12 + 13;
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + 1024);
        out.write(png, 0, begun);
        texts.forEach((key, text) -> chunk(out, "iTXt", text(key, text)));
        out.write(png, begun, png.length - begun);
        return out.toByteArray();
    }

    /** The texts of a PNG that were written here; none where the file is something else. */
    public static Map<String, String> texts(byte[] png) {
        Map<String, String> texts = new LinkedHashMap<>();
        ByteBuffer chunks = ByteBuffer.wrap(png);
        chunks.position(Math.min(png.length, SIGNATURE.length));
        while (chunks.remaining() > 12) {
            int length = chunks.getInt();
            int type = chunks.getInt();
            if (length < 0 || length > chunks.remaining() - 4) {
                break;
            }
            if (type == ITXT) {
                String text = new String(png, chunks.position(), length, StandardCharsets.UTF_8);
                int end = text.indexOf(0);
                if (end > 0 && text.startsWith("\0\0\0\0\0", end)) {
                    texts.put(text.substring(0, end), text.substring(end + 5));
                }
            }
            chunks.position(chunks.position() + length + 4);
        }
        return texts;
    }

    private static byte[] text(String key, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(key.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[5]);
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** Every row as the difference to the one above (filter 2). */
    private static byte[] filtered(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        boolean alpha = image.getColorModel().hasAlpha();
        byte[] out = new byte[h * (w * (alpha ? 4 : 3) + 1)];
        int at = 0;
        for (int y = 0; y < h; y++) {
            out[at++] = 2;
            for (int x = 0; x < w; x++) {
                int here = rgb[y * w + x];
                int above = y == 0 ? 0 : rgb[(y - 1) * w + x];
                out[at++] = (byte) ((here >> 16) - (above >> 16));
                out[at++] = (byte) ((here >> 8) - (above >> 8));
                out[at++] = (byte) (here - above);
                if (alpha) {
                    out[at++] = (byte) ((here >>> 24) - (above >>> 24));
                }
            }
        }
        return out;
    }

    private static byte[] deflated(byte[] raw) {
        try (Deflater deflater = new Deflater(4)) {
            deflater.setStrategy(Deflater.FILTERED);
            deflater.setInput(raw);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length / 3);
            byte[] piece = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
