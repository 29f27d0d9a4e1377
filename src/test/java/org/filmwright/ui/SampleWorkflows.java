package org.filmwright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.filmwright.base.Outcome;
import org.filmwright.production.Beginning;
import org.filmwright.production.FlowEstimate;
import org.filmwright.production.Manuscript;
import org.filmwright.production.RunPicture;
import org.filmwright.production.Workflows;

/** Workflows that only remember that they were started. */
public final class SampleWorkflows implements Workflows {
    private volatile List<FlowEstimate.Line> bill = List.of();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<Manuscript> manuscript = Optional.empty();
    private volatile Optional<RunPicture> picture = Optional.empty();
    private volatile Optional<Begun.Stands> stands = Optional.empty();

    public List<String> asked() {
        return new ArrayList<>(asked);
    }

    /** A screenplay is there, until it is told anew. */
    public void stands(String fileName, int scenes) {
        stands = Optional.of(new Begun.Stands(fileName, scenes));
    }

    @Override
    public Offers offers() {
        return new Offers(List.of(
                new Offer("movie_creation", "A film of a screenplay or of prose, asking you at every turn", true),
                new Offer("script_coverage", "The crew reads the screenplay, and asks where it is not sure", false)),
                List.of("workflows/mine.json: line 3 has no \"name\"."));
    }

    /** What is being written from now on, by the film and in every talk. */
    public void writes(Manuscript now) {
        manuscript = Optional.of(now);
    }

    /** Nobody writes any more. */
    public void falls() {
        manuscript = Optional.empty();
    }

    @Override
    public Optional<Manuscript> writing(String run) {
        return manuscript;
    }

    @Override
    public Optional<Writing> writing() {
        return manuscript.map(now -> new Writing("run", "write/2/text", now));
    }

    /** How its run stands from now on. */
    public void picture(RunPicture now) {
        picture = Optional.of(now);
    }

    @Override
    public Optional<RunPicture> picture(String run) {
        return picture;
    }

    @Override
    public Optional<RunPicture> picture(String run, int event) {
        asked.add("event " + event);
        return picture.map(now -> new RunPicture(now.run(), now.name(), now.title(), RunPicture.State.RUNNING,
                Optional.of(SampleProject.NOON), now.span(), now.stages()));
    }

    @Override
    public int events(String run) {
        return 40;
    }

    @Override
    public Outcome<String> steer(String run, Verb verb) {
        asked.add(verb.name());
        return Outcome.ok(run);
    }

    @Override
    public Outcome<String> repair(String run, String node) {
        asked.add("repair " + node + " of " + run);
        return Outcome.ok(run);
    }

    /** What every one of them would buy from now on. */
    public void buys(FlowEstimate.Line... lines) {
        bill = List.of(lines);
    }

    @Override
    public Outcome<FlowEstimate> estimate(String workflow, Optional<Beginning> story, Optional<String> artist) {
        return Outcome.ok(new FlowEstimate(workflow, bill));
    }

    @Override
    public Outcome<Begun> start(String workflow, Optional<String> artist) {
        asked.add(workflow);
        return Outcome.ok(new Begun.Started("run"));
    }

    @Override
    public Outcome<Begun> tell(Beginning story, boolean anew, Optional<String> artist) {
        if (stands.isPresent() && !anew) {
            return Outcome.ok(stands.get());
        }
        asked.add((anew ? "anew: " : "") + story.source().told().orElseThrow().fileName());
        return Outcome.ok(new Begun.Started("run"));
    }
}
