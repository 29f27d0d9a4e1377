package org.filmwright.review;

/** What was decided about a take. */
public enum Ruling {
    NEW, APPROVED, REJECTED, CHANGES
}
