package org.filmwright.media;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** A C function whose arguments are integers ({@code int}) and pointers ({@link MemorySegment}). */
@SuppressWarnings("restricted")
record CFunction(MemorySegment address) {
    /** Where it returns {@code int}. */
    int call(Object... arguments) {
        return (int) invoke(FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts(arguments)), arguments);
    }

    /** Where it returns nothing. */
    void run(Object... arguments) {
        invoke(FunctionDescriptor.ofVoid(layouts(arguments)), arguments);
    }

    private static MemoryLayout[] layouts(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(each -> each instanceof Integer ? ValueLayout.JAVA_INT : ValueLayout.ADDRESS)
                .toArray(MemoryLayout[]::new);
    }

    /** A method handle may throw whatever Java can; a C function throws nothing. */
    private Object invoke(FunctionDescriptor descriptor, Object[] arguments) {
        try {
            return Linker.nativeLinker().downcallHandle(address, descriptor).invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A C function cannot throw", e);
        }
    }
}
