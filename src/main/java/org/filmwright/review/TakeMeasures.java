package org.filmwright.review;

/**
 * What can be measured about a take.
 *
 * @param sharpness variance of the Laplacian of the picture at 640 pixels of width, 8-bit; 0 is a flat field
 * @param contrast standard deviation of luma, 0..1; about 0.2 is a full-bodied picture
 * @param subjectContrast how far the subject's luma stands off from its surroundings, 0..1
 * @param clipped share of pixels that are pure black or pure white, 0..1
 */
public record TakeMeasures(double sharpness, double contrast, double subjectContrast, double clipped) {
    public TakeMeasures {
        if (sharpness < 0 || contrast < 0 || subjectContrast < 0 || clipped < 0 || clipped > 1) {
            throw new IllegalArgumentException("Measures are not negative");
        }
    }
}
