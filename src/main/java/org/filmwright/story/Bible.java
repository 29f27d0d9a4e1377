package org.filmwright.story;

import java.util.List;
import java.util.Optional;

/**
 * What holds in the whole film: who is in it and how they look, where it plays, which things matter; each with the lines
 * of the script that say so. The film's world, then characters, locations and props, each in order of appearance.
 */
public record Bible(List<Entry> entries) {
    /** The name of the one entry about the whole film: its genre, its time, what can be and what cannot. */
    public static final String FILM = "THE FILM";

    public Bible {
        entries = List.copyOf(entries);
    }

    /** What an entry is about. */
    public enum Kind {
        WORLD, CHARACTER, LOCATION, PROP
    }

    /** What a fact is about. Wardrobe, injuries and what is carried hold from their scene on until the next of their topic. */
    public enum Topic {
        WORLD, LOOK, WARDROBE, INJURY, CARRIES, VOICE, RELATION, DETAIL
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

        /** The latest word of a topic, as it stands at the end of a scene. */
        public Optional<Fact> at(int scene, Topic topic) {
            return facts.stream()
                    .filter(fact -> fact.topic() == topic && fact.scene() <= scene)
                    .reduce((_, later) -> later);
        }
    }

    /** Without what waits for a person's words. */
    public Bible asWritten() {
        return new Bible(
                entries.stream().filter(entry -> entry.kind() != Kind.WORLD || !entry.facts().isEmpty()).toList());
    }

    public List<Entry> of(Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }
}
