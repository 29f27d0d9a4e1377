package org.filmwright.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.agents.Agent.Card;
import org.filmwright.agents.Agent.Category;
import org.filmwright.agents.Agent.Contract;
import org.filmwright.agents.Schemas.Flaw;
import org.filmwright.generate.TextRequest;

/** Reads an agent's file, and refuses one that is not sound by line and reason; even its own example has to fit. */
public final class AgentReader {
    static final int LONGEST = 256 * 1024;
    static final Pattern BLANK = Pattern.compile("\\{\\{\\s*([^}]*?)\\s*\\}\\}");
    private static final double USUAL_THRESHOLD = 0.75;
    private static final double CONSISTENCY_THRESHOLD = 0.70;
    private static final int USUAL_TOKENS = 2048;
    private final Schema format;
    private final Set<String> rules;

    /** @param rules the names that a fallback may have */
    public AgentReader(Set<String> rules) {
        this.rules = Set.copyOf(rules);
        this.format = Schemas.named("https://filmwright.org/agent.schema.json",
                Resources.json("agent.schema.json"));
    }

    /** Reads a file of the user. */
    public AgentReading read(Path file) {
        String name = file.toString();
        try {
            if (!Files.isRegularFile(file)) {
                return new AgentReading.Refused(name, 1, "there is no such file.");
            }
            if (Files.size(file) > LONGEST) {
                return new AgentReading.Refused(name, 1, "it has more than " + LONGEST + " bytes.");
            }
            return read(name, StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            return new AgentReading.Refused(name, 1, "it is not UTF-8 text.");
        } catch (IOException e) {
            return new AgentReading.Refused(name, 1, "it could not be read: " + e.getMessage() + ".");
        }
    }

    /** @param file as messages name it */
    public AgentReading read(String file, String text) {
        try {
            return new AgentReading.Read(agent(FrontMatter.of(text)));
        } catch (Misfit misfit) {
            return new AgentReading.Refused(file, misfit.line(), misfit.getMessage());
        }
    }

    private Agent agent(FrontMatter file) throws Misfit {
        List<Flaw> flaws = Schemas.flaws(format, file.top());
        if (!flaws.isEmpty()) {
            throw misfit(file, "", flaws.getFirst());
        }
        JsonNode top = file.top();
        Map<String, Double> capabilities = new HashMap<>();
        top.get("capabilities")
                .properties()
                .forEach(each -> capabilities.put(each.getKey(),
                        each.getValue().asDouble()));
        Card card = new Card(top.get("id").asText(), top.get("version").asInt(), top.get("title").asText(),
                Category.valueOf(top.get("category").asText().toUpperCase(Locale.ROOT)), capabilities);
        JsonNode generator = top.path("generator");
        TextRequest.Style style = new TextRequest.Style(
                generator.has("temperature")
                        ? OptionalDouble.of(generator.get("temperature").asDouble())
                        : OptionalDouble.empty(),
                generator.path("max_tokens").asInt(USUAL_TOKENS));
        double usual = capabilities.containsKey("consistency") ? CONSISTENCY_THRESHOLD : USUAL_THRESHOLD;
        Contract contract = new Contract(top.get("input"), top.get("output"), top.at("/example/input"),
                top.at("/example/output"));
        Agent agent = new Agent(card, style, top.path("review").asDouble(usual),
                Optional.ofNullable(top.get("fallback")).map(JsonNode::asText), contract, file.body());
        check(file, agent);
        return agent;
    }

    private void check(FrontMatter file, Agent agent) throws Misfit {
        if (agent.fallback().isPresent() && !rules.contains(agent.fallback().get())) {
            throw new Misfit(file.lineOf("/fallback"), "there is no rule '" + agent.fallback().get()
                    + "'; there are " + String.join(", ", rules.stream().sorted().toList()) + ".");
        }
        for (JsonNode reference : file.top().findValues("$ref")) {
            if (!reference.asText().startsWith("#")) {
                throw new Misfit(file.lineOf("/output"),
                        "'" + reference.asText() + "' leads out of this file; a $ref begins with '#'.");
            }
        }
        if (agent.instructions().length() < 200) {
            throw new Misfit(file.lineOf("/example") + 1,
                    "the instructions below the second '---' have less than 200 characters.");
        }
        blanks(file, agent);
        example(file, agent);
    }

    /** Only numbers and choices are filled into instructions, so that no word of a story ever becomes one. */
    private static void blanks(FrontMatter file, Agent agent) throws Misfit {
        Matcher blank = BLANK.matcher(agent.instructions());
        while (blank.find()) {
            JsonNode field = agent.contract().input().path("properties").path(blank.group(1));
            boolean safe = field.has("enum") || Set.of("integer", "number", "boolean")
                    .contains(field.path("type").asText());
            if (!safe) {
                throw new Misfit(file.lineOf("/input"), "'{{" + blank.group(1)
                        + "}}' in the instructions is no number, choice or yes-or-no of the input; text of the story stays out of instructions.");
            }
        }
    }

    private static void example(FrontMatter file, Agent agent) throws Misfit {
        Contract contract = agent.contract();
        List<Flaw> in = Schemas.flaws(Schemas.compiled(contract.input()), contract.exampleInput());
        if (!in.isEmpty()) {
            throw misfit(file, "/example/input", in.getFirst());
        }
        List<Flaw> out = AnswerForm.plain(agent, contract.exampleInput()).flaws(contract.exampleOutput());
        if (!out.isEmpty()) {
            throw misfit(file, "/example/output", out.getFirst());
        }
    }

    private static Misfit misfit(FrontMatter file, String root, Flaw flaw) {
        String place = root + flaw.pointer();
        return new Misfit(file.lineOf(place), (place.isEmpty() ? "" : place.substring(1) + ": ") + flaw.reason() + ".");
    }
}
