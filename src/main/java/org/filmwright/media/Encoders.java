package org.filmwright.media;

import java.util.Optional;

/**
 * What codes films on this machine.
 *
 * @param card the encoder of a graphics card that passed its trial, as people know it
 * @param processor the one that is always there, by name and version
 */
public record Encoders(Optional<String> card, String processor) {
    /** Those that were found. Takes a second the first time it is asked. */
    public static Encoders ofMachine() {
        return new Encoders(HardwareEncoder.ofMachine().map(HardwareEncoder::title), OpenH264Library.ofSystem()
                .map(library -> "openh264 " + library.version())
                .orElse("openh264"));
    }
}
