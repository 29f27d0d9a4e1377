package org.filmwright;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.filmwright.generate.local.card.Card;
import org.filmwright.generate.local.card.Cards;
import org.filmwright.media.HardwareEncoder;
import org.filmwright.media.OpenH264Library;
import org.filmwright.production.models.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: what this machine offers, and what is missing. */
@Command(name = "doctor", mixinStandardHelpOptions = true, description = "Says what this machine offers: JDK, memory, disk, display, GPU, models, encoder.")
final class DoctorCommand implements Callable<Integer> {
    private static final long GIB = 1L << 30;

    @Mixin
    private Console console;

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>(List.of(jdk(), memory(), disk(), display(), gpu(), models(), encoder(),
                card(), keys()));
        findings.addAll(artists());
        console.result(new Report(findings), () -> findings.forEach(this::print));
        return findings.stream().anyMatch(finding -> finding.state() == State.MISSING)
                ? ExitCode.MISSING_SETUP
                : ExitCode.DONE;
    }

    private void print(Finding finding) {
        console.out().printf("%-8s %-8s %s%n", finding.state().word, finding.name(), finding.text());
    }

    private static Finding jdk() {
        Runtime.Version version = Runtime.version();
        return new Finding("JDK", version.feature() >= 25 ? State.GOOD : State.MISSING,
                version + " (" + System.getProperty("java.vendor") + ")"
                        + (version.feature() >= 25 ? "" : ". Install a JDK 25 or newer."));
    }

    private static Finding memory() {
        Runtime machine = Runtime.getRuntime();
        return new Finding("Memory", State.GOOD, machine.maxMemory() / (1 << 20) + " MiB for Filmwright, "
                + machine.availableProcessors() + " processor cores");
    }

    private static Finding disk() {
        try {
            long free = Files.getFileStore(Path.of("").toAbsolutePath()).getUsableSpace();
            return new Finding("Disk", free > 2 * GIB ? State.GOOD : State.NOTE,
                    free / GIB + " GiB free here" + (free > 2 * GIB ? "" : ". A film wants 2 GiB or more."));
        } catch (IOException e) {
            return new Finding("Disk", State.NOTE, "Cannot tell the free space here: " + e.getMessage());
        }
    }

    private static Finding display() {
        boolean none = GraphicsEnvironment.isHeadless()
                || System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null && onLinux();
        return none
                ? new Finding("Display", State.NOTE, "None: the studio window cannot open, every command works.")
                : new Finding("Display", State.GOOD, "Found");
    }

    private static Finding gpu() {
        return gpu(Cards.ofDriver().now(), Files.exists(Path.of("/proc/driver/nvidia/version")), CudaRuntime.here());
    }

    /** @param driver whether there is one, which may list no card all the same */
    static Finding gpu(List<Card> cards, boolean driver, CudaRuntime runtime) {
        String here = Files.isDirectory(runtime.folder()) ? lacking(runtime) : "";
        if (cards.isEmpty()) {
            String none = driver
                    ? "NVIDIA driver found, but it lists no card that may be used."
                    : "None found. Draft boards and camera moves need none.";
            return new Finding("GPU", State.NOTE, none + here + " Models paint on the processor.");
        }
        String found = cards.stream().map(DoctorCommand::card).collect(Collectors.joining("; "));
        return runtime.isThere()
                ? new Finding("GPU", State.GOOD, found + ". The runtime for it is in " + runtime.folder()
                        + ": models paint there.")
                : new Finding("GPU", State.NOTE,
                        found + "." + here + " Models paint on the processor until the runtime is"
                                + " installed: fetch " + CudaRuntime.ARTIFACT
                                + " and run filmwright models runtime JAR.");
    }

    private static String lacking(CudaRuntime runtime) {
        return runtime.isThere()
                ? " The runtime for cards is in " + runtime.folder() + "."
                : " The runtime in " + runtime.folder() + " lacks " + String.join(", ", runtime.missing()) + ".";
    }

    private static String card(Card card) {
        return String.format(Locale.ROOT, "%s %s, %.1f of %.1f GB free", card.device(), card.name(), card.free() / 1e9,
                card.total() / 1e9);
    }

    private static Finding models() {
        List<String> names = LocalModels.shelf().all().stream().map(Model::name).toList();
        return new Finding("Models", names.isEmpty() ? State.NOTE : State.GOOD,
                names.isEmpty() ? "None here yet. The storyboard artist needs none." : String.join(", ", names));
    }

    private static Finding encoder() {
        return OpenH264Library.ofSystem()
                .map(library -> new Finding("Encoder", State.GOOD, "openh264 " + library.version() + " of this system"))
                .orElseGet(() -> new Finding("Encoder", State.NOTE, "openh264 as bundled. "
                        + (onLinux() ? "Clips are made faster with the system's: install libopenh264-7." : "")));
    }

    private static Finding card() {
        return HardwareEncoder.ofMachine()
                .map(card -> new Finding("Card", State.GOOD, card.title()
                        + " codes film here: a second of it came back right. Films use it with export --hardware."))
                .orElseGet(() -> new Finding("Card", State.NOTE,
                        "No graphics card here codes film. Everything is coded on the processor."));
    }

    private static Finding keys() {
        try (KeyDesk desk = KeyDesk.with(OwnKeys.here())) {
            List<String> held = desk.all()
                    .stream()
                    .flatMap(each -> each.from().map(from -> each.title() + " from " + from.name()).stream())
                    .toList();
            return new Finding("Keys", held.isEmpty() ? State.NOTE : State.GOOD,
                    held.isEmpty()
                            ? "None set. Everything that is made on this machine needs none."
                            : String.join(", ", held));
        }
    }

    /** Those elsewhere, as the list of a person changes them. */
    private static List<Finding> artists() {
        return ArtistDesk.trouble().map(trouble -> new Finding("Artists", State.NOTE, trouble)).stream().toList();
    }

    private static boolean onLinux() {
        return System.getProperty("os.name").equals("Linux");
    }

    enum State {
        GOOD("ok"), NOTE("note"), MISSING("missing");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    record Finding(String name, State state, String text) {}

    record Report(List<Finding> findings) {
        Report {
            findings = List.copyOf(new ArrayList<>(findings));
        }
    }
}
