package org.filmwright.production.find;

import java.util.Optional;
import org.filmwright.images.ImageTake;
import org.filmwright.review.Ruling;
import org.filmwright.search.Marked;
import org.filmwright.story.Bible;
import org.filmwright.story.ElementType;

/**
 * Something of the film that was found, and where it is.
 *
 * @param name of the entry, of the shot and take, or of the scene; what was found of it is marked
 * @param words what else was found, cut short where it is long
 * @param what these words are
 */
public record Found(Place place, Marked name, Marked words, What what) {

    /** Parts of the film that can be looked through alone. */
    public enum Kind {
        SCRIPT, BIBLE, TAKE
    }

    /** How something is found that does not hold the words. */
    public enum Sense {
        /** It says nearly the same. */
        MEANING,
        /** Its picture shows it. */
        PICTURE
    }

    /** What words of the film may be. */
    public enum What {
        NAME, LINE, SPEAKER, LOOKS, FACT, NOTE, REASON, VERDICT, PROMPT, UNWANTED, MAKER, FILE
    }

    /** Where one goes to see it. */
    public sealed interface Place {
        Kind kind();
    }

    /** @param line of the script, from 1 @param scene from 1; 0 before the first heading @param speaker of what is spoken */
    public record InScript(int line, int scene, ElementType type, Optional<String> speaker) implements Place {
        @Override
        public Kind kind() {
            return Kind.SCRIPT;
        }
    }

    /** An entry by its kind and name. */
    public record InBible(Bible.Kind of, String name) implements Place {
        @Override
        public Kind kind() {
            return Kind.BIBLE;
        }
    }

    /** @param shot its label */
    public record OfTake(ImageTake take, String shot, Ruling ruling) implements Place {
        @Override
        public Kind kind() {
            return Kind.TAKE;
        }
    }
}
