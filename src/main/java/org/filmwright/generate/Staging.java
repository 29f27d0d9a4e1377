package org.filmwright.generate;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.Setting;
import org.filmwright.base.ShotSize;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;

/**
 * How a shot is staged, for generators that compose a picture instead of reading a prompt.
 *
 * @param props things to draw, most important first; the first one is the object of an insert
 * @param action the script's words, where poses, weather and props are found
 * @param slate what stands under the board: {@code 4-B  MCU  MARA  push-in}
 */
public record Staging(Place place, ShotSize size, CameraAngle angle, List<Person> people, List<String> props,
        String action, String slate) {
    public Staging {
        people = List.copyOf(people);
        props = List.copyOf(props);
    }

    /** The same place has the same {@code location} words in every shot of the film, and so the same geography. */
    public record Place(Setting setting, String location, TimeOfDay time, Weather weather) {}

    /**
     * Somebody in the frame, listed left to right.
     *
     * @param name in capitals as in the script: the seed of their looks through the whole film
     * @param description the script's introduction ({@code 30, in a grey coat}); may be empty
     * @param focus whether the eye should land here
     * @param doing the words about this person in this shot; may be empty
     * @param mood parenthetical or punctuation of their line ({@code quietly}, {@code !}); may be empty
     * @param looksAt another person's name or a prop, where known
     * @param side of the scene's 180-degree line they stand on: -1 left (so they look to the right), 1 right, 0 unknown
     */
    public record Person(String name, String description, boolean focus, String doing, String mood,
            Optional<String> looksAt, int side) {
        public Person(String name, String description, boolean focus, String doing, String mood,
                Optional<String> looksAt) {
            this(name, description, focus, doing, mood, looksAt, 0);
        }
    }
}
