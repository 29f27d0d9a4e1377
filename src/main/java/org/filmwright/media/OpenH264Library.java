package org.filmwright.media;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
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
            int refused = (int) Linker.nativeLinker()
                    .downcallHandle(symbols.findOrThrow("WelsCreateSVCEncoder"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                    .invokeExact(place);
            MemorySegment encoder = place.get(ValueLayout.ADDRESS, 0);
            if (refused != 0 || encoder.address() == 0) {
                throw new OutOfMemoryError("No native memory for an encoder");
            }
            return encoder;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A C function cannot throw", e);
        }
    }

    void destroy(MemorySegment encoder) {
        callWith("WelsDestroySVCEncoder", encoder);
    }

    private String readVersion() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment numbers = arena.allocate(16, 4);
            callWith("WelsGetCodecVersionEx", numbers);
            return numbers.get(ValueLayout.JAVA_INT, 0) + "." + numbers.get(ValueLayout.JAVA_INT, 4) + "."
                    + numbers.get(ValueLayout.JAVA_INT, 8);
        }
    }

    /** {@code void name(void*)} */
    private void callWith(String name, MemorySegment argument) {
        try {
            Linker.nativeLinker()
                    .downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS))
                    .invokeExact(argument);
        } catch (Throwable e) {
            throw new IllegalStateException("A C function cannot throw", e);
        }
    }
}
