package org.filmwright.images;

/** What a picture depends on, in the words of a set: changed parts say why a take is stale. */
public enum BriefPart {
    PLACE, FRAMING, CONTENT, PEOPLE
}
