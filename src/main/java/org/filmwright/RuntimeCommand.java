package org.filmwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models runtime JAR}: lets models paint on NVIDIA cards. */
@Command(name = "runtime", mixinStandardHelpOptions = true, description = "Installs ONNX Runtime's build for NVIDIA cards from its jar ("
        + CudaRuntime.ARTIFACT + "). CUDA 12 and cuDNN 9 are yours to install.")
final class RuntimeCommand implements Callable<Integer> {
    @Mixin
    private Console console;

    @Parameters(paramLabel = "JAR", description = "The jar, as fetched from a Maven repository.")
    private Path jar;

    @Option(names = "--sha256", paramLabel = "HEX", description = "What its SHA-256 has to be.")
    private Optional<String> sha256 = Optional.empty();

    @Override
    public Integer call() {
        if (!Files.isRegularFile(jar)) {
            throw CommandFailed.refused("There is no file " + jar + ". Nothing was installed.", "Check the name.");
        }
        CudaRuntime.Installed installed = CommandFailed.orFail(CudaRuntime.here().install(jar, sha256));
        console.result(installed, () -> console.out()
                .printf("The runtime for NVIDIA cards is in %s (%d MB). Its jar has the SHA-256 %s.%nfilmwright doctor"
                        + " says which cards are there.%n", installed.folder(), installed.bytes() / 1_000_000,
                        installed.sha256()));
        return ExitCode.DONE;
    }
}
