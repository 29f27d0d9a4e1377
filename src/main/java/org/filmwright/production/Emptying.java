package org.filmwright.production;

import java.time.Instant;
import org.filmwright.images.Freed;

/** What lies in the trash, as a person was told it. @param asOf what was put there later is not meant */
public record Emptying(Freed freed, Instant asOf) {}
