package org.filmwright.ui.shell;

import java.util.function.Consumer;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Scope;

/** Where what a job made is looked at: pictures in the light table, films and clips on the timeline, words in the story. */
record ResultPlace(Desk desk, Consumer<Scope> show) implements Consumer<Job> {
    @Override
    public void accept(Job job) {
        desk.plan()
                .flatMap(plan -> plan.shots()
                        .stream()
                        .filter(shot -> shot.label().equals(job.work().shot()))
                        .findFirst())
                .ifPresent(desk::show);
        show.accept(switch (job.work().task()) {
            case READ, PLAN -> Scope.STORY;
            case DRAW, ENLARGE, CIRCLE -> Scope.IMAGES;
            case CLIP, RECUT, DELIVER, ASSEMBLE, EXPORT, STORYBOARD, OTHER -> Scope.TIMELINE;
        });
    }
}
