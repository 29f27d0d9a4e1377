package org.filmwright.generate.local.card;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the program that comes with the driver ({@code nvidia-smi --query-gpu}). It hangs where a card has fallen off the bus, so it is
 * not waited for longer than {@code patience}.
 *
 * @param visible {@code CUDA_VISIBLE_DEVICES}: numbers on the bus or beginnings of ids, in the order in which CUDA counts them anew; what
 *         follows something that is no card does not count (CUDA C++ Programming Guide, environment variables)
 */
record NvidiaSmi(List<String> program, Optional<String> visible, Duration patience) implements Cards {
    private static final Logger LOG = LoggerFactory.getLogger(NvidiaSmi.class);
    private static final Pattern LINE = Pattern.compile("(GPU-[\\w-]+), (.+), (\\d{1,9}), (\\d{1,9})");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static NvidiaSmi usual() {
        return new NvidiaSmi(List.of("nvidia-smi", "--query-gpu=uuid,name,memory.total,memory.free",
                "--format=csv,noheader,nounits"), visible(System.getenv()), PATIENCE);
    }

    static Optional<String> visible(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("CUDA_VISIBLE_DEVICES"));
    }

    private record Seen(String id, String name, long total, long free) {
        Card as(int number) {
            return new Card(number, name, total, free);
        }
    }

    @Override
    public List<Card> now() {
        List<Seen> all = answer().lines().flatMap(line -> seen(line).stream()).toList();
        return visible.map(names -> chosen(all, names)).orElseGet(() -> numbered(all));
    }

    private static Optional<Seen> seen(String line) {
        Matcher told = LINE.matcher(line.strip());
        return told.matches()
                ? Optional.of(new Seen(told.group(1), told.group(2), bytes(told.group(3)), bytes(told.group(4))))
                : Optional.empty();
    }

    /** It tells mebibytes. */
    private static long bytes(String mebibytes) {
        return Long.parseLong(mebibytes) << 20;
    }

    private static List<Card> chosen(List<Seen> all, String names) {
        List<Seen> chosen = new ArrayList<>();
        for (String name : names.split(",")) {
            Optional<Seen> one = named(all, name.strip()).filter(seen -> !chosen.contains(seen));
            if (one.isEmpty()) {
                break;
            }
            chosen.add(one.get());
        }
        return numbered(chosen);
    }

    private static Optional<Seen> named(List<Seen> all, String name) {
        if (name.matches("\\d{1,3}")) {
            return all.stream().skip(Long.parseLong(name)).findFirst();
        }
        return name.startsWith("GPU-")
                ? all.stream().filter(seen -> seen.id().startsWith(name)).findFirst()
                : Optional.empty();
    }

    private static List<Card> numbered(List<Seen> seen) {
        List<Card> cards = new ArrayList<>();
        seen.forEach(each -> cards.add(each.as(cards.size())));
        return List.copyOf(cards);
    }

    /** Its answer is shorter than what a pipe holds, so it can end before anybody reads. */
    private String answer() {
        try {
            Process asked = new ProcessBuilder(program).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            asked.getOutputStream().close();
            if (!asked.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                asked.destroyForcibly();
                LOG.warn("The driver of the graphics cards does not answer.");
                return "";
            }
            return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.debug("Nobody tells of graphics cards.", e);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
