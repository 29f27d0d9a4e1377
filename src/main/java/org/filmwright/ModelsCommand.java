package org.filmwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.onnx.OnnxFolder;
import org.filmwright.production.models.Consent;
import org.filmwright.production.models.Licence;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.ModelShelf;
import org.filmwright.production.models.Terms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code models}: what this machine can paint with, where it lies, and under which terms. */
@Command(name = "models", mixinStandardHelpOptions = true, subcommands = {RuntimeCommand.class,
    MeaningCommand.class}, scope = ScopeType.INHERIT, description = "Keeps the models of this machine: ONNX only, looked at before they are used.")
final class ModelsCommand {

    record Added(ModelRow model, List<String> ignored) {}

    record Removed(String name, long freedBytes) {}

    @Command(name = "list", description = "Every model: its family, size, licence, and what is wrong with it.")
    int list(@Mixin Console console) {
        ModelShelf shelf = LocalModels.shelf();
        swept(shelf).ifPresent(why -> console.notice(why.what()));
        List<ModelRow> rows = shelf.all().stream().map(model -> ModelRow.of(shelf, model)).toList();
        console.result(rows, () -> {
            rows.forEach(row -> row.print(console));
            shelf.downloads()
                    .unfinished()
                    .forEach(name -> console.out()
                            .println(name + " is not downloaded whole yet: download it again to go on, or remove it."));
            console.out()
                    .println(rows.isEmpty()
                            ? "No models. The storyboard artist needs none; add one: filmwright models add FOLDER."
                            : rows.size() + (rows.size() == 1 ? " model." : " models.") + " Models folder: "
                                    + shelf.folder());
        });
        return ExitCode.DONE;
    }

    @Command(name = "add", description = "Takes in a folder of ONNX files where it lies, or unpacks a model pack (.zip with manifest.json) into the models folder.")
    int add(@Mixin Console console, @Parameters(paramLabel = "FOLDER_OR_ZIP") Path source,
            @Option(names = "--name", paramLabel = "NAME", description = "What it is called here; else as the folder or the pack is.") Optional<String> name,
            @Option(names = "--accept-licence", description = "You have read its licence and accept it.") boolean accept) {
        ModelShelf shelf = shelf();
        Model model = CommandFailed.orFail(shelf.add(source, name, consent(console, accept),
                new TerminalProgress(console)));
        return added(console, shelf, model);
    }

    @Command(name = "download", description = "Brings a model pack from the address of its manifest.json, or by its name in models.json of the config folder. Goes on where it was.")
    int download(@Mixin Console console, @Parameters(paramLabel = "NAME_OR_URL") String source,
            @Option(names = "--to", paramLabel = "NAME", description = "What it is called here; else as its list says.") Optional<String> to,
            @Option(names = "--token-env", paramLabel = "VARIABLE", description = "The environment variable that holds your token for the host of the list. No other host sees it.") Optional<String> variable,
            @Option(names = "--accept-licence", description = "You have read its licence and accept it.") boolean accept) {
        ModelShelf shelf = shelf();
        URI manifest = CommandFailed.orFail(ModelCatalogue.in(ConfigFolder.here()).address(source));
        Optional<String> token = variable.map(ModelsCommand::token);
        try (ModelDownload download = new ModelDownload(ConfigFolder.here(), shelf, console::notice)) {
            Model model = CommandFailed.orFail(download.fetch(new ModelDownload.Order(manifest, to, token, consent(
                    console, accept)), new TerminalProgress(console)));
            return added(console, shelf, model);
        }
    }

    private static String token(String variable) {
        String value = System.getenv(variable);
        if (value == null || !value.strip().matches("[!-~]{1,4096}")) {
            throw new CommandFailed(new Failure.Misconfigured("The environment variable " + variable
                    + " holds no token.", "Set it to the token of your account there."));
        }
        return value.strip();
    }

    private static int added(Console console, ModelShelf shelf, Model model) {
        Added added = new Added(ModelRow.of(shelf, model), ignored(model));
        console.result(added, () -> {
            added.model().print(console);
            added.ignored()
                    .forEach(file -> console.out()
                            .println(file + " is ignored: only ONNX is read, and pickles are never opened."));
            console.out()
                    .println(model.name() + " was added. Its files "
                            + (model.ours() ? "are in " : "stay where they are: ") + model.folder() + "."
                            + (model.licence().isEmpty() ? " It came without a licence text." : ""));
        });
        return ExitCode.DONE;
    }

    @Command(name = "verify", description = "Reads every file of a model again and compares it with what came.")
    int verify(@Mixin Console console, @Parameters(paramLabel = "NAME") String name) {
        ModelShelf shelf = shelf();
        Model model = CommandFailed.orFail(shelf.verify(find(shelf, name), new TerminalProgress(console)));
        console.result(ModelRow.of(shelf, model), () -> console.out()
                .println(name + " is unchanged: " + model.parts().size() + " files, " + ModelRow.words(model.bytes())
                        + "."));
        return ExitCode.DONE;
    }

    @Command(name = "remove", description = "Forgets a model. Files in the models folder are deleted, others stay.")
    int remove(@Mixin Console console, @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--yes", description = "Although pictures were painted with it.") boolean yes) {
        ModelShelf shelf = shelf();
        if (shelf.find(name).isEmpty() && shelf.downloads().unfinished().contains(name)) {
            CommandFailed.orFail(shelf.downloads().discard(name));
            console.result(new Removed(name, 0), () -> console.out()
                    .println("What had come of " + name + " was thrown away."));
            return ExitCode.DONE;
        }
        Model model = find(shelf, name);
        ModelRow row = ModelRow.of(shelf, model);
        if (!yes && !row.uses().isEmpty()) {
            throw new CommandFailed(new Failure.Ambiguous(name + " painted " + row.usedIn()
                    + ". The pictures stay, but could not be made again. Nothing was removed. Remove it all the same"
                    + " with --yes.", Optional.empty()));
        }
        long freed = CommandFailed.orFail(shelf.remove(model));
        console.result(new Removed(name, freed), () -> console.out()
                .println(model.ours()
                        ? name + " was removed: " + ModelRow.words(freed) + " are free."
                        : name + " was forgotten. Its files stay in " + model.folder() + "."));
        return ExitCode.DONE;
    }

    @Command(name = "move", description = "Copies a model into another folder, looks at every copy, and uses those from then on.")
    int move(@Mixin Console console, @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "FOLDER") Path into) {
        ModelShelf shelf = shelf();
        Model moved = CommandFailed.orFail(shelf.move(find(shelf, name), into, new TerminalProgress(console)));
        console.result(ModelRow.of(shelf, moved), () -> console.out()
                .println(name + " is in " + moved.folder() + " now."));
        return ExitCode.DONE;
    }

    @Command(name = "licence", description = "Shows the licence of a model, and accepts it.")
    int licence(@Mixin Console console, @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--accept", description = "You have read it and accept it.") boolean accept) {
        ModelShelf shelf = shelf();
        Model model = find(shelf, name);
        if (accept && shelf.terms(model) instanceof Terms.Open(Licence licence, _)) {
            model = CommandFailed.orFail(shelf.accept(model, licence));
        }
        ModelRow row = ModelRow.of(shelf, model);
        Optional<String> text = shelf.licence(model);
        console.result(row, () -> {
            text.ifPresent(console.out()::println);
            console.out().println(row.terms());
        });
        return ExitCode.DONE;
    }

    /** Shows a licence once, and says whether it was accepted with the option. */
    private static Consent consent(Console console, boolean accept) {
        return (_, licence) -> {
            if (!accept) {
                console.notice(licence.text());
            }
            return accept ? Consent.Answer.ACCEPTED : Consent.Answer.NO;
        };
    }

    private static ModelShelf shelf() {
        ModelShelf shelf = LocalModels.shelf();
        swept(shelf).ifPresent(why -> {
            throw new CommandFailed(why);
        });
        return shelf;
    }

    /** Why what an earlier run left could not be swept away; who only looks need not care. */
    private static Optional<Failure> swept(ModelShelf shelf) {
        try {
            shelf.tidy();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Failure.Exhausted("disk", "Nothing can be written to the models folder "
                    + shelf.folder() + ": " + e.getMessage() + "."));
        }
    }

    private static Model find(ModelShelf shelf, String name) {
        return CommandFailed.orFail(shelf.find(name)
                .map(Outcome::ok)
                .orElseGet(() -> Outcome.failed(new Failure.Misconfigured("There is no model '" + name + "' here.",
                        "List them: filmwright models list."))));
    }

    private static List<String> ignored(Model model) {
        try {
            return Files.isDirectory(model.folder())
                    ? OnnxFolder.foreign(model.folder())
                            .stream()
                            .map(file -> model.folder().relativize(file).toString())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
