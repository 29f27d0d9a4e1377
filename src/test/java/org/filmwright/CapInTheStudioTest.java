package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Money;
import org.filmwright.base.ShotId;
import org.filmwright.net.ScriptedServer;
import org.filmwright.production.Beginning;
import org.filmwright.production.Project;
import org.filmwright.production.Regeneration;
import org.filmwright.production.Spending;
import org.filmwright.ui.Fx;
import org.filmwright.ui.TestStudio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real project in the studio: takes that would pass a limit are one question, and its answer lets all of them go on. */
class CapInTheStudioTest {
    @TempDir
    private Path folder;
    private final AtomicInteger ordered = new AtomicInteger();
    private String before;

    @BeforeEach
    void useOwnSettings() {
        before = System.setProperty("filmwright.config", folder.toString());
    }

    @AfterEach
    void leaveThem() {
        System.setProperty("filmwright.config", before);
    }

    private ScriptedServer.Turn answer(ScriptedServer.Asked asked) {
        String path = asked.line().split(" ")[1];
        if (path.startsWith("/models/")) {
            return ScriptedServer.json(201,
                    "{\"id\":\"job" + ordered.incrementAndGet() + "\",\"status\":\"starting\"}");
        }
        return path.startsWith("/predictions/")
                ? ScriptedServer.json(200, "{\"status\":\"succeeded\",\"output\":[\"http://" + asked.headers()
                        .get("host") + "/files/1.png\"]}")
                : ScriptedServer.file("image/png", picture());
    }

    private static byte[] picture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static List<String> answers(TestStudio studio) {
        return studio.all(".fw-job-cell .button")
                .stream()
                .filter(Button.class::isInstance)
                .map(button -> ((Button) button).getAccessibleText())
                .filter("Answer"::equals)
                .toList();
    }

    private static boolean says(TestStudio studio, String selector, String words) {
        return studio.all(selector).stream().anyMatch(node -> ((Labeled) node).getText().contains(words));
    }

    @Test
    void fiveTakesAtALimitAreOneQuestionAndItsAnswerBuysThemAll() throws IOException {
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            Files.writeString(folder.resolve("artists.json"),
                    "{\"providers\":[{\"id\":\"replicate\",\"address\":\"" + server.address() + "\"}]}");
            Files.writeString(folder.resolve("keys.json"), "{\"keys\":{\"replicate\":\"k-1\"}}");
            try (Wiring wiring = value(Wiring.openOrCreate(folder.resolve("tea.filmwright")))) {
                Path script = Files.writeString(folder.resolve("tea.fountain"),
                        "INT. KITCHEN - NIGHT\n\nMara pours tea.\n");
                value(wiring.conductor().begin(value(Beginning.read(script)), 1));
                Project project = wiring.project();
                value(project.spending().limit(Spending.Scope.PROJECT, Money.of("0.007", "USD")));
                try (TestStudio studio = TestStudio.with(project)) {
                    studio.press(KeyCode.J, KeyCode.CONTROL);
                    ShotId shot = wiring.conductor().script().orElseThrow().plan().shots().getFirst().id();
                    value(project.lightTable()
                            .regenerate(new Regeneration(List.of(shot), 5, Optional.of(1L),
                                    Optional.of(new FrameSize(160, 90)), Optional.empty(),
                                    Optional.of("replicate:flux-schnell"))));
                    Fx.until("two are drawn and one asks", () -> answers(studio).size() == 1
                            && project.snapshot().takesOf(shot).size() == 2);
                    studio.settle();
                    assertEquals(1, answers(studio).size(), "a limit asks once");
                    assertEquals(2, ordered.get());
                    assertTrue(says(studio, ".fw-job-now", "waits"), "the others wait for that answer");
                    Button ask = (Button) studio.all(".fw-job-cell .button")
                            .stream()
                            .filter(button -> "Answer".equals(button.getAccessibleText()))
                            .findFirst()
                            .orElseThrow();
                    Fx.run(ask::fire);
                    Fx.until("it is asked", () -> studio.seen("gate-raise"));
                    assertTrue(studio.text("gate-text").contains("of the cap of"), studio.text("gate-text"));
                    studio.fire("gate-raise");
                    Fx.until("all are there", () -> project.snapshot().takesOf(shot).size() == 5);
                    assertEquals(5, ordered.get());
                    assertEquals(0, answers(studio).size());
                }
            }
        }
    }

    private static <T> T value(org.filmwright.base.Outcome<T> outcome) {
        return outcome.orElse(failure -> Assertions.fail(failure.what()));
    }
}
