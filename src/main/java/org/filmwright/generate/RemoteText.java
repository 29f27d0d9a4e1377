package org.filmwright.generate;

import java.time.Instant;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;

/** Somebody who writes for money. Asked only through the spend ledger, as a {@link RemoteGenerator} is. */
public interface RemoteText extends TextGenerator {
    RemoteGenerator.Terms terms(TextRequest request);

    /** Sends the request. {@link Failure.Ambiguous} says that it may have arrived. */
    TextAnswer start(TextRequest request, String key, Reader reader, Progress progress);

    /** Asks for a job. {@link Failure.Transient} says that it could not be asked; any other failure ends the job. */
    TextAnswer resume(String handle, Progress progress);

    /** What became of a purchase whose answer was lost. */
    RemoteGenerator.Trace find(String key, Instant sentAbout);

    RemoteGenerator.Stop cancel(String handle);

    /** Without the ledger nothing is bought. */
    @Override
    default TextAnswer write(TextRequest request, Reader reader, Progress progress) {
        return new TextAnswer.Failed(new Failure.Refused(describe().name()
                + " charges for what it writes, and what is spent is written down in a project. Nothing was sent.",
                "Name the project: --project FOLDER."));
    }
}
