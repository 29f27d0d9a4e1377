package org.filmwright.production;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepSpec;
import org.filmwright.images.ImageTake;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;

/** Starts jobs that draw more takes. To be asked by one thread at a time: the numbers of takes are given out here. */
record MoreTakes(Path folder, Records records, EngineApi engine, InstantSource clock) {
    Outcome<RunId> start(Regeneration asked) {
        if (asked.takes() < 1 || asked.takes() > Regeneration.MOST) {
            return refused("A shot gets 1 to 8 more takes at a time, not " + asked.takes() + ".", "Ask for fewer.");
        }
        Optional<Scripts.Script> script = records.scripts().current();
        List<Shot> shots = script.stream()
                .flatMap(kept -> kept.plan().shots().stream())
                .filter(shot -> asked.shots().contains(shot.id()))
                .toList();
        if (shots.isEmpty() || shots.size() < asked.shots().stream().distinct().count()) {
            return refused("A shot of those is not in the film any more.", "Choose the shots again.");
        }
        MakeOrder order = order(script.orElseThrow(), asked);
        List<MakeSteps.More> more = new ArrayList<>();
        for (Shot shot : shots) {
            more.add(new MakeSteps.More(shot, next(shot.id()), asked.seed()));
        }
        return engine.start(MakeSteps.regenerate(order, more, clock));
    }

    private MakeOrder order(Scripts.Script script, Regeneration asked) {
        MakeOrder.Look last = LastOrder.look(engine);
        MakeOrder.Look look = asked.artist().map(last::by).orElse(last);
        byte[] text = script.text().getBytes(StandardCharsets.UTF_8);
        return MakeOrder.usual(script.fileName(), text, folder.resolve("exports").resolve("film.mp4"),
                script.drafted().seed())
                .looking(asked.size().map(look::at).orElse(look))
                .taking(asked.takes())
                .planned(script.plan());
    }

    /** The number of the next take of a shot: after those that are there, and after those that are asked for. */
    int next(ShotId shot) {
        int there = records.takes().of(shot).stream().mapToInt(ImageTake::number).max().orElse(0);
        int asked = engine.runs()
                .stream()
                .filter(run -> !run.state().ended())
                .flatMap(this::orders)
                .filter(order -> order.shot().equals(shot.value()))
                .mapToInt(MoreTakes::last)
                .max()
                .orElse(0);
        return 1 + Math.max(there, asked);
    }

    private Stream<StepOrder> orders(Run run) {
        return !run.name().equals(MakeSteps.REGENERATE)
                ? Stream.empty()
                : engine.steps(run.id())
                        .stream()
                        .filter(MoreTakes::isOfShot)
                        .map(step -> Json.read(step.input(), StepOrder.class));
    }

    private static boolean isOfShot(Step step) {
        return step.work() instanceof StepSpec.Work.Task task && task.handler().equals(MakeSteps.REGENERATE);
    }

    private static int last(StepOrder order) {
        return order.number() + order.make().takes() - 1;
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was started.", remedy));
    }
}
