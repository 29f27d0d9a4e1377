package org.filmwright;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.filmwright.agents.Agent;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.agents.AgentReading;
import org.filmwright.agents.AgentReading.Refused;
import org.filmwright.agents.AgentResult;
import org.filmwright.agents.Confidence;
import org.filmwright.base.Money;
import org.filmwright.production.Remembered;

/** The documents of the {@code agents} commands (cli.md), as JSON and for people. */
final class AgentsReport {
    private AgentsReport() {}

    /** {@code agents list --json}. */
    record Listing(List<Row> agents, List<Refused> refused) {}

    /** An agent in a list. @param from {@code bundled}, or the folder it lies in */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Row(String id, int version, String title, String category, Map<String, Double> capabilities,
            String generator,
            double reviewBelow, Optional<String> rule, String from, Optional<Taken> taken, Optional<AgentTally> tally) {
        /** How often its word was taken, as is remembered of the person who asks. @param weight of its scores */
        record Taken(int taken, int of, double weight) {
            String words() {
                return weight == 1
                        ? "you took %d of its last %d".formatted(taken, of)
                        : "%s, because you took %d of its last %d".formatted(
                                weight > 1 ? "further up" : "further down", taken, of);
            }
        }

        /** Of an agent that is there. @param tallies of the project, by agent */
        static Row of(AgentLibrary.Shelf shelf, Agent agent, Remembered remembered, Map<String, AgentTally> tallies) {
            String from = shelf.members()
                    .stream()
                    .filter(member -> member.agent().equals(agent))
                    .map(AgentLibrary.Member::from)
                    .findFirst()
                    .orElseThrow();
            Agent.Card card = agent.card();
            return new Row(card.id(), card.version(), card.title(), card.category().name().toLowerCase(Locale.ROOT),
                    new TreeMap<>(card.capabilities()), "text", agent.threshold(), agent.fallback(), from,
                    Optional.of(remembered.standing(agent.id()))
                            .filter(standing -> standing.of() > 0)
                            .map(standing -> new Taken(standing.taken(), standing.of(), standing.weight())),
                    Optional.ofNullable(tallies.get(agent.id())));
        }

        String abilities() {
            return capabilities.entrySet()
                    .stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
        }
    }

    /** {@code agents show --json}. */
    record Shown(Row agent, JsonNode input, JsonNode output, Example example, String instructions) {
        record Example(JsonNode input, JsonNode output) {}

        static Shown of(Row row, Agent agent) {
            Agent.Contract contract = agent.contract();
            return new Shown(row, contract.input(), contract.output(),
                    new Example(contract.exampleInput(), contract.exampleOutput()), agent.instructions());
        }
    }

    /** {@code agents run --json}. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Answered(String agent, String by, double confidence, List<Confidence.Reason> reasons, double reviewBelow,
            boolean forReview, List<String> doubts, Optional<Money> charged, JsonNode answer) {
        static Answered of(Agent agent, AgentResult.Delivered delivered) {
            return new Answered(agent.id(), delivered.by(), delivered.confidence().value(),
                    delivered.confidence().reasons(), agent.threshold(), delivered.forReview(), delivered.doubts(),
                    delivered.charged(), delivered.answer());
        }
    }

    /** {@code agents validate --json}. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Validated(String file, boolean valid, Optional<String> id, Optional<Integer> line, Optional<String> reason) {
        static Validated of(Path file, AgentReading reading) {
            return switch (reading) {
                case AgentReading.Read(Agent agent) -> new Validated(file.toString(), true, Optional.of(agent.id()),
                        Optional.empty(), Optional.empty());
                case Refused refused -> new Validated(file.toString(), false, Optional.empty(),
                        Optional.of(refused.line()), Optional.of(refused.reason()));
            };
        }
    }

    static void print(Console console, Listing listing) {
        String category = "";
        for (Row row : listing.agents()) {
            if (!row.category().equals(category)) {
                category = row.category();
                console.out().println(category);
            }
            console.out()
                    .printf("  %-22s %-26s %s%s%s%n", row.id(), row.title(), row.abilities(),
                            row.rule().map(rule -> "  [rule " + rule + "]").orElse(""),
                            row.taken().map(taken -> "  (" + taken.words() + ")").orElse(""));
            row.tally().ifPresent(tally -> console.out().println("      " + tally.words()));
        }
        listing.refused().forEach(refused -> console.out().println("Cannot be used: " + refused.sentence()));
        console.out()
                .println(listing.agents().isEmpty()
                        ? "There is no such agent."
                        : listing.agents().size() + " agents. Those with a rule answer without a generator of text.");
    }

    static void print(Console console, Shown shown) {
        Row row = shown.agent();
        console.out().printf("%s (%s %d, %s, %s)%n", row.title(), row.id(), row.version(), row.category(), row.from());
        console.out().println("Can be asked for: " + row.abilities());
        console.out()
                .println("For review below " + row.reviewBelow() + "; without a generator of text: "
                        + row.rule().map(rule -> "rule " + rule).orElse("no answer"));
        row.tally().ifPresent(tally -> console.out().println("In this project: " + tally.words()));
        row.taken().ifPresent(taken -> console.out().println("Remembered of you: " + taken.words() + "."));
        console.out()
                .printf("%nInput%n%s%n%nOutput%n%s%n", shown.input().toPrettyString(),
                        shown.output().toPrettyString());
        console.out()
                .printf("%nExample input%n%s%n%nExample output%n%s%n%n%s%n",
                        shown.example().input().toPrettyString(), shown.example().output().toPrettyString(),
                        shown.instructions());
    }

    /** {@code agents reset --json}. @param before what counts no more, by agent */
    record Reset(Optional<String> agent, Instant since, Map<String, AgentTally> before) {}

    static void print(Console console, Reset reset) {
        reset.before().forEach((agent, tally) -> console.out().printf("%-22s %s%n", agent, tally.words()));
        console.out()
                .println(reset.agent().map(id -> "'" + id + "' is").orElse("All agents are")
                        + " counted anew from now on. "
                        + (reset.before().isEmpty()
                                ? "There was nothing to count before."
                                : "What they did is kept, and counts no more."));
    }

    static void print(Console console, Answered answered) {
        console.out().println(answered.answer().toPrettyString());
        console.out()
                .printf(Locale.ROOT, "%nConfidence %.2f, by %s%s%n", answered.confidence(), answered.by(),
                        answered.forReview()
                                ? ": for review, because it is below " + answered.reviewBelow() + "."
                                : ".");
        answered.reasons()
                .forEach(reason -> console.out().printf(Locale.ROOT, "  x %.2f  %s%n", reason.factor(), reason.what()));
        answered.doubts().forEach(doubt -> console.out().println("  doubt: " + doubt));
    }

    static void print(Console console, Validated validated) {
        console.out()
                .println(validated.valid()
                        ? validated.file() + ": the agent '" + validated.id().orElse("") + "' can be used."
                        : validated.file() + ", line " + validated.line().orElse(1) + ": "
                                + validated.reason().orElse("") + " The agent was not taken.");
    }
}
