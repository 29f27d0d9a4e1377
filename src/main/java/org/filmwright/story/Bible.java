package org.filmwright.story;

import java.util.List;
import java.util.Optional;

/**
 * What holds in the whole film: who is in it and how they look, where it plays, which things matter; each with the lines
 * of the script that say so. Characters, then locations, then props, each in order of appearance.
 */
public record Bible(List<Entry> entries) {
    public Bible {
        entries = List.copyOf(entries);
    }

    /** What an entry is about. */
    public enum Kind {
        CHARACTER, LOCATION, PROP
    }

    /** What a fact is about; those that {@link #lasts} hold from their scene on until the next of their topic. */
    public enum Topic {
        LOOK(false), WARDROBE(true), INJURY(true), CARRIES(true), VOICE(false), RELATION(false), DETAIL(false);

        private final boolean lasts;

        Topic(boolean lasts) {
            this.lasts = lasts;
        }

        public boolean lasts() {
            return lasts;
        }
    }

    /**
     * Something that the script says.
     *
     * @param words as short as a picture model needs them: {@code bandaged hand}
     * @param quote the sentence of the script
     * @param scene from 1
     * @param line where its paragraph begins in the script, from 1
     */
    public record Fact(Topic topic, String words, String quote, int scene, int line) {}

    /**
     * Somebody, somewhere or something.
     *
     * @param name as the script has it, in capitals
     * @param descriptor the words that stand for it in every picture; empty where the script has none
     * @param scenes where it is, from 1
     */
    public record Entry(Kind kind, String name, String descriptor, List<Integer> scenes, List<Fact> facts) {
        public Entry {
            scenes = List.copyOf(scenes);
            facts = List.copyOf(facts);
        }

        /** The latest word of a topic that lasts, as it stands at the end of a scene. */
        public Optional<Fact> at(int scene, Topic topic) {
            return facts.stream()
                    .filter(fact -> fact.topic() == topic && fact.scene() <= scene)
                    .reduce((_, later) -> later);
        }
    }

    public List<Entry> of(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    public Optional<Entry> character(String name) {
        return of(Kind.CHARACTER).stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
