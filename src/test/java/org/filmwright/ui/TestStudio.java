package org.filmwright.ui;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.media.Encoders;
import org.filmwright.production.Makers;
import org.filmwright.production.Network;
import org.filmwright.production.Preferences;
import org.filmwright.production.Project;
import org.filmwright.production.ProviderKeys;
import org.filmwright.production.Writers;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.NoSupply;
import org.filmwright.production.models.Supply;
import org.filmwright.production.models.Devices;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Machine;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioActions;
import org.filmwright.ui.shell.StudioWindow;

/** The real studio without a window around it, and hands to use it: keys, clicks, looks at nodes by id. */
public final class TestStudio implements AutoCloseable {
    private final StudioWindow window;
    private final AtomicBoolean quit = new AtomicBoolean();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Script script = new Script();
    private final boolean notifies;
    private Optional<Stage> stage = Optional.empty();

    /** What the program behind the studio answers; set by a test before it asks. */
    public static final class Script implements StudioActions {
        public volatile Optional<Path> chosen = Optional.empty();
        public volatile Outcome<Project> opens = Outcome.failed(new Failure.Refused("No project lies there.",
                "Choose a folder that ends in .filmwright."));
        public volatile Outcome<Path> makes = Outcome.ok(Path.of("film.mp4"));
        public volatile boolean waits;
        /** Which folder was asked for, to be there or to be made. */
        public volatile Optional<Path> entered = Optional.empty();
        /** Whether the desktop can show folders. */
        public volatile boolean folders = true;
        public volatile boolean focused = true;
        public final SampleWriters writers = new SampleWriters();
        public final SamplePreferences preferences = new SamplePreferences();
        public final SampleKeys keys = new SampleKeys();
        public final SampleNetwork network = new SampleNetwork();
        /** What the second window shows, while there is one. */
        public volatile Optional<Scene> second = Optional.empty();

        /** What codes films. */
        public volatile Encoders encoders = new Encoders(Optional.empty(), "openh264 2.6.0");

        /** Where models paint. */
        public volatile Devices devices = Devices.NONE;

        private Path models = Path.of("target", "models", UUID.randomUUID().toString());

        /** Who brings models. */
        public volatile Supply supply = new NoSupply();

        @Override
        public ModelShelf models() {
            return new ModelShelf(models, InstantSource.system());
        }

        @Override
        public Supply supply() {
            return new Supply() {
                @Override
                public Outcome<List<String>> names() {
                    return supply.names();
                }

                @Override
                public List<Unfinished> unfinished() {
                    return supply.unfinished();
                }

                @Override
                public Outcome<Model> bring(Order order, Progress progress) {
                    return supply.bring(order, progress);
                }
            };
        }

        @Override
        public Devices devices(Project project) {
            return devices;
        }

        @Override
        public Encoders encoders() {
            return encoders;
        }

        @Override
        public Writers writers() {
            return writers;
        }

        @Override
        public ProviderKeys keys() {
            return keys;
        }

        @Override
        public Network network() {
            return network;
        }

        @Override
        public Preferences preferences() {
            return preferences;
        }

        @Override
        public Outcome<Project> open(Path folder) {
            return opens;
        }

        @Override
        public Outcome<Project> create(Path folder) {
            return opens;
        }

        @Override
        public Outcome<Project> enter(Path folder) {
            entered = Optional.of(folder);
            return opens;
        }

        @Override
        public Machine machine() {
            return new Machine(8, 32L << 30, Optional.empty(), false);
        }

        @Override
        public Outcome<Project> begin(Path screenplay) {
            return opens;
        }

        @Override
        public Outcome<Path> make(Project project, Makers chosen, Progress progress) {
            progress.report(0.4, "Drawing 2-B take 3");
            if (waits) {
                CountDownLatch asked = new CountDownLatch(1);
                progress.onCancel(asked::countDown);
                await(asked);
                progress.checkCancelled();
            }
            return makes;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** With settings that somebody remembers. */
    public TestStudio(Settings settings) {
        this(StudioWindow.DESIGN, settings, true);
    }

    /** On a desktop that tells nobody anything. */
    public static TestStudio withoutNotifier() {
        return new TestStudio(StudioWindow.DESIGN, Settings.forgetful(), false);
    }

    public TestStudio(FrameSize size, Theme theme, double scale) {
        this(size, Settings.forgetful(), true);
        Fx.run(() -> {
            window.look().theme().set(theme);
            window.look().scale().set(scale);
        });
    }

    private TestStudio(FrameSize size, Settings settings, boolean notifies) {
        this.notifies = notifies;
        window = window(script, settings, size);
    }

    /** With models in that folder. */
    public TestStudio(Path models) {
        notifies = true;
        script.models = models;
        window = window(script, Settings.forgetful(), StudioWindow.DESIGN);
    }

    private TestStudio(StudioActions program) {
        notifies = true;
        window = window(program, Settings.forgetful(), new FrameSize(1280, 720));
    }

    private StudioWindow window(StudioActions program, Settings settings, FrameSize size) {
        return Fx.get(() -> {
            StudioWindow made = new StudioWindow(program, desktop(), settings, InstantSource.system(), System::nanoTime,
                    size);
            made.furnish();
            return made;
        });
    }

    /** On the real program, in a window of the headless desktop; only what the desktop is asked for is scripted. */
    public static TestStudio on(StudioActions program) {
        return new TestStudio(program).stand();
    }

    public TestStudio() {
        this(StudioWindow.DESIGN, Theme.DARK, 1);
    }

    public static TestStudio with(Project project) {
        TestStudio studio = new TestStudio();
        Fx.run(() -> studio.window.open(project));
        return studio;
    }

    /** In a window of the headless desktop, so that focus, menus and pop-ups are as a person has them. */
    public static TestStudio standing(Project project, FrameSize size) {
        return new TestStudio(size, Theme.DARK, 1).opened(project).stand();
    }

    private TestStudio opened(Project project) {
        Fx.run(() -> window.open(project));
        return this;
    }

    private TestStudio stand() {
        Stage shown = Fx.get(Stage::new);
        Fx.run(() -> {
            shown.setScene(window.scene());
            shown.show();
            shown.requestFocus();
        });
        stage = Optional.of(shown);
        front();
        return this;
    }

    /** Waits until the window has the focus of the desktop. */
    void front() {
        Fx.run(stage.orElseThrow()::requestFocus);
        Fx.until("the window has the focus", stage.orElseThrow()::isFocused);
    }

    /** Lets the window draw itself once more, as it does by itself when nothing else is to be done. */
    public void pulse() {
        AtomicInteger pulses = new AtomicInteger();
        Runnable count = pulses::incrementAndGet;
        Fx.run(() -> window.scene().addPostLayoutPulseListener(count));
        Fx.until("a pulse", () -> {
            Platform.requestNextPulse();
            return pulses.get() > 1;
        });
        Fx.run(() -> window.scene().removePostLayoutPulseListener(count));
    }

    /** Waits until everything that was asked behind the window is answered and shown. */
    public void settle() {
        CountDownLatch answered = new CountDownLatch(2);
        Fx.run(() -> {
            Looks.desk(window).offstage().ask(() -> true, done -> answered.countDown());
            Looks.desk(window).recorder().ask(() -> true, done -> answered.countDown());
        });
        await(answered);
        Fx.run(() -> {});
    }

    public StudioWindow window() {
        return window;
    }

    public Script script() {
        return script;
    }

    /** What the desktop was told while the window was not in front. */
    public List<String> told() {
        return List.copyOf(told);
    }

    public boolean hasQuit() {
        return quit.get();
    }

    public void show(Scope workspace) {
        Fx.run(() -> window.show(workspace));
        layOut();
    }

    /** Presses and releases a key where the focus is. */
    public void press(KeyCode code, KeyCode... modifiers) {
        Set<KeyCode> held = Set.of(modifiers);
        Fx.run(() -> {
            Node focus = window.scene().getFocusOwner();
            for (var type : new EventType<?>[]{KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED}) {
                @SuppressWarnings("unchecked")
                var kind = (EventType<KeyEvent>) type;
                Event.fireEvent(focus == null ? window.scene() : focus, new KeyEvent(kind, "", "", code, held.contains(
                        KeyCode.SHIFT), held.contains(KeyCode.CONTROL), held.contains(KeyCode.ALT), false));
            }
        });
    }

    /** What a command is called now. */
    public String words(String command) {
        return Looks.words(window, command);
    }

    /** The node with that id in what shows. */
    public Node node(String id) {
        layOut();
        return Fx.get(() -> {
            Node found = window.scene().lookup("#" + id);
            if (found == null) {
                throw new AssertionError("No node is called " + id);
            }
            return found;
        });
    }

    public String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    /** Whether the node with that id is there and nothing around it is hidden. */
    public boolean seen(String id) {
        layOut();
        return Fx.get(() -> {
            Node node = window.scene().lookup("#" + id);
            while (node != null && node.isVisible() && node.getParent() != null) {
                node = node.getParent();
            }
            return node != null && node.isVisible();
        });
    }

    /** What all visible labels and buttons of that selector say, a line each. */
    public String said(String selector) {
        Set<Node> nodes = all(selector);
        return Fx.get(() -> nodes.stream()
                .filter(Node::isVisible)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n")));
    }

    /** Presses the button with that id. */
    public void fire(String id) {
        ButtonBase button = (ButtonBase) node(id);
        Fx.run(button::fire);
    }

    /** All nodes below and with the root. */
    public Set<Node> all(String selector) {
        layOut();
        return Fx.get(() -> window.scene().getRoot().lookupAll(selector).stream().collect(Collectors.toSet()));
    }

    public void layOut() {
        Fx.run(this::layOutNow);
    }

    /** The same, on the window's thread. */
    void layOutNow() {
        for (int pass = 0; pass < 3; pass++) {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        }
    }

    @Override
    public void close() {
        Fx.run(() -> stage.ifPresent(Stage::close));
        Fx.run(window::close);
        Fx.expectNoTrouble();
    }

    private SampleDesktop desktop() {
        return new SampleDesktop(script, notifies, told::add, () -> quit.set(true));
    }
}
