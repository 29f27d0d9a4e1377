package org.filmwright.media;

/**
 * How a picture looks on the whole. Means over its pixels: luminance (Rec. 709 weights on the coded values), saturation (HSV)
 * and, as a point on the colour circle, the hues weighted by their chroma.
 *
 * @param luminance 0 to 1 @param saturation 0 to 1 @param warm towards red, -1 to 1 @param fresh towards yellow-green, -1 to 1
 */
public record Tone(double luminance, double saturation, double warm, double fresh) {
    /** Less than this of colour has no hue worth naming. */
    private static final double COLOURLESS = 0.01;

    /**
     * What changes from one picture to the next.
     *
     * @param luminance -1 to 1 @param saturation -1 to 1 @param hue degrees, 0 to 180; 0 where one of both has no colour
     * @param shift how far the means lie apart on the colour circle, 0 to 2
     */
    public record Step(double luminance, double saturation, double hue, double shift) {
        /** How much it is seen: 0 for the same picture; luminance counts most, as the eye sees it first. */
        public double severity() {
            return Math.abs(luminance) + shift + Math.abs(saturation) / 2;
        }
    }

    /** @param argb 0xffRRGGBB pixels, at least one */
    public static Tone of(int[] argb) {
        double luminance = 0;
        double saturation = 0;
        double warm = 0;
        double fresh = 0;
        for (int pixel : argb) {
            int red = pixel >> 16 & 0xff;
            int green = pixel >> 8 & 0xff;
            int blue = pixel & 0xff;
            int most = Math.max(red, Math.max(green, blue));
            int least = Math.min(red, Math.min(green, blue));
            luminance += 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            saturation += most == 0 ? 0 : (double) (most - least) / most;
            warm += red - (green + blue) / 2.0;
            fresh += (green - blue) * HALF_ROOT_THREE;
        }
        double pixels = argb.length;
        return new Tone(luminance / pixels / 255, saturation / pixels, warm / pixels / 255, fresh / pixels / 255);
    }

    /** Red, green and blue stand 120 degrees apart. */
    private static final double HALF_ROOT_THREE = Math.sqrt(3) / 2;

    /** Degrees on the colour circle, 0 = red, 120 = green, 240 = blue. */
    public double hue() {
        double angle = Math.toDegrees(Math.atan2(fresh, warm));
        return angle < 0 ? angle + 360 : angle;
    }

    private boolean isColourless() {
        return Math.hypot(warm, fresh) < COLOURLESS;
    }

    public Step to(Tone next) {
        double apart = Math.abs(hue() - next.hue());
        double hue = isColourless() || next.isColourless() ? 0 : Math.min(apart, 360 - apart);
        return new Step(next.luminance - luminance, next.saturation - saturation, hue, Math.hypot(next.warm - warm,
                next.fresh - fresh));
    }
}
