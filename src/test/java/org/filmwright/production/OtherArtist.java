package org.filmwright.production;

import java.time.InstantSource;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.generate.draft.DraftGenerator;

/** A model of this machine that draws as the storyboard artist does; for tests. */
final class OtherArtist implements Generator {
    static final String NAME = Artists.local("other");

    private final Generator draft = new DraftGenerator(InstantSource.system());

    @Override
    public Descriptor describe() {
        return new Descriptor(NAME, "other", "1", "gpu");
    }

    @Override
    public Answer start(Request request, Progress progress) {
        return draft.start(request, progress);
    }

    @Override
    public Answer resume(String handle, Progress progress) {
        return draft.resume(handle, progress);
    }

    @Override
    public void close() {
        draft.close();
    }
}
