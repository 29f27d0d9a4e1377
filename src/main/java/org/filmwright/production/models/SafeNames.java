package org.filmwright.production.models;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names that mean one file inside one folder on every system, and nothing else. */
public final class SafeNames {
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}<>:\"|?*\\\\]");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final int LONGEST_PATH = 400;
    private static final int LONGEST_PART = 200;

    private SafeNames() {}

    /** A model's name is that of its folder: 1 to 64 letters, digits, dots, hyphens and underscores. */
    public static boolean isModel(String name) {
        return MODEL.matcher(name).matches() && !name.endsWith(".") && !isDevice(name);
    }

    /** A path below a folder, with slashes: never absolute, never upwards, no drive, nothing that a system would change. */
    public static boolean isFile(String path) {
        if (path.isEmpty() || path.length() > LONGEST_PATH || FORBIDDEN.matcher(path).find()) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            boolean odd = part.isBlank() || part.length() > LONGEST_PART || part.endsWith(".") || part.endsWith(" ")
                    || isDevice(part);
            if (odd) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDevice(String part) {
        return DEVICE.matcher(part.toLowerCase(Locale.ROOT)).matches();
    }
}
