package org.filmwright.generate.draft.places;

/** The kinds of place the artist can build (draft-boards.md 5). */
public enum PlaceKind {
    ROOM, KITCHEN, BEDROOM, OFFICE, CORRIDOR, STAIRS, BAR, CHURCH, SHOP, CAR, CARRIAGE, WAREHOUSE, LABORATORY, COCKPIT, SPACESHIP, STREET, ALLEY, SQUARE, MARKET, ROOFTOP, SKYLINE, HARBOUR, SEA, BEACH, BRIDGE, STATION, FOREST, FIELD, HILL, MOUNTAIN, DESERT, CAVE, GARDEN, SPACE;

    /** Whether there is a ceiling over it: no weather falls inside, and lamps light it. */
    public boolean indoors() {
        return ordinal() <= SPACESHIP.ordinal() || this == CAVE || this == STATION;
    }
}
