package org.filmwright.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        return bytes("200 OK", List.of(), file, breaksAfter);
    }

    /** 206 that says it is this range. */
    public static ScriptedServer.Turn part(byte[] bytes, String contentRange, int breaksAfter) {
        return bytes("206 Partial Content", List.of("Content-Range: " + contentRange), bytes, breaksAfter);
    }

    private static ScriptedServer.Turn bytes(String status, List<String> headers, byte[] body, int breaksAfter) {
        return out -> {
            String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/octet-stream\r\n"
                    + "Content-Length: " + body.length + "\r\n" + String.join("\r\n", headers)
                    + (headers.isEmpty() ? "\r\n" : "\r\n\r\n");
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, Math.min(body.length, breaksAfter));
            if (breaksAfter < body.length) {
                out.flush();
                throw new IOException("cut on purpose");
            }
        };
    }
}
