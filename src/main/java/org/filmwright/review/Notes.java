package org.filmwright.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;

/** The notes of a project. @param own those of each take, the oldest first @param carried open ones of takes before it */
public record Notes(Map<TakeId, List<Note>> own, Map<TakeId, List<Note>> carried) {
    public static final Notes NONE = new Notes(Map.of(), Map.of());

    public Notes {
        own = Map.copyOf(own);
        carried = Map.copyOf(carried);
    }

    /** @param takes in the order in which they came: a note that is open goes along to whatever comes after its take */
    public static Notes of(List<Note> notes, List<ImageTake> takes) {
        if (notes.isEmpty()) {
            return NONE;
        }
        Map<TakeId, List<Note>> own = notes.stream()
                .sorted(Comparator.comparing(Note::begun))
                .collect(Collectors.groupingBy(Note::take));
        Map<TakeId, List<Note>> carried = new HashMap<>();
        Map<ShotId, List<Note>> open = new HashMap<>();
        for (ImageTake take : takes) {
            List<Note> before = open.getOrDefault(take.shot(), List.of());
            if (!before.isEmpty()) {
                carried.put(take.id(), List.copyOf(before));
            }
            List<Note> after = new ArrayList<>(before);
            own.getOrDefault(take.id(), List.of()).stream().filter(note -> !note.resolved()).forEach(after::add);
            open.put(take.shot(), after);
        }
        return new Notes(own, carried);
    }

    public List<Note> of(TakeId take) {
        return own.getOrDefault(take, List.of());
    }

    /** Open notes of takes that came before this one, the oldest first. */
    public List<Note> carriedTo(TakeId take) {
        return carried.getOrDefault(take, List.of());
    }

    public Optional<Note> find(NoteId id) {
        return own.values().stream().flatMap(List::stream).filter(note -> note.id().equals(id)).findFirst();
    }
}
