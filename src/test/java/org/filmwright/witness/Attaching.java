package org.filmwright.witness;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Brings the agent into this process. A process may not attach to itself, so another one does it and ends. */
final class Attaching {
    private Attaching() {}

    /** @param words the process, and the agent */
    public static void main(String[] words) throws Exception {
        VirtualMachine process = VirtualMachine.attach(words[0]);
        try {
            process.loadAgent(words[1]);
        } finally {
            process.detach();
        }
    }

    static void attach() throws IOException, InterruptedException {
        Path agent = Files.createTempFile("witness", ".jar");
        Path said = Files.createTempFile("witness", ".txt");
        try {
            write(agent);
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process other = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                    Attaching.class.getName(), Long.toString(ProcessHandle.current().pid()), agent.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (other.waitFor() != 0) {
                throw new IllegalStateException("Nobody can see the sockets: " + Files.readString(said));
            }
        } finally {
            Files.deleteIfExists(agent);
            Files.deleteIfExists(said);
        }
    }

    private static void write(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes head = manifest.getMainAttributes();
        head.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        head.putValue("Agent-Class", WitnessAgent.class.getName());
        head.putValue("Can-Retransform-Classes", "true");
        String name = WitnessAgent.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream bytes = WitnessAgent.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            bytes.transferTo(out);
            out.closeEntry();
        }
    }
}
