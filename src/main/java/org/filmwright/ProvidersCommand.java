package org.filmwright;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Progress;
import org.filmwright.production.Writers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code providers}: who writes for the agents, whether they answer, and their keys. */
@Command(name = "providers", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, description = "Shows and chooses who writes for the agents. A key is read from standard input, never from an argument.")
final class ProvidersCommand {
    private static final String NOBODY = "rules";

    /** As printed. @param key {@code set} or {@code none} */
    record Row(String id, String title, boolean chosen, boolean charges, String key, String address, String model,
            int contextTokens) {
        static Row of(Writers.Writer writer, Optional<Writers.Writer> chosen) {
            return new Row(writer.id(), writer.title(), chosen.filter(writer::equals).isPresent(), writer.charges(),
                    writer.hasKey() ? "set" : "none", writer.setup().address().toString(), writer.setup().model(),
                    writer.setup().contextTokens());
        }
    }

    record Listing(boolean rules, List<Row> writers) {}

    record Tested(String id, String address, List<Writers.Model> models, boolean modelThere) {}

    @Command(name = "list", description = "Everybody who can write, and who does.")
    int list(@Mixin Console console) {
        return with(desk -> {
            Optional<Writers.Writer> chosen = desk.chosen();
            List<Row> rows = desk.all().stream().map(writer -> Row.of(writer, chosen)).toList();
            console.result(new Listing(chosen.isEmpty(), rows), () -> {
                rows.forEach(row -> console.out()
                        .printf("%s %-12s %-26s %-28s %-28s %8d tokens  %s%s%n", row.chosen() ? ">" : " ", row.id(),
                                row.title(), row.address(), row.model().isEmpty() ? "no model" : row.model(),
                                row.contextTokens(), row.charges() ? "charges" : "free",
                                row.key().equals("set") ? ", key set" : ""));
                console.out()
                        .println(chosen.isEmpty()
                                ? "Nobody is chosen: agents answer by rule, and nothing leaves this machine."
                                : chosen.get().title() + " writes for the agents.");
            });
            return ExitCode.DONE;
        });
    }

    @Command(name = "use", description = "Has somebody write for the agents from now on; 'rules' for nobody.")
    int use(@Mixin Console console, @Parameters(paramLabel = "ID") String id,
            @Option(names = "--address", paramLabel = "URL", description = "Where it listens.") Optional<URI> address,
            @Option(names = "--model", paramLabel = "NAME", description = "Which of its models writes.") Optional<String> model,
            @Option(names = "--context", paramLabel = "TOKENS", description = "How much it reads and writes together, as it was started.") Optional<Integer> context) {
        return with(desk -> {
            if (id.equals(NOBODY)) {
                CommandFailed.orFail(desk.chooseNobody());
                console.result(new Listing(true, List.of()),
                        () -> console.out().println("Agents answer by rule. Nothing leaves this machine."));
                return ExitCode.DONE;
            }
            Writers.Setup before = find(desk, id).setup();
            Writers.Writer chosen = CommandFailed.orFail(desk.choose(id, new Writers.Setup(
                    address.orElse(before.address()), model.orElse(before.model()),
                    context.orElse(before.contextTokens()))));
            Row row = Row.of(chosen, Optional.of(chosen));
            console.result(row, () -> console.out()
                    .println(row.title() + " writes for the agents: " + row.model() + " at " + row.address() + ", "
                            + row.contextTokens() + " tokens."));
            return ExitCode.DONE;
        });
    }

    @Command(name = "test", description = "Asks a server what it has. Costs nothing.")
    int test(@Mixin Console console, @Parameters(paramLabel = "ID") String id,
            @Option(names = "--address", paramLabel = "URL", description = "Where it listens.") Optional<URI> address) {
        return with(desk -> {
            Writers.Writer writer = find(desk, id);
            URI there = address.orElse(writer.setup().address());
            List<Writers.Model> models = CommandFailed.orFail(desk.models(id, there, Progress.NONE));
            boolean has = models.stream().anyMatch(model -> model.name().equals(writer.setup().model()));
            console.result(new Tested(id, there.toString(), models, has), () -> {
                models.forEach(model -> console.out()
                        .println(model.name()
                                + (model.contextTokens() > 0 ? "  " + model.contextTokens() + " tokens" : "")));
                console.out()
                        .println(writer.title() + " answers at " + there + " and has " + models.size() + " models"
                                + (writer.setup().model().isEmpty() || has
                                        ? "."
                                        : ", but not " + writer.setup().model() + "."));
            });
            return ExitCode.DONE;
        });
    }

    @Command(name = "set-key", description = "Keeps a key, read from standard input, where only you can read it.")
    int setKey(@Mixin Console console, @Parameters(paramLabel = "ID") String id) {
        return with(desk -> {
            Writers.Writer writer = find(desk, id);
            URI address = writer.setup().address();
            if (address.getScheme().equals("http") && !WriterRules.isHere(address)) {
                console.notice("The key will travel to " + address.getHost()
                        + " unencrypted: anybody on that network can read it.");
            }
            Row row = Row.of(CommandFailed.orFail(desk.setKey(id, typed())), desk.chosen());
            console.result(row, () -> console.out().println("The key of " + row.title() + " is kept."));
            return ExitCode.DONE;
        });
    }

    @Command(name = "remove-key", description = "Forgets a key.")
    int removeKey(@Mixin Console console, @Parameters(paramLabel = "ID") String id) {
        return with(desk -> {
            Row row = Row.of(CommandFailed.orFail(desk.removeKey(id)), desk.chosen());
            console.result(row, () -> console.out().println("The key of " + row.title() + " is forgotten."));
            return ExitCode.DONE;
        });
    }

    @Command(name = "log", description = "Every request that left for another program: when, where to, how many bytes.")
    int log(@Mixin Console console) {
        return with(desk -> {
            List<String> lines = desk.log().lines();
            console.result(lines, () -> {
                lines.forEach(console.out()::println);
                console.out().println(lines.isEmpty() ? "Nothing ever left." : lines.size() + " requests.");
            });
            return ExitCode.DONE;
        });
    }

    private static int with(Function<WriterDesk, Integer> work) {
        try (WriterDesk desk = WriterDesk.here()) {
            return work.apply(desk);
        }
    }

    private static Writers.Writer find(WriterDesk desk, String id) {
        return desk.all()
                .stream()
                .filter(writer -> writer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CommandFailed.refused("There is no provider '" + id + "'.",
                        "List them: filmwright providers list."));
    }

    /** Without an echo where somebody types; the first line where it is piped in. */
    private static String typed() {
        if (Console.isTerminal()) {
            char[] key = System.console().readPassword("Key: ");
            return key == null ? "" : new String(key);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw CommandFailed.refused("The key could not be read: " + e.getMessage() + ".", "Type it once more.");
        }
    }
}
