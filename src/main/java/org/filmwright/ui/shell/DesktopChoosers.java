package org.filmwright.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.filmwright.ui.kit.Words;

/** The file windows of the operating system. */
final class DesktopChoosers implements Choosers {
    private final Window owner;

    DesktopChoosers(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> projectFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Words.of("choose.project"));
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> screenplay() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of("choose.screenplay"));
        chooser.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter(Words.of("choose.fountain"), "*.fountain", "*.spmd", "*.txt"),
                        new FileChooser.ExtensionFilter(Words.of("choose.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
