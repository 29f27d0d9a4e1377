package org.filmwright.base;

/** A rectangle in fractions of a picture: 0,0 is the top left corner, 1,1 the bottom right. */
public record Region(double x, double y, double width, double height) {
    public static final Region WHOLE = new Region(0, 0, 1, 1);

    public Region {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("A region has an area: " + width + " x " + height);
        }
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    /** Whether {@code other} lies wholly inside, to a millionth of the picture. */
    public boolean contains(Region other) {
        double slack = 1e-6;
        return other.x >= x - slack && other.y >= y - slack && other.x + other.width <= x + width + slack
                && other.y + other.height <= y + height + slack;
    }
}
