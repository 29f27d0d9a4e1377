package org.filmwright.generate.local.runner;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.Painter;

/** What the process of the models answers: one line of JSON each. Memory is in bytes; 0 where nobody can tell. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({@JsonSubTypes.Type(value = Reply.Loaded.class, name = "loaded"),
    @JsonSubTypes.Type(value = Reply.Progressed.class, name = "progress"),
    @JsonSubTypes.Type(value = Reply.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Reply.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Reply.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Reply.Stopped.class, name = "cancelled"),
    @JsonSubTypes.Type(value = Reply.Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = Reply.Status.class, name = "status")})
sealed interface Reply {
    /** The question it answers; 0 for a heartbeat. */
    long id();

    record Loaded(long id) implements Reply {}

    /** @param fraction 0 to 1 of the picture */
    record Progressed(long id, double fraction, String note) implements Reply {}

    /** @param rss what the process holds now that the picture is done */
    record Done(long id, Painter.Painted painted, long rss) implements Reply {}

    record Answered(long id, Companion.Answer answer) implements Reply {}

    record Failed(long id, Failure failure) implements Reply {}

    record Stopped(long id) implements Reply {}

    /** Every second, from a thread of its own: the process lives, whatever its worker does. */
    record Heartbeat(long rss) implements Reply {
        @Override
        public long id() {
            return 0;
        }
    }

    /** @param model what is loaded; @param pictures made since the process began */
    record Status(long id, Optional<Path> model, long rss, long heap, int pictures) implements Reply {}
}
