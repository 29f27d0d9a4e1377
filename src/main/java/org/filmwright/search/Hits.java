package org.filmwright.search;

import java.util.List;

/** What was found of one kind, the best first. @param all how many there are, of which these are the first */
public record Hits<T>(List<Hit<T>> first, int all) {
    public Hits {
        first = List.copyOf(first);
    }
}
