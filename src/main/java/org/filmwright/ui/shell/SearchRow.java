package org.filmwright.ui.shell;

import java.util.ArrayList;
import java.util.List;
import org.filmwright.production.find.FilmSearch;
import org.filmwright.production.find.Found;
import org.filmwright.production.find.Found.Kind;
import org.filmwright.production.find.Found.Sense;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Words;

/** A line of the list of what was found: a title over what is of one kind, or something found. */
sealed interface SearchRow {
    record Title(Kind kind, int shown, int all) implements SearchRow {
        String words() {
            return shown == all
                    ? Words.count("search.all", all, "kind", Words.of("search.kind", kind))
                    : Words.of("search.some", "kind", Words.of("search.kind", kind), "shown", shown, "all",
                            String.format("%,d", all));
        }
    }

    /** Over what does not hold the words. */
    record Near(Sense by) implements SearchRow {
        String words() {
            return Words.of("search.sense", by);
        }
    }

    record Item(Found found) implements SearchRow {
        /** What it is, and where. */
        String place() {
            return switch (found.place()) {
                case Found.InScript line -> Words.of("search.line", "type", line.speaker()
                        .orElseGet(() -> Words.of("element", line.type())), "line", line.line());
                case Found.InBible entry -> Words.of("search.entry", entry.of());
                case Found.OfTake take -> take.ruling() == org.filmwright.review.Ruling.NEW
                        ? Words.of("search.what", found.what())
                        : Words.of("search.take", "what", Words.of("search.what", found.what()), "state", ShotState
                                .of(take.ruling())
                                .words());
            };
        }

        String spoken() {
            return Words.of("search.spoken", "kind", Words.of("search.kind", found.place().kind()), "name",
                    found.name().text(), "place", place(), "words", found.words().text());
        }
    }

    /** Kind by kind, each under its title; kinds of which nothing was found have none. Then what is only near. */
    static List<SearchRow> of(SearchModel.Answer answer) {
        List<SearchRow> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Found> first = answer.results().first(kind);
            if (!first.isEmpty()) {
                rows.add(new Title(kind, first.size(), answer.results().all(kind)));
                first.forEach(found -> rows.add(new Item(found)));
            }
        }
        for (FilmSearch.Sensed sensed : answer.nearby().found()) {
            rows.add(new Near(sensed.by()));
            sensed.first().forEach(found -> rows.add(new Item(found)));
        }
        return rows;
    }
}
