package org.filmwright.media;

import java.io.IOException;
import org.filmwright.base.Failure;

/** Work on a media file that failed for a reason a person can act on; the failure says which. */
public final class MediaException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public MediaException(Failure failure) {
        super(failure.what());
        this.failure = failure;
    }

    static MediaException refused(String what, String remedy) {
        return new MediaException(new Failure.Refused(what, remedy));
    }

    public Failure failure() {
        return failure;
    }
}
