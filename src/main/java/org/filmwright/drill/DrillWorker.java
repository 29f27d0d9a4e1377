package org.filmwright.drill;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Cap;
import org.filmwright.engine.Choice;
import org.filmwright.engine.EngineListener;
import org.filmwright.engine.OpenQuestion;
import org.filmwright.engine.Run;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunState;
import org.filmwright.engine.Step;

/** The process that a drill kills: works on batches and plays the person who decides. Says everything as it goes. */
public final class DrillWorker {
    private static final Logger ROOT = Logger.getLogger("");
    private final DrillBatch batch;
    private final SplittableRandom random;
    private final PrintStream out;

    private DrillWorker(DrillBatch batch, long seed, PrintStream out) {
        this.batch = batch;
        this.random = new SplittableRandom(seed);
        this.out = out;
    }

    /** @param args the folder, a seed, and how many batches: 0 for no end, -1 for those that were begun */
    public static void main(String[] args) {
        ROOT.setLevel(Level.SEVERE);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (DrillBatch batch = value(DrillBatch.open(Path.of(args[0]), true, out::println))) {
            out.println("open");
            new DrillWorker(batch, Long.parseLong(args[1]), out).work(Integer.parseInt(args[2]));
        }
    }

    private void work(int batches) {
        batch.engine().listen(new EngineListener() {
            @Override
            public void stepChanged(Step step) {
                out.println("step " + step.path() + " " + step.state());
            }
        });
        if (batch.engine().spending().standings().isEmpty()) {
            Cap cap = new Cap(Cap.Scope.PROJECT, "", Money.of("1.00", "USD"));
            value(batch.engine().spending().cap(cap, "drill"));
        }
        int begun = batch.engine().runs().size();
        for (int number = 0; batches == 0 || number < (batches < 0 ? begun : batches); number++) {
            make(number);
        }
    }

    /** A batch that failed, because the program died too often at one step, is started again by the person. */
    private void make(int number) {
        RunId id = begin(number);
        Run run = value(batch.engine().await(id));
        while (run.state() != RunState.SUCCEEDED) {
            if (run.state() == RunState.FAILED) {
                begin(number);
            } else {
                batch.engine().questions().forEach(this::answer);
            }
            run = value(batch.engine().await(id));
        }
    }

    private RunId begin(int number) {
        RunId id = value(batch.engine().start(DrillBatch.spec(number)));
        out.println("fact started " + id);
        return id;
    }

    /** Takes any answer that is offered, but never drops what a cap holds up: that would end every batch. */
    private void answer(OpenQuestion open) {
        List<String> choices = open.question().options().stream().map(option -> option.choice()).toList();
        List<String> money = random.nextInt(3) > 0 ? List.of("raise", "retry") : List.of("raise", "drop");
        String word = money.stream()
                .filter(choices::contains)
                .findFirst()
                .orElseGet(() -> choices.get(random.nextInt(choices.size())));
        Choice choice = new Choice(word, "", "drill", DrillBatch.clock().instant());
        if (batch.engine().decide(open.step(), choice) instanceof Outcome.Ok) {
            out.println("fact decided " + open.step() + " " + open.number());
        }
    }

    private static <T> T value(Outcome<T> outcome) {
        return outcome.orElse(DrillWorker::broken);
    }

    private static <T> T broken(Failure failure) {
        throw new IllegalStateException(Optional.ofNullable(failure.what()).orElse("broken"));
    }
}
