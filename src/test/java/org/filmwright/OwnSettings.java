package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives every class of tests the config folder of somebody who has never been here: what a person decides is remembered. */
public final class OwnSettings implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext tests) throws IOException {
        Path folder = Path.of("target", "test-config", tests.getRequiredTestClass().getName()).toAbsolutePath();
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> inside = Files.walk(folder)) {
                all = inside.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        }
        System.setProperty("filmwright.config", folder.toString());
    }
}
