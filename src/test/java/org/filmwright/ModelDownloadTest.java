package org.filmwright;

import static org.filmwright.net.RangeServer.answering;
import static org.filmwright.net.ScriptedServer.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.filmwright.production.models.Supply;
import org.junit.jupiter.api.Assumptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.net.RangeServer;
import org.filmwright.net.ScriptedServer;
import org.filmwright.production.models.Consent;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.PackMaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model comes from its server onto the shelf whole, or not at all, and goes on where it was. */
class ModelDownloadTest {
    private static final Consent YES = (_, _) -> Consent.Answer.ACCEPTED;

    @TempDir
    private Path disk;
    private ModelShelf shelf;
    private final PackMaker pack = new PackMaker();
    private final List<String> notices = new ArrayList<>();

    @BeforeEach
    void aShelf() {
        shelf = new ModelShelf(disk.resolve("models"), Wiring.clock());
    }

    /** Serves the list and the files below {@code /sd/}. */
    private ScriptedServer holding() {
        return answering(this::served);
    }

    private ScriptedServer.Turn served(ScriptedServer.Asked asked) {
        String path = asked.line().split(" ")[1];
        if (path.equals("/sd/manifest.json")) {
            return says(200, "application/json", pack.manifest());
        }
        byte[] file = pack.extra.getOrDefault(path.replace("/sd/", ""), pack.listed.get(path.replace("/sd/", "")));
        return file == null ? says(404, "text/plain", "") : RangeServer.serves(file, asked);
    }

    private Outcome<Model> fetch(ScriptedServer server, Optional<String> to, Optional<String> token, Consent consent) {
        return fetch(server.address().resolve("/sd/manifest.json"), to, token, consent);
    }

    private Outcome<Model> fetch(URI manifest, Optional<String> to, Optional<String> token, Consent consent) {
        try (ModelDownload download = new ModelDownload(disk, shelf, notices::add)) {
            return download.fetch(new ModelDownload.Order(manifest, to, token, consent), Progress.NONE);
        }
    }

    private Outcome<Model> fetch(ScriptedServer server) {
        return fetch(server, Optional.empty(), Optional.empty(), YES);
    }

    private static Failure why(Outcome<Model> outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).failure();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(shelf.folder())) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aPackIsDownloadedAndStandsOnTheShelfWithItsLicenceAccepted() throws IOException {
        Outcome<Model> outcome = fetch(holding(), Optional.of("mine"), Optional.empty(), YES);
        Model model = assertInstanceOf(Outcome.Ok.class, outcome).value() instanceof Model m ? m : null;
        assertEquals(List.of(model), shelf.all());
        assertEquals(shelf.folder().resolve("mine"), model.folder());
        assertTrue(model.accepted().isPresent());
        assertInstanceOf(Outcome.Ok.class, shelf.verify(model));
        assertEquals(List.of(".adding.lock", "mine", "mine.model.json"), left());
        List<String> log = Files.readAllLines(disk.resolve("logs/egress.log"));
        assertEquals(4, log.size());
        assertTrue(log.stream().allMatch(line -> line.contains("127.0.0.1") && line.contains("model")), log::toString);
    }

    @Test
    void theLicenceComesFirstAndWithoutAYesNothingElse() throws IOException {
        ScriptedServer server = holding();
        Failure why = why(fetch(server, Optional.empty(), Optional.empty(), (_, _) -> Consent.Answer.NO));
        assertInstanceOf(Failure.Ambiguous.class, why);
        assertTrue(why.what().contains("/sd/LICENSE.txt"), why::what);
        assertEquals(2, server.asked().size());
        assertEquals(List.of(), left());
    }

    @Test
    void aDownloadThatFailedInTheMiddleGoesOn() throws IOException {
        byte[] weights = pack.listed.get("unet/weights.bin");
        ScriptedServer broken = answering(asked -> asked.line().contains("weights")
                ? says(404, "text/plain", "")
                : served(asked));
        assertInstanceOf(Failure.Refused.class, why(fetch(broken)));
        assertEquals(List.of("tiny"), shelf.downloads().unfinished());
        assertEquals(List.of(), shelf.all());
        shelf.tidy();
        ScriptedServer server = holding();
        assertInstanceOf(Outcome.Ok.class, fetch(server));
        assertEquals(2, server.asked().size(), "the list and the file that was missing");
        assertEquals(weights.length, Files.size(shelf.folder().resolve("tiny/unet/weights.bin")));
        assertEquals(List.of(), shelf.downloads().unfinished());
    }

    @Test
    void whatAnOlderListNamedIsNotTakenAlong() {
        pack.listed.put("old.bin", new byte[5]);
        fetch(answering(asked -> asked.line().contains("weights") ? says(404, "text/plain", "") : served(asked)));
        pack.listed.remove("old.bin");
        assertInstanceOf(Outcome.Ok.class, fetch(holding()));
        assertFalse(Files.exists(shelf.folder().resolve("tiny/old.bin")));
    }

    @Test
    void aMirrorOfTheListHelpsOutAndSeesNoToken() {
        ScriptedServer mirror = holding();
        pack.more = "\"mirrors\":[\"" + mirror.address() + "/sd\"],";
        ScriptedServer gate = answering(asked -> asked.line().contains("manifest")
                ? served(asked)
                : says(404, "text/plain", ""));
        assertInstanceOf(Outcome.Ok.class, fetch(gate, Optional.empty(), Optional.of("t0k3n"), YES));
        gate.asked().forEach(asked -> assertEquals("Bearer t0k3n", asked.headers().get("authorization")));
        mirror.asked().forEach(asked -> assertNull(asked.headers().get("authorization")));
    }

    @Test
    void aGatedListSaysHowToGetIn() {
        Failure.Misconfigured why = assertInstanceOf(Failure.Misconfigured.class, why(fetch(answering(
                _ -> says(403, "text/html", "<html>")))));
        assertTrue(why.remedy().contains("--token-env"), why::remedy);
    }

    @Test
    void aLyingFileLeavesNoModel() throws IOException {
        pack.extra.put("unet/weights.bin", new byte[]{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
        assertTrue(why(fetch(holding())).what().contains("weights.bin from 127.0.0.1"));
        assertEquals(List.of(), shelf.all());
    }

    /** Where the system has a device that is always full. */
    @Test
    void aDiskThatIsFullInTheMiddleKeepsWhatCameAndGoesOnWhenThereIsRoom() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.isWritable(full));
        Path part = Files.createDirectories(shelf.downloads().folder("tiny").resolve("unet"))
                .resolve(
                        "weights.bin.part");
        Files.createSymbolicLink(part, full);
        Failure.Exhausted why = assertInstanceOf(Failure.Exhausted.class, why(fetch(holding())));
        assertEquals("disk", why.resource());
        assertTrue(why.what().startsWith("weights.bin could not be written: No space left on device."), why::what);
        assertTrue(why.what().endsWith("What has come is kept."), why::what);
        assertEquals(List.of(), shelf.all());
        assertTrue(Files.exists(shelf.downloads().folder("tiny").resolve("unet/model.onnx")));
        Files.delete(part);
        ScriptedServer server = holding();
        assertInstanceOf(Outcome.Ok.class, fetch(server));
        assertEquals(2, server.asked().size(), "the list and the file that had no room");
    }

    @Test
    void whatStoppedIsFoundAgainWithItsSourceAndWithoutTheToken() throws IOException {
        ModelSupply supply = new ModelSupply(disk, shelf);
        ScriptedServer broken = answering(asked -> asked.line().contains("weights")
                ? says(404, "text/plain", "")
                : served(asked));
        ScriptedServer mirror = holding();
        String address = broken.address() + "/sd/manifest.json";
        Supply.Source source = new Supply.Source(address, List.of(broken.address() + "/sd/"));
        AtomicReference<String> known = new AtomicReference<>("");
        Outcome<Model> stopped = supply.bring(new Supply.Order(source, Optional.empty(), Optional.of(new Supply.Token(
                "s3cret")), YES, (name, bytes) -> known.set(name + " " + bytes)), Progress.NONE);
        assertInstanceOf(Failure.Refused.class, why(stopped));
        long whole = pack.listed.values().stream().mapToLong(bytes -> bytes.length).sum();
        assertEquals("tiny " + whole, known.get());
        assertEquals(List.of(new Supply.Unfinished("tiny", source, whole - 12, whole)), supply.unfinished());
        try (Stream<Path> all = Files.walk(disk)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("s3cret"),
                        file::toString);
            }
        }
        Supply.Source helped = new Supply.Source(address, List.of(mirror.address() + "/sd"));
        assertInstanceOf(Outcome.Ok.class, supply.bring(new Supply.Order(helped, Optional.of("tiny"), Optional.empty(),
                YES, (name, bytes) -> {}), Progress.NONE));
        assertEquals(List.of(), supply.unfinished());
        assertEquals(List.of(".adding.lock", "tiny", "tiny.model.json"), left());
    }

    @Test
    void whatCannotFitIsNotBegun() throws IOException {
        String manifest = pack.manifest().replace("\"bytes\":12,", "\"bytes\":9000000000000000,");
        ScriptedServer server = answering(_ -> says(200, "application/json", manifest));
        assertTrue(why(fetch(server)).what().startsWith("There is no room for the 9000000.0 GB of tiny"));
        assertEquals(1, server.asked().size());
    }

    @Test
    void aListThatIsNoneIsRefused() {
        assertTrue(why(fetch(answering(_ -> says(200, "text/html", "<html>")))).what().contains("sent a web page"));
        assertTrue(why(fetch(answering(_ -> says(200, "text/plain", "hello")))).what().contains("is no list of"));
        pack.name = "../up";
        assertTrue(why(fetch(holding())).what().contains("cannot be the name"));
        assertTrue(why(fetch(URI.create("http://example.org/manifest.json"), Optional.empty(), Optional.empty(), YES))
                .what()
                .contains("without encryption"));
    }

    @Test
    void aModelThatIsHereIsNotDownloadedAgain() {
        fetch(holding());
        ScriptedServer server = holding();
        assertTrue(why(fetch(server)).what().startsWith("A model called tiny is here already."));
        assertEquals(1, server.asked().size());
    }

    @Test
    void theCommandTakesANameOfTheCatalogueAndAnAddress() throws IOException {
        CommandLineRun unknown = CommandLineRun.in(disk, "models", "download", "tiny");
        assertEquals(ExitCode.MISSING_SETUP, unknown.exitCode());
        assertTrue(unknown.err().startsWith("Where 'tiny' comes from is not known. Give the address"), unknown.err());
        String address = holding().address() + "/sd/manifest.json";
        CommandLineRun asked = CommandLineRun.in(disk, "models", "download", address);
        assertEquals(ExitCode.NEEDS_DECISION, asked.exitCode(), asked.err());
        assertTrue(asked.err().contains("Do what is right."), asked.err());
        Files.writeString(disk.resolve("models.json"), "{\"t\":\"" + address + "\"}");
        CommandLineRun got = CommandLineRun.in(disk, "models", "download", "t", "--accept-licence", "--json");
        assertEquals(ExitCode.DONE, got.exitCode(), got.err());
        assertEquals("tiny", got.json().get("model").get("name").asText());
        CommandLineRun variable = CommandLineRun.in(disk, "models", "download", "t", "--token-env", "NO_SUCH_TOKEN_");
        assertEquals(ExitCode.MISSING_SETUP, variable.exitCode());
    }
}
