package org.filmwright.generate.local.runner;

/**
 * How a process of models ended over its work.
 *
 * @param why half a sentence, to follow "the process "
 */
record Death(Cause cause, String why) {
    /** What it most likely was. */
    enum Cause {
        MEMORY, CRASH, SILENCE, GIBBERISH
    }

    /** {@code -XX:+ExitOnOutOfMemoryError} of HotSpot. */
    private static final int HEAP_FULL = 3;
    private static final int SIGNAL = 128;
    private static final int KILLED = SIGNAL + 9;

    /** NTSTATUS: no memory, commitment limit, access violation. */
    private static final int NO_MEMORY = 0xC0000017;
    private static final int COMMITMENT_LIMIT = 0xC000012D;
    private static final int ACCESS_VIOLATION = 0xC0000005;

    /** @param code as {@link Process#exitValue()} tells it: 128 and the signal, or an NTSTATUS on Windows */
    static Death of(int code, LastWords words) {
        String told = words.told().map(line -> "; it last said: " + line).orElse("");
        boolean full = words.tellOfMemory() || code == HEAP_FULL || code == KILLED || code == NO_MEMORY
                || code == COMMITMENT_LIMIT;
        String way = words.tellOfCrash() ? "crashed in native code (exit code " + code + ")" : way(code);
        return new Death(full ? Cause.MEMORY : Cause.CRASH, way + told);
    }

    private static String way(int code) {
        return switch (code) {
            case 0 -> "ended in the middle of the work";
            case HEAP_FULL -> "had no memory left for Java (exit code 3)";
            case KILLED -> "was killed from outside (exit code 137), most likely because the machine ran out of memory";
            case SIGNAL + 6 -> "crashed in native code (exit code 134)";
            case SIGNAL + 11 -> "crashed in native code (exit code 139)";
            case SIGNAL + 15 -> "was ended from outside (exit code 143)";
            case ACCESS_VIOLATION -> "crashed in native code (0xC0000005)";
            case NO_MEMORY, COMMITMENT_LIMIT -> "had no memory left (0x%X)".formatted(code);
            default -> "ended with exit code " + code;
        };
    }
}
