package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.generate.RemoteGenerator;

/**
 * Somebody who makes pictures or clips for money.
 *
 * @param address of the API; @param uploads where pictures are handed in, where that is another place
 * @param files hosts, with all below them, from which results may be fetched
 * @param silence how long it may say nothing before it is given up
 * @param limits so many jobs at once, and so many in a while
 */
public record Provider(String id, String title, URI address, Optional<URI> uploads, List<String> files,
        Duration silence, RemoteGenerator.Limits limits) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    public Provider {
        files = List.copyOf(files);
        requireSafe(id, address);
        uploads.ifPresent(each -> requireSafe(id, each));
    }

    static Provider of(JsonNode json, Optional<Provider> before) {
        String id = text(json, "id", before.map(Provider::id));
        RemoteGenerator.Limits usual = before.map(Provider::limits)
                .orElse(new RemoteGenerator.Limits(2, 60, Duration.ofMinutes(1)));
        List<String> files = json.has("files")
                ? json.path("files").valueStream().map(JsonNode::asText).toList()
                : before.map(Provider::files).orElse(List.of());
        Optional<URI> uploads = json.has("uploads")
                ? Optional.of(URI.create(json.path("uploads").asText()))
                : before.flatMap(Provider::uploads);
        return new Provider(id, text(json, "title", before.map(Provider::title)),
                URI.create(text(json, "address", before.map(each -> each.address.toString()))), uploads, files,
                Duration.ofSeconds(most(json.path("silence")
                        .asInt(before.map(each -> (int) each.silence.toSeconds()).orElse(30)), 3600)),
                new RemoteGenerator.Limits(most(json.path("atOnce").asInt(usual.atOnce()), 64),
                        most(json.path("starts").asInt(usual.starts()), 100_000),
                        Duration.ofSeconds(most(json.path("seconds").asInt((int) usual.per().toSeconds()), 86_400))));
    }

    private static int most(int given, int most) {
        if (given < 1 || given > most) {
            throw new IllegalArgumentException("A limit is 1 to " + most + ", not " + given + ".");
        }
        return given;
    }

    static String text(JsonNode json, String field, Optional<String> otherwise) {
        String text = json.path(field).asText(otherwise.orElse(""));
        if (text.isBlank()) {
            throw new IllegalArgumentException("'" + field + "' is missing.");
        }
        return text;
    }

    /** Whether it wants a key: one's own server at home does not. */
    public boolean keyed() {
        return isKeyed(id);
    }

    private static boolean isKeyed(String id) {
        return !id.equals(ComfyPainter.ID);
    }

    /** A key travels safely or not at all. */
    private static void requireSafe(String id, URI address) {
        boolean whole = address.getHost() != null && address.getRawUserInfo() == null && address.getRawQuery() == null;
        boolean plain = "http".equals(address.getScheme()) && (HERE.contains(address.getHost()) || !isKeyed(id));
        if (!whole || !"https".equals(address.getScheme()) && !plain) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address that a key could be sent to: use https.");
        }
    }

    /** How it wants its key. */
    public Map<String, String> headers(String key) {
        return switch (id) {
            case "gemini" -> Map.of("x-goog-api-key", key);
            case "fal" -> Map.of("Authorization", "Key " + key);
            default -> Map.of("Authorization", "Bearer " + key);
        };
    }

    /** Whether something of this provider may lie there: its own address, or one of its hosts for files, encrypted. */
    public boolean owns(URI there) {
        if (there.getHost() == null || there.getRawUserInfo() != null) {
            return false;
        }
        String host = there.getHost().toLowerCase(Locale.ROOT);
        boolean file = "https".equals(there.getScheme()) && there.getPort() < 0
                && files.stream().anyMatch(each -> host.equals(each) || host.endsWith("." + each));
        return file || same(address, there) || uploads.filter(each -> same(each, there)).isPresent();
    }

    private static boolean same(URI one, URI other) {
        return one.getScheme().equals(other.getScheme())
                && one.getRawAuthority().equalsIgnoreCase(other.getRawAuthority());
    }
}
