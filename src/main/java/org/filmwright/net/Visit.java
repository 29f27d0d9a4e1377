package org.filmwright.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import okhttp3.Response;

/** An answer while it is read. It is written down when it closes: how much came, and how it ended. */
final class Visit implements AutoCloseable {
    private final Response response;
    private final InputStream body;
    private final BiConsumer<Long, String> end;
    private long bytes;
    private boolean lost;

    /** @param end told of the bytes that were read, and of the status or that it was lost */
    Visit(Response response, BiConsumer<Long, String> end) {
        this.response = response;
        this.body = response.body().byteStream();
        this.end = end;
    }

    int status() {
        return response.code();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(response.header(name));
    }

    /** Bytes that the body says it has. */
    OptionalLong length() {
        return header("Content-Length").filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    boolean isPage() {
        return header("Content-Type").filter(type -> type.toLowerCase(java.util.Locale.ROOT).startsWith("text/html"))
                .isPresent();
    }

    /** @return how many, negative at the end; @throws IOException where the connection broke */
    int read(byte[] into, int most) throws IOException {
        try {
            int some = body.read(into, 0, most);
            bytes += Math.max(0, some);
            return some;
        } catch (IOException e) {
            lost = true;
            throw e;
        }
    }

    @Override
    public void close() {
        response.close();
        end.accept(bytes, lost ? "lost" : Integer.toString(response.code()));
    }
}
