package org.filmwright.production;

import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.engine.OpenQuestion;

/** How the main job ended for now. */
public sealed interface Made {
    record Film(MakeReport report) implements Made {}

    /** Gates wait for a person; everything else is done. */
    record Waiting(List<OpenQuestion> questions) implements Made {
        public Waiting {
            questions = List.copyOf(questions);
        }
    }

    record Failed(Failure failure) implements Made {}
}
