package org.filmwright.images;

/** What emptying the trash deletes. @param files pictures, and files that nobody named; @param bytes of all of them */
public record Freed(int files, long bytes) {
    public static final Freed NOTHING = new Freed(0, 0);

    public Freed plus(long size) {
        return new Freed(files + 1, bytes + size);
    }
}
