package org.filmwright.generate.local.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.filmwright.generate.local.Painter;

/** Where a picture lies until it is whole: a folder beside its place, gone afterwards, whoever dies meanwhile. */
record Draft(Painter.Order order, Path folder) implements AutoCloseable {
    static Draft of(Painter.Order order) throws IOException {
        Path place = order.to().toAbsolutePath();
        return new Draft(order, Files.createTempDirectory(place.getParent(), ".painting-"));
    }

    /** The order as it is handed on. */
    Painter.Order hidden() {
        return new Painter.Order(order.prompt(), order.negative(), order.size(), order.steps(), order.guidance(),
                order.seed(), order.start(), folder.resolve(order.to().getFileName()), order.extras());
    }

    /** Puts the whole picture into its place. */
    Painter.Painted publish(Painter.Painted painted) throws IOException {
        Files.move(painted.picture(), order.to(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Painter.Painted(order.to(), painted.receipt(), painted.stages(), painted.notices());
    }

    @Override
    public void close() {
        Den.clear(folder);
    }
}
