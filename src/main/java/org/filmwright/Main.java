package org.filmwright;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts Filmwright: the studio without arguments, else a command. */
public final class Main {
    private static final Logger ROOT = Logger.getLogger("");

    private Main() {}

    public static void main(String[] args) {
        boolean verbose = Arrays.asList(args).contains("--verbose");
        ROOT.setLevel(verbose ? Level.INFO : Level.SEVERE);
        System.exit(Filmwright.commandLine().execute(args));
    }
}
