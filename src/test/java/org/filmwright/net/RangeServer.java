package org.filmwright.net;

import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;

/**
 * Answers for a server that holds files: ranges as they are asked for, and what goes wrong with them. It does not say that it
 * closes the connection after each, as old servers do not.
 */
public final class RangeServer {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private RangeServer() {}

    /** A server that answers so, once its script has ended. */
    public static ScriptedServer answering(Function<ScriptedServer.Asked, ScriptedServer.Turn> answers,
            ScriptedServer.Turn... script) {
        return new ScriptedServer(answers, script);
    }

    /** The range that was asked for, else the whole. */
    public static ScriptedServer.Turn serves(byte[] file, ScriptedServer.Asked asked) {
        return serves(file, asked, Integer.MAX_VALUE);
    }

    /** Breaks off after so many bytes of the range. */
    public static ScriptedServer.Turn serves(byte[] file, ScriptedServer.Asked asked, int breaksAfter) {
        Matcher range = RANGE.matcher(asked.headers().getOrDefault("range", ""));
        if (!range.matches()) {
            return whole(file, breaksAfter);
        }
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2)) + 1;
        return part(Arrays.copyOfRange(file, from, to), "bytes " + from + "-" + (to - 1) + "/" + file.length,
                breaksAfter);
    }

    /** 200. */
    public static ScriptedServer.Turn whole(byte[] file, int breaksAfter) {
        return () -> bytes(file, breaksAfter).build();
    }

    /** 206 that says it is this range. */
    public static ScriptedServer.Turn part(byte[] bytes, String contentRange, int breaksAfter) {
        return () -> bytes(bytes, breaksAfter).status("HTTP/1.1 206 Partial Content")
                .addHeader("Content-Range", contentRange)
                .build();
    }

    private static MockResponse.Builder bytes(byte[] body, int breaksAfter) {
        return new MockResponse.Builder().addHeader("Content-Type", "application/octet-stream")
                .body(new Buffer().write(body, 0, Math.min(body.length, breaksAfter)))
                .setHeader("Content-Length", body.length)
                .onResponseEnd(new SocketEffect.CloseSocket());
    }
}
