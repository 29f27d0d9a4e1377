package org.filmwright.ui.review;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.production.Edits;
import org.filmwright.production.Job;
import org.filmwright.production.Regeneration;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.ArtistChoice;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.EffortText;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Till;
import org.filmwright.ui.kit.Words;

/** More takes of shots: what they take is told before, money is asked for, then the durable job is started. */
final class Retakes {
    private final Desk desk;
    private final Till till;
    private final ReviewModel model;
    private final ObservableBooleanValue possible;

    Retakes(Fittings fittings, ReviewModel model) {
        desk = fittings.desk();
        till = new Till(fittings);
        this.model = model;
        fittings.commands()
                .name("images.generate", estimated(what -> what.pictures() > 0
                        ? Words.count("images.generate", what.pictures())
                        : Words.of("command.images.generate")));
        possible = Bindings.createBooleanBinding(
                () -> model.state().get() == ReviewState.TAKES && !model.inTrash().get(), model.state(), model
                        .inTrash());
    }

    /** Whether there is a take, not in the trash, whose shot could have another one. */
    ObservableBooleanValue possible() {
        return possible;
    }

    /** @param count asks for the number; @param prompt lets the words be edited; @param recipe asks for a picture whose recipe is used again */
    List<Command> commands(Runnable count, Runnable prompt, Runnable recipe) {
        return List.of(Command.when(possible, "images.regenerate", Scope.IMAGES, () -> draw(1)),
                Command.when(possible, "images.regenerate-n", Scope.IMAGES, count),
                Command.when(possible, "images.edit-prompt", Scope.IMAGES, prompt),
                Command.when(possible, "images.recipe", Scope.IMAGES, recipe));
    }

    /** So many more takes of each shot that the verbs apply to, each with a seed of its own. */
    void draw(int each) {
        List<ShotId> shots = shots().stream().map(Shot::id).toList();
        if (!shots.isEmpty()) {
            ask(Regeneration.of(shots, each), () -> {});
        }
    }

    /** By whoever is chosen to draw. @param started told when the job is recorded */
    void ask(Regeneration order, Runnable started) {
        till.pay(estimate(order.shots().size(), order.takes()),
                () -> start(order.by(desk.artist().get()), started));
    }

    /** What drawing the scene that is looked at would take. */
    ObservableValue<String> sceneWords() {
        return estimated(what -> Words.count("images.scene.effort", what.pictures(), "scene", desk.scene()
                .get()
                .map(String::valueOf)
                .orElse(""), "effort", EffortText.of(what.effort())));
    }

    private ObservableValue<String> estimated(Function<Edits.Estimate, String> words) {
        return Bindings.createStringBinding(() -> desk.shots()
                .get()
                .flatMap(open -> desk.plan()
                        .flatMap(plan -> desk.scene()
                                .get()
                                .map(scene -> desk.edits(open)
                                        .estimate(open,
                                                plan, scene))))
                .map(words)
                .orElseGet(() -> Words.of("command.images.generate")), desk.shots(), desk.scene(), desk
                        .drawing());
    }

    /** Tries once more what failed. */
    void again(Job job) {
        desk.project().get().ifPresent(open -> desk.recorder().ask(() -> open.jobs().retry(job), answer -> {
            if (answer instanceof Outcome.Failed<Job>(var failure)) {
                desk.tell(failure);
            }
        }));
    }

    private void start(Regeneration order, Runnable started) {
        desk.light(table -> table.regenerate(order), run -> started.run());
    }

    /** {@code 1: ~$0.00, about 0:02; 8: ~$0.00, about 0:10}. */
    String range() {
        int shots = Math.max(1, shots().size());
        return Words.of("images.counts.range", "one", EffortText.of(effort(shots, 1)), "most",
                Integer.toString(Regeneration.MOST), "all", EffortText.of(effort(shots, Regeneration.MOST)));
    }

    /** What so many more takes of each of so many shots would take. */
    Edits.Effort effort(int shots, int each) {
        return estimate(shots, each).effort();
    }

    private Edits.Estimate estimate(int shots, int each) {
        return ArtistChoice.priced(desk,
                desk.snapshot().get().map(desk::edits).orElse(Edits.NONE).takes(shots, each));
    }

    private List<Shot> shots() {
        return model.targets().stream().map(Frame::shot).distinct().toList();
    }
}
