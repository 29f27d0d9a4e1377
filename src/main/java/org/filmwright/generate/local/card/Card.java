package org.filmwright.generate.local.card;

/**
 * An NVIDIA graphics card.
 *
 * @param number as CUDA counts those it may use, in the order of the bus ({@code CUDA_DEVICE_ORDER=PCI_BUS_ID})
 * @param total and @param free in bytes; what others hold is not free
 */
public record Card(int number, String name, long total, long free) {
    private static final String CUDA = "cuda:";

    /** As the settings call it: {@code cuda:0}. */
    public String device() {
        return CUDA + number;
    }

    /** Bytes that anybody holds. */
    public long used() {
        return Math.max(0, total - free);
    }
}
