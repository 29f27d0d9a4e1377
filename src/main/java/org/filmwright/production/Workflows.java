package org.filmwright.production;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;

/** The workflows of an open project, which ask a person at their gates. Calls read folders and rows, from any thread. */
public interface Workflows {
    /** The one that makes a film of a story. */
    String FILM = FilmWorkflows.MOVIE;

    /** What can be started on a screenplay, and files of the project that are none, a sentence each. */
    Offers offers();

    /**
     * What one would buy if it ran once from its beginning: nothing where everything is made on this machine.
     *
     * @param story that it is to be made of, where that is not the screenplay the project stands on
     * @param artist as where one is started
     */
    default Outcome<FlowEstimate> estimate(String workflow, Optional<Beginning> story, Optional<String> artist) {
        return Outcome.ok(new FlowEstimate(workflow, List.of()));
    }

    /**
     * Starts one on the screenplay that the project stands on, and does not wait; the same again goes on.
     *
     * @param artist who draws the first film of a project, as in {@link Artists}; a later one is drawn by who drew that
     */
    Outcome<Begun> start(String workflow, Optional<String> artist);

    /**
     * Starts the film of a story, which is kept in the project, and does not wait; the same again goes on.
     *
     * @param anew also where another screenplay stands in the project, which gives way; undo brings it back
     * @param artist as where one is started
     */
    Outcome<Begun> tell(Beginning story, boolean anew, Optional<String> artist);

    /** How a run stands now, with those nested in it; a nested run is shown by the outermost. */
    Optional<RunPicture> picture(String run);

    /** What a run is writing, as far as it has come; nothing while nobody writes. */
    Optional<Manuscript> writing(String run);

    /** What the film that is being made has written of its screenplay, or is writing before it. */
    Optional<Writing> writing();

    /** @param step that writes now, by its path: {@code write/2/text}; empty between two of them */
    record Writing(String run, String step, Manuscript text) {}

    /** How many events its log has. */
    int events(String run);

    /** How it stood after that event of its log, from 1. */
    Optional<RunPicture> picture(String run, int event);

    /** Lets it rest, go on, or stop; what is done is kept. */
    Outcome<String> steer(String run, Verb verb);

    /** Opens a node again, and all that depends on it: what failed of it, or else all of it. Nothing is deleted. */
    Outcome<String> repair(String run, String node);

    /** What can be done with a run. */
    enum Verb {
        PAUSE, RESUME, CANCEL
    }

    /** @param all by name */
    record Offers(List<Offer> all, List<String> refused) {
        public Offers {
            all = List.copyOf(all);
            refused = List.copyOf(refused);
        }
    }

    /** One that can be started. @param film whether it ends in a film */
    record Offer(String name, String title, boolean film) {}

    /** What came of asking for one. */
    sealed interface Begun {
        /** @param run its id */
        record Started(String run) implements Begun {}

        /** Nothing was started: a screenplay stands in the project, and a person has to say what becomes of it. */
        record Stands(String fileName, int scenes) implements Begun {}
    }
}
