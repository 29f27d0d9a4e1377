package org.filmwright.generate.local.runner;

import java.util.Optional;

/**
 * A device, and what the models have of it.
 *
 * @param device {@code cpu}, {@code cuda:0}
 * @param name of the card; {@code cpu} for the processor
 * @param used bytes: of a card by anybody, of the machine by the process of models
 * @param total bytes of the card; 0 for the processor
 * @param busy whether a picture is painted
 * @param out why it is not used any more; empty while it is
 */
public record Occupied(String device, String name, Standing standing, long used, long total, boolean busy,
        Optional<String> out) {}
