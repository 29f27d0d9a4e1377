package org.filmwright;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.net.Download;
import org.filmwright.net.Egress;
import org.filmwright.net.Patience;
import org.filmwright.production.models.Claim;
import org.filmwright.production.models.Consent;
import org.filmwright.production.models.Downloads;
import org.filmwright.production.models.Licence;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Pack;
import org.filmwright.production.models.Supply;

/**
 * Brings a model pack from its server onto the shelf: its list first, then its licence, then the rest. Only the hosts that
 * the list names, and those they send on to, are switched on, and only as long as this is open.
 */
final class ModelDownload implements AutoCloseable {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60),
            Duration.ZERO);
    private static final String WHY = "model";
    /** Of the work; the rest is looking at it once more. */
    private static final double GATHERED = 0.97;

    private final ModelShelf shelf;
    private final Consumer<String> notices;
    private final Egress egress;
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** @param notices told in sentences where it goes and why it waits */
    ModelDownload(Path config, ModelShelf shelf, Consumer<String> notices) {
        this.shelf = shelf;
        this.notices = notices;
        this.egress = Gate.opened(config, Optional.empty(), address -> open.contains(place(address)));
    }

    /** @param to what it is called here; else as its list says; @param token for the host of the list, and no other */
    record Order(URI manifest, Optional<String> to, Optional<String> token, Consent consent, Beside beside) {
        Order(URI manifest, Optional<String> to, Optional<String> token, Consent consent) {
            this(manifest, to, token, consent, Beside.NOTHING);
        }
    }

    /** @param others folders with the same files, asked where the host of the list fails; @param known hears what comes */
    record Beside(List<URI> others, Supply.Known known) {
        static final Beside NOTHING = new Beside(List.of(), (name, bytes) -> {});
    }

    Outcome<Model> fetch(Order order, Progress progress) {
        allow(order.manifest());
        Download download = egress.download(new Download.Manner(this::onward,
                order.token().map(value -> new Download.Token(order.manifest(), value)), Download.Pace.USUAL,
                time -> rest(time, progress), WHY), PATIENCE);
        return download.text(order.manifest(), Pack.LONGEST, progress)
                .then(text -> Pack.read(text, "The list at " + order.manifest().getHost())
                        .then(pack -> named(order, pack).then(name -> held(order, pack, text, name, download,
                                progress))));
    }

    private Outcome<String> named(Order order, Pack pack) {
        return shelf.vacant(order.to().orElse(pack.name()))
                .then(name -> Files.exists(shelf.folder().resolve(name))
                        ? refused("There is a folder " + name + " in " + shelf.folder() + " already.",
                                "Add that one, move it away, or give another name with --to.")
                        : Outcome.ok(name));
    }

    private Outcome<Model> held(Order order, Pack pack, String manifest, String name, Download download,
            Progress progress) {
        try {
            boolean fresh = !Files.exists(shelf.downloads().folder(name));
            Optional<Claim> claim = shelf.downloads().claim(name);
            if (claim.isEmpty()) {
                return refused(name + " is being downloaded already.", "Wait until it is here.");
            }
            Outcome<Model> outcome;
            try (Claim _ = claim.get()) {
                order.beside().known().is(name, pack.bytes());
                shelf.downloads()
                        .remember(name, new Downloads.Origin(new Supply.Source(order.manifest().toString(),
                                order.beside().others().stream().map(URI::toString).toList()), manifest));
                outcome = gathered(order, pack, name, download, progress.part(0, GATHERED))
                        .then(there -> shelved(there, name, manifest, progress.part(GATHERED, 1)));
            }
            if (outcome instanceof Outcome.Ok || fresh && isDeclined(outcome)) {
                shelf.downloads().discard(name);
            }
            return outcome;
        } catch (IOException e) {
            return disk(name, e);
        }
    }

    /** What has come, and how its licence was answered. */
    private record Gathered(Path folder, Consent.Answer answer) {}

    private Outcome<Gathered> gathered(Order order, Pack pack, String name, Download download, Progress progress)
            throws IOException {
        Path folder = shelf.downloads().folder(name);
        Files.createDirectories(folder);
        prune(folder, pack);
        if (!WriterRules.isHere(order.manifest()) && sources(order, pack).stream()
                .anyMatch(
                        WriterRules::isHere)) {
            return refused("The list names a mirror on this machine, which nobody else can know.", "Ask who made it.");
        }
        List<Download.Order> files = orders(order, pack, folder);
        long missing = 0;
        for (Download.Order file : files) {
            missing += file.bytes() - file.have();
        }
        if (Files.getFileStore(folder).getUsableSpace() < missing) {
            return refused("There is no room for the " + ModelRow.words(missing) + " of " + name + " that are missing"
                    + " in " + shelf.folder() + ".", "Make room there.");
        }
        return brought(order, pack, files, new Way(name, folder, download, progress));
    }

    private record Way(String name, Path folder, Download download, Progress progress) {}

    private Outcome<Gathered> brought(Order order, Pack pack, List<Download.Order> files, Way way)
            throws IOException {
        Consent.Answer answer = Consent.Answer.LATER;
        long whole = Math.max(1, pack.bytes());
        long done = 0;
        for (Download.Order file : files) {
            Progress part = way.progress.part((double) done / whole, (double) (done + file.bytes()) / whole);
            if (way.download.fetch(file, part) instanceof Outcome.Failed<Path>(Failure failure)) {
                return Outcome.failed(failure);
            }
            done += file.bytes();
            if (pack.licence().map(way.folder::resolve).filter(file.file()::equals).isPresent()) {
                Licence licence = Licence.of(file.file());
                answer = order.consent().asked(way.name, licence);
                if (answer == Consent.Answer.NO) {
                    return Outcome.failed(Licence.unaccepted(way.name, file.addresses().getFirst().toString()));
                }
            }
        }
        return Outcome.ok(new Gathered(way.folder, answer));
    }

    /** Of a download that had not begun before, nothing is left then. */
    private static boolean isDeclined(Outcome<Model> outcome) {
        return outcome instanceof Outcome.Failed<Model>(Failure failure) && failure instanceof Failure.Ambiguous;
    }

    private Outcome<Model> shelved(Gathered there, String name, String manifest, Progress progress) {
        try {
            Files.writeString(there.folder().resolve(Pack.MANIFEST), manifest);
            return shelf.shelve(there.folder(), name, (_, _) -> there.answer(), progress);
        } catch (IOException e) {
            return disk(name, e);
        }
    }

    /** What an older list named, and this one does not. */
    private static void prune(Path folder, Pack pack) throws IOException {
        Set<Path> wanted = pack.files()
                .stream()
                .flatMap(part -> Stream.of("", ".part", ".journal").map(end -> folder.resolve(part.path() + end)))
                .collect(Collectors.toSet());
        List<Path> there;
        try (Stream<Path> all = Files.walk(folder)) {
            there = all.filter(each -> !Files.isDirectory(each) && !wanted.contains(each)).toList();
        }
        for (Path each : there) {
            Files.delete(each);
        }
    }

    private List<Download.Order> orders(Order order, Pack pack, Path folder) {
        List<URI> sources = sources(order, pack);
        sources.forEach(this::allow);
        notices.accept("Downloading " + pack.name() + ", " + ModelRow.words(pack.bytes()) + ", from "
                + sources.stream().map(URI::getHost).distinct().collect(Collectors.joining(", then ")) + ".");
        return files(sources, pack, folder);
    }

    /** Each with all its addresses, the licence first. */
    static List<Download.Order> files(List<URI> sources, Pack pack, Path folder) {
        return pack.licenceFirst()
                .stream()
                .map(part -> new Download.Order(sources.stream()
                        .map(source -> source.resolve(encoded(part.path())))
                        .toList(), folder.resolve(part.path()), part.bytes(), new Digest(part.sha256())))
                .toList();
    }

    /** Folders that hold the files: that of the list first, then what a person named, then what the list names. */
    private static List<URI> sources(Order order, Pack pack) {
        List<URI> sources = new ArrayList<>(List.of(order.manifest().resolve("./")));
        Stream.concat(order.beside().others().stream().map(URI::toString), pack.mirrors().stream())
                .map(folder -> URI.create(folder.endsWith("/") ? folder : folder + "/"))
                .forEach(sources::add);
        return sources;
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a path: " + path, e);
        }
    }

    private boolean onward(URI from, URI to) {
        if (open.add(place(to))) {
            notices.accept(from.getHost() + " sends on to " + to.getHost() + ".");
        }
        return true;
    }

    /** Wakes at once when it is stopped; whoever goes on looks whether it was. */
    private void rest(Duration time, Progress progress) {
        notices.accept("Waiting " + time.toSeconds() + " s.");
        CountDownLatch stopped = new CountDownLatch(1);
        progress.onCancel(stopped::countDown);
        try {
            if (stopped.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                progress.checkCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private void allow(URI address) {
        open.add(place(address));
    }

    private static String place(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static <T> Outcome<T> disk(String name, IOException e) {
        return Outcome.failed(new Failure.Exhausted("disk", name + " could not be written: " + e.getMessage()
                + ". What has come is kept."));
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was changed.", remedy));
    }

    @Override
    public void close() {
        egress.close();
    }
}
