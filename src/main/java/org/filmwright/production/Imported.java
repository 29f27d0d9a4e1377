package org.filmwright.production;

import java.util.Optional;
import org.filmwright.images.ImageTake;
import org.filmwright.images.recipe.Recipe;

/** A picture from outside as a take. @param known whether it was there already @param recipe what its file tells of it */
public record Imported(ImageTake take, boolean known, Optional<Recipe> recipe) {
    /** Who made it, as far as the project knows. */
    public static final String EXTERNAL = "external";
}
