package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Request;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/** Pictures of Gemini: one question, and the picture is in its answer. There is no job that could be asked for later. */
public final class GeminiPainter implements Elsewhere {
    static final Shop SHOP = new Shop("gemini", "Gemini", "aistudio.google.com/apikey",
            "console.cloud.google.com/billing");
    private static final long SEEDS = 0x7fff_ffffL;
    private static final Set<String> BLOCKED = Set.of("SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII",
            "RECITATION", "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION");

    private final CloudArtist artist;

    public GeminiPainter(Provider provider, Offering offering, Access access) {
        this.artist = new CloudArtist(provider, offering, access, SHOP);
    }

    @Override
    public CloudArtist artist() {
        return artist;
    }

    @Override
    public Answer start(Request request, String key, Progress progress) {
        return switch (request) {
            case Request.Image image -> artist.access()
                    .door()
                    .then(door -> Outcome.ok(asked(door, artist.seeded(image, SEEDS), progress)))
                    .orElse(Answer.Failed::new);
            case Request.Clip _ -> artist.onlyPictures();
        };
    }

    private Answer asked(Door door, Request.Image image, Progress progress) {
        progress.report(0.1, "asked");
        Reply reply = door.post("/v1beta/models/" + artist.offering().model() + ":generateContent",
                body(image).toString(), progress);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return reply instanceof Reply.Answered no ? new GeminiRefusal(SHOP, no).failed() : artist.unbought(reply);
        }
        JsonNode said = Wire.read(answered.body());
        Optional<byte[]> picture = picture(said);
        return picture.isPresent()
                ? artist.delivery()
                        .picture(picture.get(), artist.parcel(image, said.path("responseId").asText("none"), 0))
                : empty(said);
    }

    private ObjectNode body(Request.Image image) {
        JsonNode form = artist.offering().form();
        String unwanted = image.words().negative();
        ObjectNode body = Wire.object();
        body.putArray("contents")
                .addObject()
                .put("role", "user")
                .putArray("parts")
                .addObject()
                .put("text", image.prompt() + (unwanted.isEmpty() ? "" : "\nNot in the picture: " + unwanted + "."));
        ObjectNode config = body.putObject("generationConfig").put("seed", image.seed());
        config.putArray("responseModalities").add("TEXT").add("IMAGE");
        ObjectNode picture = config.putObject("imageConfig");
        picture.put(form.path("aspect").asText("aspectRatio"), Aspect.nearest(image.size(),
                form.path("aspects").valueStream().map(JsonNode::asText).toList()));
        form.path("fixed").properties().forEach(each -> picture.set(each.getKey(), each.getValue()));
        return body;
    }

    /** The first picture that is not a draft in its thoughts. */
    private static Optional<byte[]> picture(JsonNode said) {
        for (JsonNode candidate : said.path("candidates")) {
            for (JsonNode part : candidate.at("/content/parts")) {
                String data = part.at("/inlineData/data").asText();
                if (!part.path("thought").asBoolean() && !data.isEmpty()) {
                    return decoded(data);
                }
            }
        }
        return Optional.empty();
    }

    /** What is no Base64 is an empty picture, and is refused as one. */
    private static Optional<byte[]> decoded(String data) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(data));
        } catch (IllegalArgumentException e) {
            return Optional.of(new byte[0]);
        }
    }

    /** It answered, and there is no picture. */
    private Answer empty(JsonNode said) {
        String blocked = said.at("/promptFeedback/blockReason").asText();
        if (!blocked.isEmpty()) {
            return none("the prompt was blocked (" + blocked + ")");
        }
        JsonNode first = said.path("candidates").path(0);
        if (first.isMissingNode()) {
            return new Answer.Failed(SHOP.doubtful("its answer cannot be read"));
        }
        String why = first.path("finishReason").asText("no reason");
        StringBuilder words = new StringBuilder();
        first.at("/content/parts").forEach(part -> {
            if (!part.path("thought").asBoolean()) {
                words.append(part.path("text").asText());
            }
        });
        return none(BLOCKED.contains(why)
                ? "the picture was blocked (" + why + ")"
                : words.isEmpty() ? "it made none (" + why + ")" : "it answered in words: " + words);
    }

    /** Their price list is by picture, and there is none. */
    private Answer.Failed none(String why) {
        return artist.spoiled(why, Optional.empty());
    }

    @Override
    public Answer resume(Request request, String handle, Progress progress) {
        return new Answer.Failed(new Failure.Refused("Gemini has no jobs that could be asked for.",
                "Order the picture again."));
    }

    @Override
    public Trace find(String key, Instant sentAbout) {
        return SHOP.unknown(sentAbout);
    }

    @Override
    public Stop cancel(String handle) {
        return new Stop(false, artist.price(), "Gemini has no jobs to stop: it may be charged.");
    }
}
