package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import picocli.CommandLine;

class CommandHelpTest {
    @Test
    void everyCommandExplainsItselfWithoutItsArguments() {
        assertAll(below(Filmwright.commandLine(), List.of()).map(CommandHelpTest::explained));
    }

    private static Executable explained(List<String> words) {
        return () -> {
            List<String> asked = new ArrayList<>(words);
            asked.add("--help");
            CommandLineRun help = CommandLineRun.of(asked.toArray());
            assertEquals(ExitCode.DONE, help.exitCode(), words + ": " + help.err());
            assertTrue(help.out().startsWith("Usage: filmwright " + String.join(" ", words)), help.out());
        };
    }

    private static Stream<List<String>> below(CommandLine command, List<String> words) {
        return command.getSubcommands()
                .entrySet()
                .stream()
                .filter(each -> !each.getKey().equals("help"))
                .flatMap(each -> {
                    List<String> all = new ArrayList<>(words);
                    all.add(each.getKey());
                    return Stream.concat(Stream.of(all), below(each.getValue(), all));
                });
    }
}
