package org.filmwright.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.clips.Checked;
import org.filmwright.clips.ClipTake;
import org.filmwright.engine.RunId;
import org.filmwright.export.FilmFrames;
import org.filmwright.history.Change;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Preview;
import org.filmwright.production.Artists;
import org.filmwright.production.Editor;
import org.filmwright.production.Crew;
import org.filmwright.production.Edits;
import org.filmwright.production.Export;
import org.filmwright.production.Filmers;
import org.filmwright.production.Project;
import org.filmwright.production.Recovery;
import org.filmwright.production.Snapshot;
import org.filmwright.production.Spending;
import org.filmwright.production.Storage;
import org.filmwright.production.Workflows;
import org.filmwright.production.sense.Senses;
import org.filmwright.review.Decision;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.media.OutsideSound;
import org.filmwright.media.SoundTime;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Recording;
import org.filmwright.timeline.Subtitle;
import org.filmwright.timeline.Transition;

/** A project in memory, whose folder need not exist, with pictures on disk; decisions are kept, and listeners hear of them at once. */
public final class SampleProject implements Project {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int TAKES = 3;

    /** Pictures are painted once for all tests. */
    private static final Path PICTURES = Path.of("target", "sample-pictures");

    private static final Path FOLDER = Path.of("Night Ferry.filmwright");

    private final SampleQueue jobs;
    private Optional<Recovery> recovery = Optional.empty();
    private List<String> news = List.of();
    private Artists artists = Artists.NONE;
    private Filmers filmers = Filmers.NONE;
    private Senses senses = Senses.NONE;
    private final SampleSpending spending = new SampleSpending();
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private Snapshot snapshot;
    private final Set<MediaRef> away = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch slow = new CountDownLatch(0);
    private boolean closed;
    private volatile Path root = PICTURES;
    private final SampleEditor editor = new SampleEditor(this::snapshot, this::changed);
    private final SampleLightTable lightTable = new SampleLightTable(editor);
    private final SampleCamerawork camerawork = new SampleCamerawork(this);
    private final SampleCrew crew = new SampleCrew();
    private final SampleWorkflows workflows = new SampleWorkflows();

    private SampleProject(Snapshot snapshot, SampleQueue jobs) {
        this.jobs = jobs;
        this.snapshot = snapshot;
    }

    /** Everything there: script, three takes a shot, most of them decided, a cut. */
    public static SampleProject whole() {
        return whole(SampleQueue.busy());
    }

    public static SampleProject whole(SampleQueue jobs) {
        return whole(FOLDER, jobs);
    }

    /** The same film in another folder. */
    static SampleProject elsewhere() {
        return whole(Path.of("Day Ferry.filmwright"), SampleQueue.busy());
    }

    private static SampleProject whole(Path folder, SampleQueue jobs) {
        ShotPlan plan = SampleFilm.plan();
        Map<ShotId, List<ImageTake>> takes = takes(plan);
        Map<TakeId, Verdict> verdicts = new HashMap<>();
        plan.shots().subList(0, 5).forEach(shot -> decide(verdicts, takes.get(shot.id())));
        verdict(verdicts, takes.get(plan.shots().get(5).id()).getFirst(), Ruling.REJECTED,
                "The scarf is the wrong colour.");
        verdict(verdicts, takes.get(plan.shots().get(6).id()).getFirst(), Ruling.CHANGES,
                "Show both names on the ticket.");
        Map<ShotId, ClipTake> clips = new HashMap<>();
        plan.shots().forEach(shot -> clips.put(shot.id(), clip(shot, takes.get(shot.id()).get(1))));
        return new SampleProject(new Snapshot(folder, Optional.of(SampleFilm.script()), takes, verdicts, clips,
                Optional.of(cut(plan, clips)), new Snapshot.Jobs(2, 1, 0, 40)), jobs);
    }

    /** A screenplay and its plan, no pictures yet. */
    public static SampleProject planned() {
        return planned(SampleQueue.of(0));
    }

    static SampleProject planned(SampleQueue jobs) {
        return new SampleProject(new Snapshot(FOLDER, Optional.of(SampleFilm.script()), Map.of(), Map.of(), Map
                .of(), Optional.empty(), new Snapshot.Jobs(0, 0, 0, 0)), jobs);
    }

    /** The screenplay of a long film and its plan, no pictures yet. */
    public static SampleProject feature() {
        return new SampleProject(new Snapshot(FOLDER, Optional.of(SampleFeature.script()), Map.of(), Map.of(), Map.of(),
                Optional.empty(), new Snapshot.Jobs(0, 0, 0, 0)), SampleQueue.of(0));
    }

    /** A new project, in which nothing is written yet. */
    public static SampleProject unwritten() {
        return new SampleProject(new Snapshot(FOLDER, Optional.empty(), Map.of(), Map.of(), Map.of(), Optional.empty(),
                new Snapshot.Jobs(0, 0, 0, 0)), SampleQueue.of(0));
    }

    /** Number of the scene that was last asked to be broken down; 0 for none. */
    int refreshed() {
        return editor.refreshed();
    }

    @Override
    public Artists artists() {
        return artists;
    }

    /** As if these could draw here, and the first had drawn what is there. */
    public SampleProject drawnBy(String... ids) {
        artists = new Artists(List.of(ids), Optional.of(ids[0]));
        return this;
    }

    /** As if these could draw here, and one of them took that much for a picture; nobody knows where it is empty. */
    public SampleProject charging(String id, Optional<Money> price) {
        artists = new Artists(artists.here(), artists.last(),
                Map.of(id, new Artists.Tariff(price, Optional.of(LocalDate.of(2026, 5, 1)))));
        return this;
    }

    /** As if these could film here, the first had filmed what is there, and the others took that much for a clip. */
    public SampleProject filmedBy(Optional<Money> price, String... ids) {
        Map<String, Artists.Tariff> tariffs = new HashMap<>();
        Stream.of(ids).skip(1).forEach(id -> tariffs.put(id, new Artists.Tariff(price, Optional.empty())));
        filmers = new Filmers(List.of(ids), Optional.of(ids[0]), tariffs);
        return this;
    }

    @Override
    public Filmers filmers() {
        return filmers;
    }

    /** As if that model had been taken away since. */
    public SampleProject without(String id) {
        artists = new Artists(artists.here().stream().filter(each -> !each.equals(id)).toList(), artists.last());
        return this;
    }

    /** As if nobody had drawn yet, and these could. */
    public SampleProject drawable(String... ids) {
        artists = new Artists(List.of(ids), Optional.empty());
        return this;
    }

    @Override
    public Senses senses() {
        return senses;
    }

    /** As if there were models that know what sentences and pictures say. */
    public SampleProject sensing(Senses models) {
        senses = models;
        return this;
    }

    @Override
    public Optional<Workflows> workflows() {
        return Optional.of(workflows);
    }

    public SampleWorkflows begun() {
        return workflows;
    }

    @Override
    public Optional<Crew> crew() {
        return Optional.of(crew);
    }

    public SampleCrew sampleCrew() {
        return crew;
    }

    @Override
    public synchronized Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public Subscription listen(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Outcome<Change> decide(List<TakeId> takes, Decision decision) {
        return editor.decide(takes, decision);
    }

    /** So many jobs run from now on. */
    public void works(int running) {
        Snapshot now = snapshot();
        changed(new Snapshot(now.folder(), now.script(), now.takes(), now.verdicts(), now.clips(), now.cut(),
                new Snapshot.Jobs(0, running, 0, 0), now.edits()));
    }

    /** Puts another snapshot in the place of this one. */
    private void changed(Snapshot newer) {
        synchronized (this) {
            snapshot = newer;
        }
        listeners.forEach(listener -> listener.accept(newer));
    }

    public SampleSpending spent() {
        return spending;
    }

    /** What was wanted for others, oldest first. */
    public final List<Export> exports = new CopyOnWriteArrayList<>();

    @Override
    public Outcome<RunId> export(Export wanted) {
        exports.add(wanted);
        return Outcome.ok(new RunId("export-" + exports.size()));
    }

    @Override
    public SampleQueue jobs() {
        return jobs;
    }

    /** The same, as after an unclean end. */
    public SampleProject recovered(int stopped) {
        recovery = Optional.of(new Recovery(NOON, stopped));
        return this;
    }

    @Override
    public List<String> news() {
        return news;
    }

    /** As if this had been found when it was opened. */
    SampleProject mended(String sentence) {
        news = List.of(sentence);
        return this;
    }

    @Override
    public Optional<Recovery> recovery() {
        return recovery;
    }

    @Override
    public Spending spending() {
        return spending;
    }

    @Override
    public Storage storage() {
        return new Storage(root.toAbsolutePath());
    }

    /** From now on its folder is there, as when a disk was taken away. */
    void moved(Path folder) {
        root = folder;
    }

    /** Takes that went for good when the trash was emptied. */
    public Set<TakeId> gone() {
        return editor.gone();
    }

    @Override
    public Editor editor() {
        return editor;
    }

    @Override
    public SampleCamerawork camerawork() {
        return camerawork;
    }

    /** As if the clip of a shot had come out like that. */
    public SampleProject measured(ShotId shot, Checked checked) {
        Map<ShotId, ClipTake> clips = new HashMap<>(snapshot.clips());
        ClipTake was = clips.get(shot);
        clips.put(shot, new ClipTake(was.id(), was.shot(), was.image(), was.media(), was.brief(), was.frames(), was
                .direction(), Optional.of(checked)));
        changed(new Snapshot(snapshot.folder(), snapshot.script(), snapshot.takes(), snapshot.verdicts(), clips,
                snapshot.cut(), snapshot.jobs(), snapshot.edits()));
        return this;
    }

    @Override
    public SampleLightTable lightTable() {
        return lightTable;
    }

    /** From now on a take is bought for so much. */
    public void sell(Money price) {
        pace(new Edits.Pace(new Edits.Effort(2, Optional.of(price)), Edits.Pace.UNKNOWN.clip(), 1, true));
    }

    /** From now on it is known how fast everybody is here. */
    public void pace(Edits.Pace pace) {
        Snapshot now = snapshot();
        Edits edits = now.edits();
        changed(new Snapshot(now.folder(), now.script(), now.takes(), now.verdicts(), now.clips(), now.cut(), now
                .jobs(),
                new Edits(edits.undo(), edits.redo(), edits.stale(), pace, edits.saved(), edits.revision(),
                        edits.trash(), edits.notes(), edits.declined())));
    }

    /** From now on nobody finds the file of that take, as when a disk is taken away; @param lost whether it is away */
    public void lose(TakeId take, boolean lost) {
        MediaRef media = snapshot().takes()
                .values()
                .stream()
                .flatMap(List::stream)
                .filter(each -> each.id().equals(take))
                .findFirst()
                .orElseThrow()
                .media();
        if (lost) {
            away.add(media);
        } else {
            away.remove(media);
        }
    }

    /** From now on pictures take until the answer is run. */
    public Runnable slow() {
        CountDownLatch gate = new CountDownLatch(1);
        slow = gate;
        return gate::countDown;
    }

    @Override
    public Path preview(MediaRef media, Preview size) {
        try {
            slow.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return file(media);
    }

    @Override
    public Path file(MediaRef media) {
        if (away.contains(media)) {
            return PICTURES.resolve("away").resolve(media.path());
        }
        return PICTURES.resolve(media.path());
    }

    @Override
    public Outcome<Recording> record(Path sound) {
        return OutsideSound.copied(sound, PICTURES, Progress.NONE).then(copy -> {
            try {
                MediaRef media = new MediaRef(Digest.ofFile(copy.file()), copy.extension());
                Files.createDirectories(PICTURES.resolve(media.path()).getParent());
                Files.move(copy.file(), PICTURES.resolve(media.path()), StandardCopyOption.REPLACE_EXISTING);
                return Outcome.ok(new Recording(media, sound.getFileName().toString().replaceFirst("\\.[^.]+$", ""),
                        SoundTime.seconds(copy.peaks().samples())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Makes the file of a sound, or of anything else, be gone. */
    public void lose(MediaRef media) {
        away.add(media);
    }

    @Override
    public Outcome<FilmFrames> play(int maxWidth) {
        return Outcome.ok(new SampleFrames(snapshot(), this::file, Math.min(960, maxWidth)));
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    private static Map<ShotId, List<ImageTake>> takes(ShotPlan plan) {
        Map<ShotId, List<ImageTake>> takes = new HashMap<>();
        for (Shot shot : plan.shots()) {
            List<ImageTake> ofShot = new ArrayList<>();
            for (int number = 1; number <= TAKES; number++) {
                MediaRef media = new MediaRef(Digest.of(shot.label() + number), "png");
                Path file = PICTURES.resolve(media.path());
                if (!Files.exists(file)) {
                    SamplePictures.write(file, shot, number);
                }
                ofShot.add(new ImageTake(new TakeId(shot.label() + "-take-" + number), shot.id(), number, media,
                        ImageBrief.of(plan, shot).digest(), new ImageTake.Origin("draft", 184_220_900L + number),
                        Region.WHOLE));
            }
            takes.put(shot.id(), ofShot);
        }
        return takes;
    }

    private static void decide(Map<TakeId, Verdict> verdicts, List<ImageTake> takes) {
        verdict(verdicts, takes.get(0), Ruling.REJECTED, "Softer than take 2.");
        verdict(verdicts, takes.get(1), Ruling.APPROVED, "Sharpest of 3; the subject lies inside the safe area.");
    }

    private static void verdict(Map<TakeId, Verdict> verdicts, ImageTake take, Ruling ruling, String reason) {
        verdicts.put(take.id(), new Verdict(take.id(), take.shot(), ruling, reason, "best take", NOON));
    }

    private static ClipTake clip(Shot shot, ImageTake image) {
        return new ClipTake(new ClipId("clip-" + shot.label()), shot.id(), image.id(), image.media(), image.brief(),
                FrameRate.FILM.frames(shot.seconds()));
    }

    private static Cut cut(ShotPlan plan, Map<ShotId, ClipTake> clips) {
        List<Item> items = new ArrayList<>();
        items.add(new Item.Title(List.of("NIGHT FERRY", "Written by The Filmwright Project"), 60));
        plan.shots()
                .forEach(shot -> items.add(new Item.Clip(shot.id(), clips.get(shot.id()).id(), clips.get(shot.id())
                        .media(), shot.label(), clips.get(shot.id()).frames())));
        int lineC = items.subList(0, 6).stream().mapToInt(Item::frames).sum();
        int lineE = items.subList(0, 8).stream().mapToInt(Item::frames).sum();
        return new Cut("Night Ferry", FrameRate.FILM, FrameSize.HD, items, List.of(new Transition(4, 6, 6),
                new Transition(9, 12, 12)),
                List.of(new Subtitle(lineC + 4, lineC + 60, "Who crossed you out?"),
                        new Subtitle(lineE + 4, lineE + 70, "Somebody has to mind the light.")));
    }
}
