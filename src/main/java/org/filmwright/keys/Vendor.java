package org.filmwright.keys;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who charges, and whose key may stand in the environment.
 *
 * @param id as on the command line @param variables as the vendor names them; the first that is set counts
 */
public record Vendor(String id, String title, List<String> variables) {
    /** Whom this program can pay. */
    public static final List<Vendor> KNOWN = List.of(
            new Vendor("anthropic", "Anthropic", List.of("ANTHROPIC_API_KEY")),
            new Vendor("replicate", "Replicate", List.of("REPLICATE_API_TOKEN")),
            new Vendor("gemini", "Google Gemini", List.of("GEMINI_API_KEY", "GOOGLE_API_KEY")),
            new Vendor("fal", "fal", List.of("FAL_KEY")));

    public static Optional<Vendor> find(String id) {
        return KNOWN.stream().filter(each -> each.id.equals(id)).findFirst();
    }
}
