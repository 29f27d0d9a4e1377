package org.filmwright.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.filmwright.export.BoardSheet;
import org.filmwright.export.FilmSpec;

/** What a person wants to have of a project for others: the film as it is cut now, its storyboard, or both. */
public record Export(@JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Film> film,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Board> board) {
    public Export {
        film = film == null ? Optional.empty() : film;
        board = board == null ? Optional.empty() : board;
    }

    /** @param file absolute path of the MP4 */
    public record Film(String file, FilmSpec spec) {}

    /** @param file absolute path of the PDF */
    public record Board(String file, BoardSheet sheet) {}
}
