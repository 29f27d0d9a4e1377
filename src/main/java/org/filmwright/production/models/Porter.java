package org.filmwright.production.models;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.filmwright.base.Cancelled;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings models onto the shelf, looks at them and carries them elsewhere, each on a thread of its own. Downloads that stopped
 * stay with it until they go on or are thrown away; tokens are held only as long as it lives, and by host.
 */
public final class Porter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Porter.class);
    private static final long LEAVING = 10;

    private final ModelShelf shelf;
    private final Supply supply;
    private final InstantSource clock;
    private final Watcher watcher;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, Carriage> all = new LinkedHashMap<>();
    private final Map<Long, Supply.Source> downloads = new LinkedHashMap<>();
    private final Map<String, Supply.Token> tokens = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("filmwright-porter-", 0).factory());

    /** Told on whichever thread it happens. */
    public interface Watcher {
        /** What there is to do stands otherwise. */
        void changed(List<Load> loads);

        /** Something came to its end, and is not among the loads any more unless it is a download that can go on. */
        void ended(Load.Ended ended);
    }

    public Porter(ModelShelf shelf, Supply supply, InstantSource clock, Watcher watcher) {
        this.shelf = shelf;
        this.supply = supply;
        this.clock = clock;
        this.watcher = watcher;
    }

    public synchronized List<Load> loads() {
        return all.values().stream().map(Carriage::load).toList();
    }

    /** Names of addresses that a person wrote down. */
    public Outcome<List<String>> names() {
        return supply.names();
    }

    /** Takes up what earlier runs left, to be gone on with. */
    public void recall() {
        for (Supply.Unfinished left : supply.unfinished()) {
            if (loads().stream().noneMatch(load -> load.name().equals(left.name()))) {
                Carriage carriage = carriage(Load.Kind.DOWNLOAD, left.name(), left.source().address());
                synchronized (this) {
                    downloads.put(carriage.load().id(), left.source());
                }
                double fraction = left.whole() == 0 ? 0 : (double) left.have() / left.whole();
                carriage.stoppedAt(new Load.Amount(fraction, left.whole()), Optional.empty());
            }
        }
    }

    /** @param token for the host of that address; empty for the one it was given before, if any */
    public void download(Supply.Source source, Optional<Supply.Token> token) {
        Carriage carriage = carriage(Load.Kind.DOWNLOAD, called(source.address()), source.address());
        synchronized (this) {
            downloads.put(carriage.load().id(), source);
            token.ifPresent(value -> tokens.put(host(source.address()), value));
        }
        bring(carriage, source, Optional.empty());
    }

    /** Takes in a folder or a zip. */
    public void take(Path chosen) {
        Carriage carriage = carriage(Load.Kind.IMPORT, String.valueOf(chosen.getFileName()), chosen.toString());
        start(carriage, progress -> shelf.add(chosen, Optional.empty(), (_, licence) -> carriage.asked(licence),
                progress));
    }

    public void check(Model model) {
        Carriage carriage = carriage(Load.Kind.CHECK, model.name(), model.folder().toString());
        carriage.known(model.name(), model.bytes());
        start(carriage, progress -> shelf.verify(model, progress));
    }

    public void move(Model model, Path into) {
        Carriage carriage = carriage(Load.Kind.MOVE, model.name(), into.toString());
        carriage.known(model.name(), 2 * model.bytes());
        start(carriage, progress -> shelf.move(model, into, progress));
    }

    public void answer(long id, Consent.Answer answer) {
        find(id).ifPresent(carriage -> carriage.answer(answer));
    }

    /** A download keeps what has come; other work leaves nothing behind. */
    public void stop(long id) {
        find(id).ifPresent(Carriage::stop);
    }

    /** Where a download comes from. */
    public synchronized Optional<Supply.Source> source(long id) {
        return Optional.ofNullable(downloads.get(id));
    }

    public void goOn(long id, Optional<Supply.Token> token) {
        find(id).filter(carriage -> carriage.load().state() instanceof Load.Stopped).ifPresent(carriage -> {
            Supply.Source source;
            synchronized (this) {
                source = downloads.get(id);
                token.ifPresent(value -> tokens.put(host(source.address()), value));
            }
            String name = carriage.load().name();
            bring(carriage, source, Optional.of(name)
                    .filter(known -> shelf.downloads().unfinished().contains(known)));
        });
    }

    /** Stops a download and throws away what has come of it; other work is only stopped. */
    public void drop(long id) {
        find(id).ifPresent(carriage -> {
            if (carriage.drop()) {
                threads.execute(() -> discard(carriage));
            } else {
                carriage.stop();
            }
        });
    }

    private void discard(Carriage carriage) {
        Load load = carriage.load();
        leave(load.id());
        boolean begun = shelf.downloads().unfinished().contains(load.name());
        if (begun && shelf.downloads().discard(load.name()) instanceof Outcome.Failed<String>(Failure failure)) {
            watcher.ended(new Load.Ended(load, Outcome.failed(failure)));
        }
    }

    private synchronized Optional<Carriage> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    private Carriage carriage(Load.Kind kind, String name, String from) {
        Carriage carriage = new Carriage(ids.incrementAndGet(), kind, name, from, clock, this::tell);
        synchronized (this) {
            all.put(carriage.load().id(), carriage);
        }
        tell();
        return carriage;
    }

    private void bring(Carriage carriage, Supply.Source source, Optional<String> name) {
        Optional<Supply.Token> token;
        synchronized (this) {
            token = Optional.ofNullable(tokens.get(host(source.address())));
        }
        start(carriage, progress -> supply.bring(new Supply.Order(source, name, token,
                (_, licence) -> carriage.asked(licence), carriage::known), progress));
    }

    private void start(Carriage carriage, Function<Progress, Outcome<Model>> work) {
        Progress progress = carriage.begin();
        threads.execute(() -> {
            try {
                ended(carriage, work.apply(progress));
            } catch (Cancelled stopped) {
                halted(carriage);
            } catch (RuntimeException unforeseen) {
                LOG.error("Work about a model failed.", unforeseen);
                ended(carriage, Outcome.failed(new Failure.Bug("models", "Something happened that was not foreseen: "
                        + unforeseen + ". What has come is kept.")));
            }
        });
    }

    private void halted(Carriage carriage) {
        if (carriage.load().kind() == Load.Kind.DOWNLOAD && !carriage.isUnwanted()) {
            carriage.stopped(Optional.empty());
        } else if (carriage.load().kind() == Load.Kind.DOWNLOAD) {
            discard(carriage);
        } else {
            leave(carriage.load().id());
        }
    }

    private void ended(Carriage carriage, Outcome<Model> outcome) {
        Load load = carriage.load();
        boolean kept = !carriage.isUnwanted() && load.kind() == Load.Kind.DOWNLOAD
                && outcome instanceof Outcome.Failed<Model>(Failure failure)
                && !(failure instanceof Failure.Ambiguous);
        if (kept && outcome instanceof Outcome.Failed<Model>(Failure failure)) {
            carriage.stopped(Optional.of(failure));
        } else {
            leave(load.id());
        }
        watcher.ended(new Load.Ended(carriage.load(), outcome));
    }

    private void leave(long id) {
        synchronized (this) {
            all.remove(id);
            downloads.remove(id);
        }
        tell();
    }

    private void tell() {
        watcher.changed(loads());
    }

    /** Of an address its host; a name of the list is its own. */
    private static String host(String address) {
        String host = address.replaceFirst("^\\w+://", "").replaceFirst("[/?#].*$", "");
        return address.contains("://") ? address.replaceFirst("://.*$", "://") + host : address;
    }

    private static String called(String address) {
        return address.contains("://") ? host(address).replaceFirst("^.*//", "") : address;
    }

    /** Stops everything and waits a moment for it; downloads go on where they were. */
    @Override
    public void close() {
        List<Carriage> going;
        synchronized (this) {
            going = List.copyOf(all.values());
        }
        going.forEach(Carriage::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LEAVING, TimeUnit.SECONDS)) {
                LOG.warn("Work about models did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
