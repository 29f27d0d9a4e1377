package org.filmwright.generate.local.text;

/** Turns words into the numbers that a text encoder reads. */
public interface Tokenizer extends AutoCloseable {
    /** @param length how many ids the encoder takes; what is shorter is padded, what is longer is cut and told */
    Tokens encode(String text, int length);

    @Override
    void close();
}
