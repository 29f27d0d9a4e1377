package org.filmwright;

import static org.filmwright.net.ScriptedServer.file;
import static org.filmwright.net.ScriptedServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film whose clips come from a ComfyUI at home: the real program, with a server on this machine in its place. */
class ComfyFilmTest {
    @TempDir
    private Path folder;
    private final List<JsonNode> graphs = Collections.synchronizedList(new ArrayList<>());
    private byte[] film = new byte[0];

    @BeforeEach
    void writeTheScript() throws IOException {
        Files.writeString(folder.resolve("tea.fountain"), "INT. KITCHEN - NIGHT\n\nMara pours tea.\n");
    }

    private void settings(ScriptedServer server, String form) throws IOException {
        Files.writeString(folder.resolve("artists.json"),
                """
                        {"providers":[{"id":"comfyui","address":"%s"}],
                         "offerings":[{"provider":"comfyui","name":"svd","makes":"clip","model":"svd_xt.safetensors","form":%s}]}
                        """
                        .formatted(server.address(), form));
    }

    private CommandLineRun make(String out, String clips) {
        return CommandLineRun.in(folder, "make", folder.resolve("tea.fountain"), "--project",
                folder.resolve(out + ".filmwright"), "--out", folder.resolve(out), "--takes", "1", "--size", "160x90",
                "--json", "--clip-generator", clips);
    }

    private ScriptedServer.Turn answer(ScriptedServer.Asked asked) {
        String path = asked.line().split(" ")[1];
        return switch (path.replaceFirst("[?].*", "").split("/")[1]) {
            case "upload" -> json(200, "{\"name\":\"start.png\",\"subfolder\":\"\",\"type\":\"input\"}");
            case "prompt" -> {
                graphs.add(asked.json().path("prompt"));
                yield json(200, "{\"prompt_id\":" + asked.json().path("prompt_id") + ",\"node_errors\":{}}");
            }
            case "history" -> json(200, graphs.isEmpty()
                    ? "{}"
                    : "{\"" + path.substring(9)
                            + "\":{\"outputs\":{\"8\":{\"images\":[{\"filename\":\"filmwright_00001_.mp4\","
                            + "\"subfolder\":\"\",\"type\":\"output\"}],\"animated\":[true]}},"
                            + "\"status\":{\"status_str\":\"success\"}}}");
            case "queue" -> json(200, "{\"queue_running\":[],\"queue_pending\":[]}");
            case "view" -> file("video/mp4", film);
            default -> json(404, "{}");
        };
    }

    @Test
    void theApprovedPictureIsMovedThereAndTheClipFitsTheFilm() throws IOException {
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            assertEquals(ExitCode.DONE, make("camera.mp4", "camera").exitCode());
            film = Files.readAllBytes(folder.resolve("camera.mp4"));
            settings(server, "{\"pixels\":589824,\"step\":64,\"fps\":6,\"frames\":{\"most\":25}}");
            CommandLineRun made = make("comfy.mp4", "comfyui:svd");
            assertEquals(ExitCode.DONE, made.exitCode(), made.out() + made.err());
            assertEquals(1, graphs.size());
            assertEquals("start.png", graphs.getFirst().at("/2/inputs/image").asText());
            assertTrue(graphs.getFirst().at("/3/inputs/video_frames").asInt() <= 25);
            assertTrue(Files.size(folder.resolve("comfy.mp4")) > 1000);
            assertEquals(ExitCode.DONE, make("comfy.mp4", "comfyui:svd").exitCode());
            assertEquals(1, graphs.size(), "the same film again asks for nothing");
        }
    }

    @Test
    void aFilmThatTheCameraFilmedIsFilmedAnewWhereComfyUiIsChosen() throws IOException {
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            assertEquals(ExitCode.DONE, make("tea.mp4", "camera").exitCode());
            film = Files.readAllBytes(folder.resolve("tea.mp4"));
            settings(server, "{\"pixels\":589824,\"step\":64,\"fps\":6,\"frames\":{\"most\":25}}");
            assertEquals(ExitCode.DONE, make("tea.mp4", "comfyui:svd").exitCode());
            assertEquals(1, graphs.size());
        }
    }

    @Test
    void aGraphOfOnesOwnWithoutThePictureIsRefusedWithItsName() throws IOException {
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            settings(server, "{\"graph\":\"mine.json\"}");
            Files.createDirectories(folder.resolve("comfyui"));
            Files.writeString(folder.resolve("comfyui").resolve("mine.json"),
                    "{\"1\":{\"class_type\":\"X\",\"inputs\":{\"t\":\"${prompt}\",\"s\":\"${seed}\"}}}");
            CommandLineRun made = make("comfy.mp4", "comfyui:svd");
            assertTrue(made.err().contains("mine.json has no place for the picture that is to be moved: ${image}."),
                    made.err());
            assertEquals(List.of(), server.asked());
        }
    }
}
