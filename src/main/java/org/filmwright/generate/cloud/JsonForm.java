package org.filmwright.generate.cloud;

/** How a server is asked for JSON, the strictest way first; no server is believed to have kept to it. */
enum JsonForm {
    SCHEMA, OBJECT, WORDS
}
