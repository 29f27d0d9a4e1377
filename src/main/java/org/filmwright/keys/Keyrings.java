package org.filmwright.keys;

import java.util.Map;
import java.util.Optional;

/** Which keyring a system has. Looking does not start anything. */
public final class Keyrings {
    private Keyrings() {}

    /** @param system as {@code os.name} says it; @param environment where programs are looked for */
    public static Optional<Keyring> of(String system, Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        if (system.startsWith("Windows")) {
            return Errand.find("powershell.exe", path).map(WindowsSeal::new);
        }
        if (system.startsWith("Mac")) {
            return Errand.find("security", path).map(MacKeychain::new);
        }
        boolean session = environment.containsKey("DBUS_SESSION_BUS_ADDRESS");
        return session ? Errand.find("secret-tool", path).map(SecretTool::new) : Optional.empty();
    }
}
