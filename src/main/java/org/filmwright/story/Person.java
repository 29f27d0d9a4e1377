package org.filmwright.story;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.ShotId;

/**
 * A character of the film: the name, and the script's own words where it introduces them ({@code 30, in a grey coat}).
 *
 * @param conditions what is otherwise in single shots, by what happened before them
 */
public record Person(String name, String description, List<Condition> conditions) {
    public Person {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
    }

    public Person(String name, String description) {
        this(name, description, List.of());
    }

    /** How somebody is in a shot. @param wardrobe what is worn by now, @param injury what has not healed; may be empty */
    public record Condition(ShotId shot, String wardrobe, String injury) {
        /** {@code red dress, bandaged hand}. */
        public String words() {
            return Stream.of(wardrobe, injury).filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
        }
    }

    /** Nothing where somebody is as introduced. */
    public Optional<Condition> in(ShotId shot) {
        return conditions.stream().filter(each -> each.shot().equals(shot)).findFirst();
    }

    /** Is in one shot as in another. */
    Person alike(ShotId shot, ShotId as) {
        return in(as).map(one -> {
            List<Condition> more = Stream.concat(conditions.stream(),
                    Stream.of(new Condition(shot, one.wardrobe(), one.injury()))).toList();
            return new Person(name, description, more);
        }).orElse(this);
    }

    public Person described(String words) {
        return new Person(name, words, conditions);
    }
}
