package org.filmwright.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * A shop for pictures, for drills: a process of its own that answers over HTTP as Replicate and Gemini do, on this machine
 * only, and writes what it bills into its own forced ledger. It is busy now and then, loses answers, and has jobs that come
 * to nothing. What it passes it says; on its standard input it is told where to hold still.
 */
public final class PictureShop {
    static final BigDecimal REPLICATE = new BigDecimal("0.003");
    static final BigDecimal GEMINI = new BigDecimal("0.101");
    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final JsonMapper JSON = new JsonMapper();
    private final ShopBook book;
    private final SplittableRandom random;
    private final ShopHold hold = new ShopHold();
    private final Map<String, Integer> polls = new HashMap<>();
    private int jobs;

    private PictureShop(Path folder, long seed) {
        book = ShopBook.in(folder);
        random = new SplittableRandom(seed);
    }

    /** @param args the folder of its ledger, and a seed for its moods */
    public static void main(String[] args) throws IOException {
        PictureShop shop = new PictureShop(Path.of(args[0]), Long.parseLong(args[1]));
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println("open " + socket.getLocalPort());
            Thread.ofPlatform().daemon().name("shop").start(() -> shop.serve(socket));
            try (Scanner told = new Scanner(System.in, StandardCharsets.UTF_8)) {
                while (told.hasNextLine()) {
                    shop.hold.told(told.nextLine());
                }
            }
        }
    }

    private void serve(ServerSocket socket) {
        try {
            while (true) {
                Socket peer = socket.accept();
                Thread.ofPlatform().daemon().name("shop-counter").start(() -> serve(peer));
            }
        } catch (IOException closed) {
            System.out.println("closed");
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            answer(ShopPeer.read(socket));
        } catch (IOException gone) {
            System.out.println("left " + gone.getMessage());
        }
    }

    private void answer(ShopPeer peer) throws IOException {
        if (peer.path().endsWith(":generateContent")) {
            order(peer, "gemini", peer.json().at("/generationConfig/seed").asLong(), GEMINI);
        } else if (peer.method().equals("POST") && peer.path().endsWith("/predictions")) {
            order(peer, "replicate", peer.json().at("/input/seed").asLong(), REPLICATE);
        } else if (peer.path().equals("/predictions")) {
            hold.pass(PaidPoint.LIST_ARRIVED);
            peer.say(200, list());
            hold.pass(PaidPoint.LIST_ANSWERED);
        } else if (peer.path().startsWith("/predictions/")) {
            poll(peer, peer.path().substring("/predictions/".length()));
        } else if (peer.path().startsWith("/files/")) {
            byte[] picture = picture(peer.path().hashCode());
            peer.say(200, "image/png", picture, () -> hold.pass(PaidPoint.FILE_HALF));
            hold.pass(PaidPoint.FILE_SENT);
        } else {
            peer.say(404, JSON.createObjectNode().put("detail", "nothing is there"));
        }
    }

    private void order(ShopPeer peer, String provider, long seed, BigDecimal price) throws IOException {
        int mood = mood();
        if (!hold.pass(PaidPoint.ORDER_ARRIVED)) {
            return;
        }
        if (mood < 3) {
            peer.say(429, JSON.createObjectNode().put("detail", "too many"));
            return;
        }
        ShopBook.Bill bill = new ShopBook.Bill(nextJob(), provider, seed,
                mood < 6 && provider.equals("replicate") ? BigDecimal.ZERO : price);
        book.write(bill);
        hold.pass(PaidPoint.CHARGED);
        if (mood > 96) {
            return;
        }
        JsonNode answer = provider.equals("gemini") ? whole(bill) : taken(bill);
        peer.say(200, "application/json", answer.toString().getBytes(StandardCharsets.UTF_8),
                () -> hold.pass(PaidPoint.ANSWER_HALF));
        hold.pass(PaidPoint.ANSWERED);
    }

    private synchronized int mood() {
        return random.nextInt(100);
    }

    private synchronized String nextJob() {
        jobs++;
        return "job" + jobs;
    }

    private static JsonNode taken(ShopBook.Bill bill) {
        return JSON.createObjectNode().put("id", bill.job()).put("status", "starting");
    }

    private static JsonNode whole(ShopBook.Bill bill) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("responseId", bill.job());
        answer.putArray("candidates")
                .addObject()
                .put("finishReason", "STOP")
                .putObject("content")
                .putArray("parts")
                .addObject()
                .putObject("inlineData")
                .put("mimeType", "image/png")
                .put("data", Base64.getEncoder().encodeToString(picture(bill.job().hashCode())));
        return answer;
    }

    /** A job is done when it was asked for twice. */
    private void poll(ShopPeer peer, String job) throws IOException {
        hold.pass(PaidPoint.POLL_ARRIVED);
        List<ShopBook.Bill> known = book.bills().stream().filter(bill -> bill.job().equals(job)).toList();
        ObjectNode answer = JSON.createObjectNode().put("id", job);
        if (known.isEmpty()) {
            peer.say(404, answer.put("detail", "no such job"));
            return;
        }
        if (!known.getFirst().charged()) {
            answer.put("status", "failed").put("error", "NSFW content detected");
        } else if (asked(job) < 2) {
            answer.put("status", "processing");
        } else {
            answer.put("status", "succeeded")
                    .putArray("output")
                    .add("http://" + peer.host() + "/files/" + job + ".png");
        }
        peer.say(200, answer);
        hold.pass(PaidPoint.POLL_ANSWERED);
    }

    private synchronized int asked(String job) {
        return polls.merge(job, 1, Integer::sum);
    }

    private JsonNode list() {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode results = answer.putArray("results");
        book.bills()
                .reversed()
                .stream()
                .filter(bill -> bill.provider().equals("replicate"))
                .forEach(bill -> results.addObject()
                        .put("id", bill.job())
                        .put("model", "black-forest-labs/flux-schnell")
                        .put("created_at", CLOCK.instant().toString()));
        return answer;
    }

    /** No two jobs get the same picture. */
    private static byte[] picture(int of) throws IOException {
        BufferedImage image = new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB);
        SplittableRandom grain = new SplittableRandom(of);
        for (int i = 0; i < 160 * 90; i++) {
            image.setRGB(i % 160, i / 160, grain.nextInt(0x40) * 0x010101 + (of & 0x7f7f7f));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
