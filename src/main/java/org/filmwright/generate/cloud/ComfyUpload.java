package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/** Hands a picture in at ComfyUI. It is called after what is in it: the same picture lies there once, and clashes with none. */
record ComfyUpload(Door door) {
    private static final String EDGE = "filmwright-picture-ends-here";

    /** @return what the server calls it, for a node that loads it */
    Outcome<String> handedIn(Path picture, Progress progress) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(picture);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Refused(picture + " could not be read." + ComfyRefusal.NOTHING,
                    "Put the file back, or choose another picture."));
        }
        boolean png = ReceivedPicture.starts(bytes, 0x89, 'P', 'N', 'G');
        String name = "filmwright-" + Digest.of(bytes).hex().substring(0, 32) + (png ? ".png" : ".jpg");
        progress.report(0.02, "handing in the picture");
        return switch (door.post("/upload/image", form(name, png ? "image/png" : "image/jpeg", bytes),
                "multipart/form-data; boundary=" + EDGE, progress)) {
            case Reply.Answered answered when answered.ok() -> named(Wire.read(answered.body()));
            case Reply.Answered answered -> Outcome.failed(ComfyRefusal.of(answered, "the picture"));
            case Reply.Lost(String why, boolean _) -> Outcome.failed(ComfyRefusal.broken(why));
            case Reply.Unreached(String why) -> Outcome.failed(ComfyRefusal.nobody(door, why));
        };
    }

    private static Outcome<String> named(JsonNode said) {
        String name = said.path("name").asText();
        String folder = said.path("subfolder").asText();
        return name.isBlank()
                ? Outcome.failed(ComfyRefusal.broken("what it said about the picture cannot be read"))
                : Outcome.ok(folder.isEmpty() ? name : folder + "/" + name);
    }

    /** RFC 7578. */
    private static byte[] form(String name, String type, byte[] bytes) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(part("name=\"type\"\r\n\r\ninput\r\n"));
        form.writeBytes(part("name=\"overwrite\"\r\n\r\ntrue\r\n"));
        form.writeBytes(part("name=\"image\"; filename=\"" + name + "\"\r\nContent-Type: " + type + "\r\n\r\n"));
        form.writeBytes(bytes);
        form.writeBytes(("\r\n--" + EDGE + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private static byte[] part(String rest) {
        return ("--" + EDGE + "\r\nContent-Disposition: form-data; " + rest).getBytes(StandardCharsets.US_ASCII);
    }
}
