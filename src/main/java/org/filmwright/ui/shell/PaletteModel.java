package org.filmwright.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Fuzzy;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** What the palette offers for what was typed: commands that fit, best first; those of the page in front before others. */
final class PaletteModel {
    private final Commands commands;
    private final Scope page;

    PaletteModel(Commands commands, Scope page) {
        this.commands = commands;
        this.page = page;
    }

    List<Command> fitting(String typed) {
        return commands.all()
                .stream()
                .filter(command -> !command.held())
                .flatMap(command -> score(typed, command).stream().mapToObj(score -> new Found(command, score)))
                .sorted(Comparator.comparingInt(Found::score)
                        .reversed()
                        .thenComparing(found -> !found.command().possible().get())
                        .thenComparing(found -> !found.command().scope().reaches(page)))
                .map(Found::command)
                .toList();
    }

    /** The words, or the place and the words: {@code timeline fit}. */
    private static OptionalInt score(String typed, Command command) {
        String place = command.scope() == Scope.GLOBAL ? "" : Words.of("workspace", command.scope()) + " ";
        return Stream.of(Fuzzy.score(typed, command.words()), Fuzzy.score(typed, place + command.words()))
                .flatMapToInt(OptionalInt::stream)
                .max();
    }

    private record Found(Command command, int score) {}
}
