package org.filmwright;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.engine.EngineListener;
import org.filmwright.images.Freed;
import org.filmwright.images.Preview;
import org.filmwright.media.OutsidePicture;
import org.filmwright.media.OutsideSound;
import org.filmwright.media.Peaks;
import org.filmwright.media.PreviewFiles;
import org.filmwright.media.ProxyFiles;
import org.filmwright.media.SoundTime;
import org.filmwright.production.Vault;
import org.filmwright.store.ProjectFolder;
import org.filmwright.timeline.Recording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The media of a project, and the smaller copies of its pictures, which one thread behind everybody makes. */
final class ProjectVault implements Vault {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectVault.class);

    /** Ends by itself when there is nothing to do. */
    private final ExecutorService previewing = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform()
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .name("previews")
                    .factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private final ProjectFolder folder;
    private final PreviewFiles previews;
    private final ProxyFiles proxies;
    private final ProxyMaker maker;
    private final boolean preparing;

    /** @param preparing whether copies are made before anybody asks for them; then it is to be closed */
    ProjectVault(ProjectFolder folder, boolean preparing) {
        this.folder = folder;
        this.preparing = preparing;
        previews = new PreviewFiles(folder.root().resolve("cache"));
        proxies = new ProxyFiles(folder.root().resolve("cache"));
        maker = new ProxyMaker(proxies);
    }

    @Override
    public Outcome<MediaRef> publish(Path staged, String extension) {
        return folder.vault().publish(staged, extension);
    }

    @Override
    public Outcome<MediaRef> adopt(Path picture) {
        return OutsidePicture.copied(picture, folder.staging())
                .then(copy -> folder.vault().publish(copy.file(), copy.extension()));
    }

    @Override
    public Outcome<Recording> adoptSound(Path sound) {
        return OutsideSound.copied(sound, folder.staging(), Progress.NONE)
                .then(copy -> published(copy).then(media -> {
                    outlined(media, copy.peaks());
                    return Outcome.ok(new Recording(media, sound.getFileName().toString().replaceFirst("\\.[^.]+$", ""),
                            SoundTime.seconds(copy.peaks().samples())));
                }));
    }

    /** Published, the copy is gone already. */
    private Outcome<MediaRef> published(OutsideSound copy) {
        try {
            return folder.vault().publish(copy.file(), copy.extension());
        } finally {
            if (!copy.file().toFile().delete()) {
                LOG.debug("Nothing is left of {}.", copy.file());
            }
        }
    }

    /** It was decoded anyway; where its outline cannot be kept now, it is made again when somebody looks. */
    private void outlined(MediaRef media, Peaks peaks) {
        try {
            peaks.write(derived(media, Peaks.DERIVED));
        } catch (IOException e) {
            LOG.warn("The outline of {} could not be kept.", media.path(), e);
        }
    }

    @Override
    public Freed inTheTrash(Instant before) {
        return folder.inTheTrash(before);
    }

    @Override
    public Outcome<Freed> emptyTrash(Instant before) {
        return folder.emptyTrash(before);
    }

    @Override
    public Path file(MediaRef media) {
        return folder.vault().file(media);
    }

    @Override
    public Path preview(MediaRef media, Preview size) {
        return previews.of(media, file(media), size.width());
    }

    @Override
    public Path derived(MediaRef media, String what) {
        return folder.root().resolve("cache").resolve("derived").resolve(media.digest().hex() + "." + what);
    }

    @Override
    public Optional<Path> proxy(MediaRef clip) {
        return proxies.find(clip);
    }

    @Override
    public void wanted(MediaRef clip) {
        if (preparing) {
            maker.make(clip, file(clip));
        }
    }

    /** Who has to hear of the work of others, so as not to be in their way. */
    EngineListener background() {
        return maker;
    }

    @Override
    public Path unfinished() {
        return folder.root().resolve("cache").resolve("films");
    }

    /** Lets the copies rest that nobody has asked for yet, and waits for the one that is being made. */
    void close() {
        maker.close();
        previewing.shutdownNow();
        try {
            if (!previewing.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A preview did not get finished in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void arrived(MediaRef media) {
        if (preparing) {
            previewing.execute(() -> {
                for (Preview size : Preview.values()) {
                    preview(media, size);
                }
            });
        }
    }
}
