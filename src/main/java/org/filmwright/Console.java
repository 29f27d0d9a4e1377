package org.filmwright;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What every command shares, mixed in with {@code @Mixin Console console}: {@code --json}, {@code --verbose}, results on
 * standard output, progress and notices on standard error.
 */
final class Console {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Print one JSON document on standard output and nothing else.")
    private boolean json;

    @Option(names = "--verbose", description = "Print details: of failures with stack traces, of a model's pictures with the plan of its memory.")
    private boolean verbose;

    /** Whether standard error is a terminal that can redraw a line. */
    static boolean isTerminal() {
        java.io.Console terminal = System.console();
        return terminal != null && terminal.isTerminal();
    }

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** A notice for the person at the terminal; never mixed into the result. */
    void notice(String text) {
        err().println(text);
        err().flush();
    }

    /** Prints {@code document} as JSON when asked for, else runs {@code words}. */
    void result(Object document, Runnable words) {
        if (json) {
            out().println(jsonOf(document));
        } else {
            words.run();
        }
        out().flush();
    }

    private static String jsonOf(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result that cannot be written as JSON", e);
        }
    }
}
