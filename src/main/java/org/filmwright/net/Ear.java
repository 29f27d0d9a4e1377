package org.filmwright.net;

/** Hears what a server tells by itself over a socket (RFC 6455). Called on a thread of the network, one after the other. */
public interface Ear {
    void text(String text);

    /** Pictures and the like; most do not listen to them. */
    default void bytes(byte[] bytes) {}

    /** Nothing more comes: it was closed, it broke, or it was never open. */
    void end();
}
