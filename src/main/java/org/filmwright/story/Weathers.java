package org.filmwright.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.Weather;

/** Finds the weather in the words of a scene: the first word that names one, unless it is said to be over. */
final class Weathers {
    private static final Map<String, Weather> WORDS = Map.ofEntries(Map.entry("rain", Weather.RAIN),
            Map.entry("raining", Weather.RAIN), Map.entry("rains", Weather.RAIN), Map.entry("drizzle", Weather.RAIN),
            Map.entry("downpour", Weather.RAIN), Map.entry("storm", Weather.RAIN), Map.entry("thunder", Weather.RAIN),
            Map.entry("snow", Weather.SNOW), Map.entry("snowing", Weather.SNOW), Map.entry("snows", Weather.SNOW),
            Map.entry("blizzard", Weather.SNOW), Map.entry("sleet", Weather.SNOW), Map.entry("fog", Weather.FOG),
            Map.entry("foggy", Weather.FOG), Map.entry("mist", Weather.FOG), Map.entry("misty", Weather.FOG),
            Map.entry("haze", Weather.FOG), Map.entry("wind", Weather.WIND), Map.entry("windy", Weather.WIND),
            Map.entry("gale", Weather.WIND), Map.entry("gust", Weather.WIND), Map.entry("overcast", Weather.OVERCAST),
            Map.entry("clouds", Weather.OVERCAST), Map.entry("cloudy", Weather.OVERCAST),
            Map.entry("sunlight", Weather.CLEAR), Map.entry("sunshine", Weather.CLEAR),
            Map.entry("sun", Weather.CLEAR), Map.entry("sunny", Weather.CLEAR));
    private static final Set<String> OVER = Set.of("no", "stopped", "stops", "gone", "without", "after", "lifted");

    private Weathers() {}

    static Optional<Weather> in(String text) {
        List<String> words = Words.lower(text);
        for (int i = 0; i < words.size(); i++) {
            Weather weather = WORDS.get(words.get(i));
            boolean over = words.subList(Math.max(0, i - 2), Math.min(words.size(), i + 3))
                    .stream()
                    .anyMatch(OVER::contains);
            if (weather != null && !over) {
                return Optional.of(weather);
            }
        }
        return Optional.empty();
    }
}
