package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts processes of models. */
@FunctionalInterface
public interface Starter {
    Child start() throws IOException;

    /** Such a process, seen from the studio. */
    interface Child {
        /** What it reads. Closed, it ends by itself. */
        OutputStream requests();

        /** What it says. */
        InputStream answers();

        /** Where it, its virtual machine and native code complain. */
        InputStream errors();

        long pid();

        /** Its exit code once it has ended; empty when it takes longer. */
        Optional<Integer> exit(long time, TimeUnit unit);

        /** Ends it and whatever it started, without asking. What it left in temporary folders is gone then. */
        void kill();
    }
}
