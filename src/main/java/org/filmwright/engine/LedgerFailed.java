package org.filmwright.engine;

import org.filmwright.base.Failure;

/** The project cannot be written any more: disk full, disk gone. Nothing after it can be done. */
public final class LedgerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    public LedgerFailed(Failure failure, Throwable cause) {
        super(failure.what(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
