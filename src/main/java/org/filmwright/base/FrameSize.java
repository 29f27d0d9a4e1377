package org.filmwright.base;

/** Width and height in pixels. */
public record FrameSize(int width, int height) {
    public static final FrameSize HD = new FrameSize(1280, 720);

    public FrameSize {
        if (width < 1 || height < 1 || width > 16384 || height > 16384) {
            throw new IllegalArgumentException("A picture is 1 to 16384 pixels a side: " + width + "x" + height);
        }
    }

    /** Reads {@code 1280x720}. @throws IllegalArgumentException with a sentence for the user */
    public static FrameSize parse(String text) {
        if (!text.strip().matches("\\d{1,5}[xX×]\\d{1,5}")) {
            throw new IllegalArgumentException("Not a size: '" + text + "'. Example: 1280x720.");
        }
        String[] parts = text.strip().split("[xX×]");
        return new FrameSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    public double aspect() {
        return (double) width / height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
