package org.filmwright.agents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.filmwright.agents.AgentReading.Read;
import org.filmwright.agents.AgentReading.Refused;
import org.filmwright.agents.rules.Rulebook;

/**
 * Every agent at hand: those that come with this program, then the user's, then the project's; the later one of an id
 * counts. Folders are looked at anew whenever somebody asks, so that a file dropped in is found without a restart.
 */
public final class AgentLibrary {
    static final String INDEX = "index.txt";
    private static final String BUNDLED = "bundled";
    private static final String ENDING = ".md";
    private final AgentReader reader = new AgentReader(Rulebook.names());
    private final List<Path> folders;
    private final List<Source> bundled;
    private Map<Path, Known> known = Map.of();

    /** @param folders the user's, then the project's; one that is not there has no agents */
    public AgentLibrary(List<Path> folders) {
        this.folders = List.copyOf(folders);
        this.bundled = Resources.text(INDEX)
                .lines()
                .map(name -> new Source(BUNDLED, reader.read(name + ENDING, Resources.text(name + ENDING))))
                .toList();
    }

    /** A file that was read. @param from {@code bundled}, or the folder */
    private record Source(String from, AgentReading reading) {}

    /** What was read of a file while it looked like this. */
    private record Known(FileTime changed, long size, AgentReading reading) {}

    /** An agent and where it comes from: {@code bundled}, or a folder. */
    public record Member(Agent agent, String from) {
        /** Whether it is a file of the user's or the project's. */
        public boolean isOwn() {
            return !from.equals(BUNDLED);
        }
    }

    /** The library as it is now. @param refused files that cannot be used, each with line and reason */
    public record Shelf(List<Member> members, List<Refused> refused) {
        public Shelf {
            members = List.copyOf(members);
            refused = List.copyOf(refused);
        }

        public Optional<Agent> agent(String id) {
            return members.stream().map(Member::agent).filter(agent -> agent.id().equals(id)).findFirst();
        }

        /** Those who can do that, the best first; equals by id. */
        public List<Agent> capableOf(String capability) {
            return capableOf(capability, _ -> 1);
        }

        /** @param weight by id, what the score of an agent is multiplied by, since somebody knows it better */
        public List<Agent> capableOf(String capability, ToDoubleFunction<String> weight) {
            return members.stream()
                    .map(Member::agent)
                    .filter(agent -> agent.score(capability) > 0)
                    .sorted(Comparator
                            .comparingDouble(
                                    (Agent agent) -> -agent.score(capability) * weight.applyAsDouble(agent.id()))
                            .thenComparing(Agent::id))
                    .toList();
        }
    }

    /** Looks at the folders and reads what is new or changed. */
    public synchronized Shelf now() {
        Map<Path, Known> seen = new HashMap<>();
        List<Source> sources = new ArrayList<>(bundled);
        List<Refused> refused = new ArrayList<>();
        for (Path folder : folders) {
            try {
                for (Path file : files(folder)) {
                    Known now = known(file);
                    seen.put(file, now);
                    sources.add(new Source(folder.toString(), now.reading));
                }
            } catch (IOException e) {
                refused.add(new Refused(folder.toString(), 1, "the folder could not be read: " + e.getMessage() + "."));
            }
        }
        known = seen;
        return shelf(sources, refused);
    }

    private static Shelf shelf(List<Source> sources, List<Refused> refused) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Source source : sources) {
            switch (source.reading) {
                case Read(Agent agent) -> members.put(agent.id(), new Member(agent, source.from));
                case Refused no -> refused.add(no);
            }
        }
        return new Shelf(members.values()
                .stream()
                .sorted(Comparator.comparing((Member member) -> member.agent().card().category())
                        .thenComparing(member -> member.agent().id()))
                .toList(), refused);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
        }
    }

    /** A file that goes while it is looked at is read as one that is not there, and said so. */
    private Known known(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Known(FileTime.fromMillis(0), 0, reader.read(file));
        }
        FileTime changed = Files.getLastModifiedTime(file);
        long size = Files.size(file);
        Known before = known.get(file);
        return before != null && before.changed.equals(changed) && before.size == size
                ? before
                : new Known(changed, size, reader.read(file));
    }
}
