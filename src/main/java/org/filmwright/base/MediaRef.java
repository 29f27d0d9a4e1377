package org.filmwright.base;

import java.util.Set;

/** A media file of the project, named by its content: {@code media/ab/abcdef….png}. */
public record MediaRef(Digest digest, String extension) {
    /** What the names of sounds end in, and those of pictures and films never. */
    public static final Set<String> SOUNDS = Set.of("wav", "wave", "mp3", "m4a", "aac", "flac", "ogg", "oga", "opus",
            "aif", "aiff", "caf", "wma");

    public MediaRef {
        if (!extension.matches("[a-z0-9]{1,8}")) {
            throw new IllegalArgumentException("Not a file extension: " + extension);
        }
    }

    /** The path relative to the project folder, with forward slashes. */
    public String path() {
        return "media/" + digest.hex().substring(0, 2) + "/" + digest.hex() + "." + extension;
    }
}
