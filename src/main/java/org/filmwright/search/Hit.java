package org.filmwright.search;

import java.util.List;
import org.filmwright.search.Passage.Weight;

/** Something that was found. @param passages with what was found in each of them, in its own order */
public record Hit<T>(T found, List<Said> passages) {
    public Hit {
        passages = List.copyOf(passages);
    }

    /** One passage of it. */
    public record Said(Enum<?> role, Weight weight, Marked words) {
        public boolean isMarked() {
            return !words.spans().isEmpty();
        }
    }
}
