package org.filmwright.generate.draft.props;

/** The things the artist can draw (draft-boards.md 5). */
public enum PropKind {
    TABLE, CHAIR, BED, LAMP, DOOR, WINDOW, CLOCK, MIRROR, LETTER, TICKET, BOOK, PHONE, CUP, BOTTLE, KNIFE, GUN, KEY, BAG, SUITCASE, UMBRELLA, LANTERN, CANDLE, FIRE, CAR, BICYCLE, BOAT, SHIP, TRAIN, PLANE, COMPUTER, SCREEN, HELMET, ROBOT, DOG, CAT, HORSE, BIRD, TREE, ROCK, FLOWER, COFFIN, CROWN, CRATE, ROPE, PENCIL, RADIO, RING, COIN;

    /** Where a thing is found when the script does not say. */
    public enum Stand {
        FLOOR, TABLE, WALL, SKY, WATER
    }
}
