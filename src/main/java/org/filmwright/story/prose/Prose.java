package org.filmwright.story.prose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A story in prose as its file has it: title and author where it names them, and its blocks in order. */
public record Prose(Optional<String> title, Optional<String> author, List<Block> blocks) {
    public Prose {
        blocks = List.copyOf(blocks);
    }

    /** What a page of prose is made of. */
    public sealed interface Block {}

    /** A paragraph on one line. */
    public record Paragraph(String text) implements Block {}

    /** The title of a chapter. */
    public record Chapter(String title) implements Block {}

    /** A line of asterisks or dashes: something else begins. */
    public record Gap() implements Block {}

    /** How many words it tells. */
    public int words() {
        return blocks.stream()
                .mapToInt(block -> block instanceof Paragraph(String text) ? Sentences.words(text).size() : 0)
                .sum();
    }

    /** Its sentences in order, with what is said in them. */
    public List<String> sentences() {
        return blocks.stream()
                .flatMap(block -> block instanceof Paragraph(String text)
                        ? Sentences.of(text).stream()
                        : Stream.<String>empty())
                .toList();
    }

    /** The paragraphs of a story as one text, an empty line between them. */
    public String text() {
        return String.join("\n\n", blocks.stream().map(block -> switch (block) {
            case Paragraph(String text) -> text;
            case Chapter(String title) -> "# " + title;
            case Gap _ -> "***";
        }).toList());
    }
}
