package org.filmwright.generate.cloud;

import java.util.Optional;

/**
 * A model somewhere else.
 *
 * @param contextTokens what it reads and writes together
 * @param prices absent where nobody knows them: then a person has to agree to each purchase
 */
public record RemoteModel(String name, int contextTokens, Optional<Prices> prices) {}
