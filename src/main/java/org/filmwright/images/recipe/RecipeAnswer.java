package org.filmwright.images.recipe;

import org.filmwright.base.Failure;

/** What a picture file says about how it was made. */
public sealed interface RecipeAnswer {
    record Found(Recipe recipe) implements RecipeAnswer {}

    /** The picture may be fine, but it tells nothing that can be used again. @param why a sentence */
    record Absent(String why) implements RecipeAnswer {}

    /** The file is no PNG, damaged, or made to do harm. */
    record Unreadable(Failure failure) implements RecipeAnswer {}
}
