package org.filmwright.story;

import org.filmwright.base.Setting;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;

/** Where and when a scene plays; {@code location} is the heading's own words without setting and time. */
public record Place(Setting setting, String location, TimeOfDay time, Weather weather) {}
