package org.filmwright.media;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * The openh264 that the system may have: distributions build it with its assembler, and it is two to three times as
 * fast as the one inside the FFmpeg libraries (decision 0009). Bound to one ABI, soname 7 (openh264 2.3 and 2.4).
 */
@SuppressWarnings("restricted")
public final class OpenH264Library {
    private static final String SONAME = "libopenh264.so.7";
    private static final Optional<OpenH264Library> SYSTEM = find();
    private final SymbolLookup symbols;
    private final String version;

    private OpenH264Library(SymbolLookup symbols) {
        this.symbols = symbols;
        version = readVersion();
    }

    /** Empty where the system has none. */
    public static Optional<OpenH264Library> ofSystem() {
        return SYSTEM;
    }

    /** Such as {@code 2.3.1}. */
    public String version() {
        return version;
    }

    private static Optional<OpenH264Library> find() {
        try {
            return Optional.of(new OpenH264Library(SymbolLookup.libraryLookup(SONAME, Arena.global())));
        } catch (IllegalArgumentException absent) {
            return Optional.empty();
        }
    }

    /** A new encoder, not yet initialised: {@code ISVCEncoder*}. */
    MemorySegment create() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(ValueLayout.ADDRESS);
            int refused = function("WelsCreateSVCEncoder").call(place);
            MemorySegment encoder = place.get(ValueLayout.ADDRESS, 0);
            if (refused != 0 || encoder.address() == 0) {
                throw new OutOfMemoryError("No native memory for an encoder");
            }
            return encoder;
        }
    }

    void destroy(MemorySegment encoder) {
        function("WelsDestroySVCEncoder").run(encoder);
    }

    private String readVersion() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment numbers = arena.allocate(16, 4);
            function("WelsGetCodecVersionEx").run(numbers);
            return numbers.get(ValueLayout.JAVA_INT, 0) + "." + numbers.get(ValueLayout.JAVA_INT, 4) + "."
                    + numbers.get(ValueLayout.JAVA_INT, 8);
        }
    }

    private CFunction function(String name) {
        return new CFunction(symbols.findOrThrow(name));
    }
}
