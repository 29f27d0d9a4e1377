package org.filmwright.media;

/** Sound at {@link SoundTime#RATE} in two channels, by sample number. One thread at a time. */
public interface SoundSource {
    /**
     * Fills {@code out} with left and right in turn, from a sample on; silence where there is none.
     *
     * @param samples of each channel; {@code out} has room for twice as many
     */
    void read(long from, int samples, float[] out) throws MediaException;
}
