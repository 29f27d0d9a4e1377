package org.filmwright.production;

import java.time.Duration;
import java.util.Optional;
import org.filmwright.images.recipe.RecipeAnswer;

/**
 * How a take came about.
 *
 * @param receipt what its file says
 * @param took to draw; nothing where it was not drawn here
 * @param price what was paid for it; nothing where it was made on this machine
 */
public record Making(RecipeAnswer receipt, Optional<Duration> took, Optional<Spending.Price> price) {}
