package org.filmwright.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One request to a shop over HTTP/1.1, and the way back to whoever asked; a connection is used once. */
record ShopPeer(String method, String path, String host, byte[] body, OutputStream out) {
    private static final JsonMapper JSON = new JsonMapper();

    static ShopPeer read(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        String[] first = line(in).split(" ");
        if (first.length < 2) {
            throw new IOException("Nobody asked anything.");
        }
        int length = 0;
        String host = "";
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String[] parts = header.split(":", 2);
            switch (parts[0].toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(parts[1].strip());
                case "host" -> host = parts[1].strip();
                default -> {
                }
            }
        }
        return new ShopPeer(first[0], first[1], host, in.readNBytes(length), socket.getOutputStream());
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    JsonNode json() throws IOException {
        return JSON.readTree(body);
    }

    void say(int status, JsonNode answer) throws IOException {
        say(status, "application/json", answer.toString().getBytes(StandardCharsets.UTF_8), () -> {});
    }

    /** What happens when half of an answer is out. */
    interface Halfway {
        void reached() throws IOException;
    }

    void say(int status, String type, byte[] bytes, Halfway halfway) throws IOException {
        String head = "HTTP/1.1 " + status + " Drill\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length
                + "\r\nConnection: close\r\n" + (status == 429 ? "retry-after: 0\r\n" : "") + "\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
        halfway.reached();
        out.write(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
        out.flush();
    }
}
