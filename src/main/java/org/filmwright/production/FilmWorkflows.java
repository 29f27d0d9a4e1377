package org.filmwright.production;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.filmwright.base.Outcome;
import org.filmwright.engine.Blueprint;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.flow.Catalog;

/** The workflows of this program, and those in the {@code workflows} folder of a project, which may replace them. */
public final class FilmWorkflows {
    static final String MOVIE = "movie_creation";
    /** Those that end in a film. */
    private static final List<String> FILMS = List.of(MakeSteps.MAKE, MOVIE, "episode_production");
    private static final List<String> OTHERS = List.of("character_development", "script_coverage");
    private static final String ENDING = ".json";
    private final Path folder;

    /** @param project the project folder */
    public FilmWorkflows(Path project) {
        this.folder = project.resolve("workflows");
    }

    /** Whether runs of that name make a film; those of somebody's own workflows are not known to. */
    static boolean isFilm(String workflow) {
        return FILMS.contains(workflow);
    }

    /** Everything that can be started now. */
    public Catalog catalog() {
        Catalog catalog = new Catalog();
        Stream.concat(FILMS.stream(), OTHERS.stream()).forEach(name -> catalog.add(name + ENDING, own(name)));
        for (Path file : files()) {
            catalog.add("workflows/" + file.getFileName(), text(file));
        }
        return catalog;
    }

    /** A run of a workflow for an order; the same order is the same run. */
    Outcome<RunSpec> run(String workflow, MakeOrder order) {
        String key = workflow.equals(MakeSteps.MAKE)
                ? order.key()
                : workflow + order.key().substring(MakeSteps.MAKE.length());
        return catalog().pinned(workflow).then(pinned -> {
            try {
                return Outcome.ok(Blueprint.run(pinned, key, Json.of(StepOrder.film(order))));
            } catch (IllegalArgumentException misfit) {
                return Outcome.failed(new org.filmwright.base.Failure.Refused(misfit.getMessage()
                        + " Nothing was started.", "A workflow of films takes 'make', 'shot' and 'number'."));
            }
        });
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What cannot be read as text is refused as JSON, by the same words as any other mistake. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    private static String own(String name) {
        try (InputStream json = Objects.requireNonNull(
                FilmWorkflows.class.getResourceAsStream("/org/filmwright/workflows/" + name + ENDING), name)) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
