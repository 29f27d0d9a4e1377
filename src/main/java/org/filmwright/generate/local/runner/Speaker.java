package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says one thing after the other, whole lines only, from any thread. */
final class Speaker {
    private static final Logger LOG = LoggerFactory.getLogger(Speaker.class);
    private final OutputStream out;

    Speaker(OutputStream out) {
        this.out = out;
    }

    /** Nobody listens any more where this fails; whoever reads the other direction learns that as well. */
    synchronized void say(Object record) {
        try {
            out.write(Protocol.line(record).getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            LOG.debug("Nobody listens.", e);
        }
    }
}
