package org.filmwright.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** A SHA-256 in 64 lower-case hex digits: the name of a media file, and what staleness compares. */
public record Digest(String hex) {
    public Digest {
        if (hex.length() != 64 || !isHex(hex)) {
            throw new IllegalArgumentException("Not a SHA-256 in hex: " + hex);
        }
    }

    /** By hand: a large project is opened with hundreds of thousands. */
    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
                return false;
            }
        }
        return true;
    }

    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of a file's content, read in 64 KiB pieces. */
    public static Digest ofFile(Path file) throws IOException {
        return ofFile(file, bytes -> {});
    }

    /** @param more told of every piece's bytes; what it throws ends the reading */
    public static Digest ofFile(Path file, LongConsumer more) throws IOException {
        MessageDigest sha = sha256();
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                sha.update(piece, 0, n);
                more.accept(n);
            }
        }
        return new Digest(HexFormat.of().formatHex(sha.digest()));
    }

    /** The first twelve digits, for names that people read. */
    public String brief() {
        return hex.substring(0, 12);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
