package org.filmwright.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.filmwright.base.MediaRef;
import org.filmwright.ui.kit.Words;

/** The file windows of the operating system. */
final class DesktopChoosers implements Choosers {
    private final Window owner;

    DesktopChoosers(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> projectFolder() {
        return folder(Words.of("choose.project"));
    }

    @Override
    public Optional<Path> newProject(Path startIn) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("choose.new"));
        chooser.setInitialFileName(Words.of("choose.new.name"));
        if (Files.isDirectory(startIn)) {
            chooser.setInitialDirectory(startIn.toFile());
        }
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> pack(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter(Words.of("choose.pack"), "*.zip", "*.ZIP"),
                        new FileChooser.ExtensionFilter(Words.of("choose.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> picture(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter(Words.of("choose.png"), "*.png", "*.PNG", "*.jpg", "*.JPG",
                        "*.jpeg", "*.JPEG"),
                        new FileChooser.ExtensionFilter(Words.of("choose.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> sound(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        List<String> names = MediaRef.SOUNDS.stream()
                .sorted()
                .flatMap(kind -> Stream.of("*." + kind, "*." + kind.toUpperCase(Locale.ROOT)))
                .toList();
        chooser.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter(Words.of("choose.sound"), names),
                        new FileChooser.ExtensionFilter(Words.of("choose.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> media(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> screenplay() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("choose.screenplay"));
        chooser.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter(Words.of("choose.fountain"), "*.fountain", "*.spmd", "*.txt",
                        "*.md"),
                        new FileChooser.ExtensionFilter(Words.of("choose.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
