package org.filmwright;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.drill.PaidStanding;
import org.filmwright.engine.Cap;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.production.Beginning;
import org.filmwright.production.Project;
import org.filmwright.production.Regeneration;

/**
 * The process that {@code drill paid} kills: the program itself, with its own wiring, store and gate. It says what it
 * passes, does what it is told on its standard input, and after each order says how everything stands.
 */
public final class PaidDrillWorker {
    private static final Logger ROOT = Logger.getLogger("");
    private static final JsonMapper JSON = new JsonMapper();
    private static final FrameSize SMALL = new FrameSize(160, 90);
    private final Wiring wiring;
    private final Project project;
    private final PaidWaypoint waypoint;
    private final PrintStream out;

    private PaidDrillWorker(Wiring wiring, PaidWaypoint waypoint, PrintStream out) {
        this.wiring = wiring;
        this.waypoint = waypoint;
        this.out = out;
        this.project = wiring.project();
    }

    /** @param args the project, its screenplay, and the point at which to stop while the project opens, or {@code none} */
    public static void main(String[] args) {
        ROOT.setLevel(Level.SEVERE);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path folder = Path.of(args[0]);
        PaidWaypoint waypoint = new PaidWaypoint(folder.resolve("journal"), out);
        waypoint.aim(args[2]);
        try (Wiring wiring = value(Wiring.drilled(folder, waypoint));
                Scanner told = new Scanner(System.in, StandardCharsets.UTF_8)) {
            PaidDrillWorker worker = new PaidDrillWorker(wiring, waypoint, out);
            worker.begin(Path.of(args[1]));
            worker.rest();
            while (told.hasNextLine() && worker.obey(told.nextLine().split(" "))) {
                worker.rest();
            }
        }
    }

    private void begin(Path script) {
        if (wiring.conductor().script().isEmpty()) {
            value(wiring.conductor().begin(value(Beginning.read(script)), 1));
            value(engine().spending().cap(new Cap(Cap.Scope.PROJECT, "", Money.of("1000", "USD")), "drill"));
        }
    }

    private EngineApi engine() {
        return wiring.engine();
    }

    /** @return whether there is more to come */
    private boolean obey(String[] words) {
        switch (words[0]) {
            case "aim" -> waypoint.aim(words[1]);
            case "order" -> order(Long.parseLong(words[1]), Integer.parseInt(words[2]), words[3]);
            case "decide" -> decide(new StepId(words[1]), words[2], words.length > 3 ? words[3] : "");
            case "retry" -> value(engine().retry(new StepId(words[1])));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void order(long seed, int takes, String artist) {
        List<ShotId> shots = wiring.records()
                .scripts()
                .current()
                .orElseThrow()
                .plan()
                .shots()
                .stream()
                .limit(1)
                .map(shot -> shot.id())
                .toList();
        value(project.lightTable()
                .regenerate(new Regeneration(shots, takes, Optional.of(seed), Optional.of(SMALL), Optional.empty(),
                        Optional.of(artist))));
        out.println("ordered " + seed);
    }

    private void decide(StepId step, String choice, String comment) {
        value(engine().decide(step, new Choice(choice, comment, "drill", Wiring.clock().instant())));
    }

    /** Waits until nothing moves any more by itself, and tells how it all stands. */
    private void rest() {
        for (Run run : engine().runs()) {
            if (run.state() == RunState.RUNNING) {
                value(engine().await(run.id()));
            }
        }
        try {
            out.println("rest " + JSON.writeValueAsString(standing()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private PaidStanding standing() {
        Set<StepId> asked = engine().questions().stream().map(OpenQuestion::step).collect(Collectors.toSet());
        List<PaidStanding.Want> wants = new ArrayList<>();
        for (Run run : engine().runs()) {
            for (Step step : engine().steps(run.id())) {
                if (step.work() instanceof StepSpec.Work.Task task && task.handler().equals("draw")) {
                    wants.add(new PaidStanding.Want(step.id().value(), tree(task.input()).path("seed").asLong(),
                            step.state().name(), whole(step), asked.contains(step.id())));
                }
            }
        }
        List<PaidStanding.Call> calls = engine().spending()
                .calls()
                .stream()
                .map(call -> new PaidStanding.Call(call.key(), call.buyer().step().value(),
                        call.purchase().provider(), call.state().name(), call.remote().job().orElse(""),
                        call.counted().map(Money::toString).orElse("")))
                .toList();
        String spent = engine().spending()
                .standings()
                .stream()
                .filter(each -> each.cap().scope() == Cap.Scope.PROJECT)
                .map(each -> each.spent().toString())
                .findFirst()
                .orElse("");
        return new PaidStanding(calls, wants, spent);
    }

    /** Whether the take of a step is there, and its file is what its name says. */
    private boolean whole(Step step) {
        return step.ending()
                .output()
                .map(output -> tree(output).path("take").asText())
                .flatMap(take -> wiring.records().takes().find(new TakeId(take)))
                .map(take -> wiring.records().vault().file(take.media()))
                .filter(PaidDrillWorker::isItself)
                .isPresent();
    }

    private static boolean isItself(Path file) {
        try {
            return Files.isRegularFile(file)
                    && file.getFileName().toString().startsWith(Digest.ofFile(file).hex());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T value(Outcome<T> outcome) {
        return outcome.orElse(failure -> {
            throw new IllegalStateException(failure.what());
        });
    }
}
