package org.filmwright.production;

/** Who circles the takes: the measurable best, the first, or a person at a gate. */
public enum ApprovalPolicy {
    BEST, FIRST, ASK
}
