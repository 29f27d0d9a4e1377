package org.filmwright.net;

/** Bytes of a file: the first, and the first that is not among them. */
record Range(long from, long to) {
    /** As a request names it. */
    String header() {
        return "bytes=" + from + "-" + (to - 1);
    }
}
