package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.filmwright.generate.local.Painter;

/** Where a picture lies until it is whole: a folder beside its place, gone afterwards, whoever dies meanwhile. */
record Draft(Path place, Path folder) implements AutoCloseable {
    static Draft of(Path to) throws IOException {
        return new Draft(to, Files.createTempDirectory(to.toAbsolutePath().getParent(), ".painting-"));
    }

    /** The order as it is handed on. */
    Painter.Order hidden(Painter.Order order) {
        return new Painter.Order(order.prompt(), order.negative(), order.size(), order.steps(), order.guidance(),
                order.seed(), order.start(), hidden(), order.extras());
    }

    /** Puts the whole picture into its place. */
    Painter.Painted publish(Painter.Painted painted) throws IOException {
        publish(painted.picture());
        return new Painter.Painted(place, painted.receipt(), painted.stages(), painted.notices());
    }

    /** Where it lies meanwhile. */
    Path hidden() {
        return folder.resolve(place.getFileName());
    }

    void publish(Path whole) throws IOException {
        Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        Den.clear(folder);
    }
}
