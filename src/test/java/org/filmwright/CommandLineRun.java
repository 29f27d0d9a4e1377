package org.filmwright;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;

/** A command run inside the test, as a script would run it. */
record CommandLineRun(int exitCode, String out, String err) {
    static CommandLineRun of(Object... words) {
        return into(new StringWriter(), words);
    }

    /** @param err what it says meanwhile */
    static CommandLineRun into(StringWriter err, Object... words) {
        return run(ConfigFolder.here(), err, words);
    }

    /** With the settings of somebody else. */
    static CommandLineRun in(Path config, Object... words) {
        return run(config, new StringWriter(), words);
    }

    private static CommandLineRun run(Path config, StringWriter err, Object... words) {
        String before = System.setProperty("filmwright.config", config.toAbsolutePath().toString());
        StringWriter out = new StringWriter();
        CommandLine command = Filmwright.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        try {
            int exitCode = command.execute(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
            return new CommandLineRun(exitCode, out.toString(), err.toString());
        } finally {
            System.setProperty("filmwright.config", before);
        }
    }

    JsonNode json() throws JsonProcessingException {
        return new ObjectMapper().readTree(out);
    }
}
