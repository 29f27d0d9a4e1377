package org.filmwright;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Progress;
import org.filmwright.keys.KeyCabinet;
import org.filmwright.keys.Vendor;
import org.filmwright.production.ProviderKeys;
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

    /** A key as printed. @param where {@code environment}, {@code keyring}, {@code file} or {@code none} */
    record KeyRow(String id, String title, String where, String name, List<String> variables) {
        static KeyRow of(ProviderKeys.Held held) {
            return new KeyRow(held.id(), held.title(), held.from()
                    .map(from -> JobsCommand.word(from.where()))
                    .orElse("none"), held.from().map(ProviderKeys.From::name).orElse(""), held.variables());
        }

        String words() {
            return where.equals("none")
                    ? "no key (" + String.join(" or ", variables) + ", or filmwright providers set-key " + id + ")"
                    : "key from "
                            + (where.equals("environment") ? "the variable " : where.equals("file") ? "the file " : "")
                            + name;
        }
    }

    record Listing(boolean rules, List<Row> writers, List<KeyRow> keys) {}

    record Tested(String id, String address, List<Writers.Model> models, boolean modelThere) {}

    @Command(name = "list", description = "Everybody who can write, and who does.")
    int list(@Mixin Console console) {
        return with(desk -> {
            Optional<Writers.Writer> chosen = desk.chosen();
            List<Row> rows = desk.all().stream().map(writer -> Row.of(writer, chosen)).toList();
            List<KeyRow> keys = keys(desk, held -> held.all().stream().map(KeyRow::of).toList());
            console.result(new Listing(chosen.isEmpty(), rows, keys), () -> {
                rows.forEach(row -> console.out()
                        .printf("%s %-12s %-26s %-28s %-28s %8d tokens  %s%s%n", row.chosen() ? ">" : " ", row.id(),
                                row.title(), row.address(), row.model().isEmpty() ? "no model" : row.model(),
                                row.contextTokens(), row.charges() ? "charges" : "free",
                                row.key().equals("set") ? ", key set" : ""));
                keys.forEach(row -> console.out().printf("  %-12s %-26s %s%n", row.id(), row.title(), row.words()));
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
                console.result(new Listing(true, List.of(), List.of()),
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

    @Command(name = "test", description = "Asks a server what it has, or whether a key is taken. Costs nothing.")
    int test(@Mixin Console console, @Parameters(paramLabel = "ID") String id,
            @Option(names = "--address", paramLabel = "URL", description = "Where it listens.") Optional<URI> address) {
        return with(desk -> {
            if (desk.all().stream().noneMatch(writer -> writer.id().equals(id)) && Vendor.find(id).isPresent()) {
                String answer = CommandFailed.orFail(keys(desk, keys -> keys.test(id, Progress.NONE)));
                console.result(Map.of("id", id, "answer", answer), () -> console.out().println(answer));
                return ExitCode.DONE;
            }
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

    @Command(name = "set-key", description = "Keeps a key, read from standard input: in the keyring of the desktop, else in an encrypted file.")
    int setKey(@Mixin Console console, @Parameters(paramLabel = "ID") String id,
            @Option(names = "--in-file", description = "In the encrypted file even where there is a keyring.") boolean inFile) {
        return with(desk -> {
            Optional<Writers.Writer> writer = payee(desk, id);
            writer.map(each -> each.setup().address())
                    .filter(address -> address.getScheme().equals("http") && !WriterRules.isHere(address))
                    .ifPresent(address -> console.notice("The key will travel to " + address.getHost()
                            + " unencrypted: anybody on that network can read it."));
            CommandFailed.orFail(desk.keys().put(id, typed("Key: "), inFile));
            KeyRow row = key(desk, id);
            console.result(row, () -> console.out()
                    .println("The key of " + row.title() + " is kept: " + row.words() + "."
                            + (row.where().equals("environment") ? " That one counts before the one just kept." : "")));
            return ExitCode.DONE;
        });
    }

    @Command(name = "remove-key", description = "Forgets a key.")
    int removeKey(@Mixin Console console, @Parameters(paramLabel = "ID") String id) {
        return with(desk -> {
            payee(desk, id);
            CommandFailed.orFail(desk.keys().remove(id));
            KeyRow row = key(desk, id);
            console.result(row, () -> console.out()
                    .println("The key of " + row.title() + " is forgotten."
                            + (row.where().equals("environment")
                                    ? " The variable " + row.name() + " still has one: unset it as well."
                                    : "")));
            return ExitCode.DONE;
        });
    }

    @Command(name = "passphrase", description = "Closes the encrypted file of keys with a passphrase, read from standard input; an empty one leaves it to this machine again.")
    int passphrase(@Mixin Console console) {
        return with(desk -> {
            char[] typed = typed("New passphrase: ").toCharArray();
            if (Console.isTerminal() && !new String(typed).equals(typed("Once more: "))) {
                throw CommandFailed.refused("Those were two different passphrases. Nothing was changed.",
                        "Type the same one twice.");
            }
            KeyCabinet.Standing standing = CommandFailed.orFail(desk.keys().lock(typed));
            console.result(Map.of("lock", JobsCommand.word(standing.lock()), "file", standing.file()),
                    () -> console.out()
                            .println(standing.lock() == KeyCabinet.Lock.MACHINE
                                    ? "The keys open on this machine without a passphrase."
                                    : "The keys open with the passphrase only. Whoever loses it sets the keys again."));
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

    private static <T> T keys(WriterDesk desk, Function<KeyDesk, T> work) {
        try (KeyDesk keys = KeyDesk.with(desk.keys())) {
            return work.apply(keys);
        }
    }

    /** Whoever writes or can be paid; the writer, where it is one. */
    private static Optional<Writers.Writer> payee(WriterDesk desk, String id) {
        return Vendor.find(id).isPresent()
                ? desk.all().stream().filter(writer -> writer.id().equals(id)).findFirst()
                : Optional.of(find(desk, id));
    }

    private static KeyRow key(WriterDesk desk, String id) {
        String title = Vendor.find(id).map(Vendor::title).orElseGet(() -> find(desk, id).title());
        Optional<ProviderKeys.From> from = desk.keys().origin(id).orElse(_ -> Optional.empty()).map(KeyDesk::from);
        return KeyRow.of(new ProviderKeys.Held(id, title, Vendor.find(id).map(Vendor::variables).orElse(List.of()),
                from));
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
    private static String typed(String prompt) {
        if (Console.isTerminal()) {
            char[] key = System.console().readPassword(prompt);
            return key == null ? "" : new String(key);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw CommandFailed.refused("What was typed could not be read: " + e.getMessage() + ".",
                    "Type it once more.");
        }
    }
}
