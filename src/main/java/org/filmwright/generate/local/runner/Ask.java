package org.filmwright.generate.local.runner;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.filmwright.generate.local.Companion;
import org.filmwright.generate.local.Painter;

/** What the studio says to the process of the models: one line of JSON each. An answer carries the {@code id} of its question. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({@JsonSubTypes.Type(value = Ask.Load.class, name = "load"),
    @JsonSubTypes.Type(value = Ask.Generate.class, name = "generate"),
    @JsonSubTypes.Type(value = Ask.Consult.class, name = "consult"),
    @JsonSubTypes.Type(value = Ask.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = Ask.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Ask.Quit.class, name = "quit")})
sealed interface Ask {
    /** Answered with {@code loaded} or {@code failed}; a model that was there is dropped first. */
    record Load(long id, Loader.Setup setup) implements Ask {}

    /** Answered with {@code progress} several times, and then {@code done}, {@code failed} or {@code cancelled}. */
    record Generate(long id, Painter.Order order) implements Ask {}

    /**
     * Answered with {@code progress} several times, and then {@code answered}, {@code failed} or {@code cancelled}. The
     * companion is loaded first, in the place of another, unless it is there; a painter stays where it is.
     */
    record Consult(long id, Loader.Setup setup, Companion.Question question) implements Ask {}

    /** Asks the work with this id to stop; it answers itself. */
    record Cancel(long id) implements Ask {}

    /** Answered at once with {@code status}, also in mid-work. */
    record Status(long id) implements Ask {}

    /** Stops the work at hand and ends; the end of the process is the answer. */
    record Quit() implements Ask {}
}
