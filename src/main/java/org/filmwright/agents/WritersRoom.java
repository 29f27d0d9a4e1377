package org.filmwright.agents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.agents.AgentResult.Delivered;
import org.filmwright.agents.AgentResult.Missed;
import org.filmwright.agents.Schemas.Flaw;
import org.filmwright.agents.rules.Rulebook;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextGenerator;
import org.filmwright.generate.TextRequest;

/**
 * Where every agent does its work: hands over the material, reads what comes back, sends it back once with notes where
 * it does not fit, and says how far it can be trusted. Without a writer the agent's rule answers.
 */
public final class WritersRoom {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** So many letters make at least one token; and so long are notes at most. */
    private static final int LETTERS = 3;
    private static final int NOTES = 6_000;
    private final Optional<TextGenerator> writer;
    private final TextGenerator.Reader reader;

    /** @param writer empty where no generator of text is set up: then rules answer */
    public WritersRoom(Optional<TextGenerator> writer) {
        this(writer, TextGenerator.Reader.NOBODY);
    }

    /** @param reader hears what is written while it is */
    public WritersRoom(Optional<TextGenerator> writer, TextGenerator.Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** The most that a writer is asked for one answer: the question, and once more what did not fit, with notes. */
    public static List<TextRequest> most(Agent agent, JsonNode input) {
        TextRequest first = CallSheet.first(agent, input, AnswerForm.stated(agent, input));
        String longest = "x".repeat(LETTERS * agent.style().maxTokens() + NOTES);
        return List.of(first, CallSheet.again(first, longest, List.of()));
    }

    /** Blocks until the agent has answered. @throws org.filmwright.base.Cancelled when asked to stop */
    public AgentResult run(Agent agent, JsonNode input, Progress progress) {
        List<Flaw> flaws = Schemas.flaws(Schemas.compiled(agent.contract().input()), input);
        if (!flaws.isEmpty()) {
            return new Missed(new Failure.Refused(
                    "The input does not fit " + agent.id() + ": " + flaws.getFirst().sentence() + " Nothing was asked.",
                    "See what it takes: filmwright agents show " + agent.id() + "."));
        }
        return writer.map(generator -> written(generator, agent, input, progress))
                .orElseGet(() -> byRule(agent, input));
    }

    private static AgentResult byRule(Agent agent, JsonNode input) {
        if (agent.fallback().isEmpty()) {
            return new Missed(new Failure.Misconfigured(agent.card().title()
                    + " needs a generator of text, none is set up, and there is no rule for its work. Your input is untouched and nothing was written.",
                    "Do this part by hand, or ask an agent that has a rule: filmwright agents list --by-rule."));
        }
        String rule = agent.fallback().get();
        return switch (Rulebook.of(rule).apply(input)) {
            case Outcome.Failed(Failure failure) -> new Missed(failure);
            case Outcome.Ok(Rulebook.Finding finding) -> {
                AnswerForm form = AnswerForm.plain(agent, input);
                List<Flaw> flaws = form.flaws(finding.answer());
                if (!flaws.isEmpty()) {
                    yield new Missed(new Failure.Bug("rule " + rule, "The answer by rule does not fit "
                            + agent.id() + ": " + flaws.getFirst().sentence()));
                }
                Confidence confidence = Confidence.of(
                        new Confidence.Statement(finding.confidence(), finding.doubts(), 0), form.output(),
                        finding.answer(), input);
                yield new Delivered(finding.answer(), confidence, confidence.value() < agent.threshold(),
                        "rule:" + rule, finding.doubts(), Optional.empty());
            }
        };
    }

    private AgentResult written(TextGenerator generator, Agent agent, JsonNode input, Progress progress) {
        AnswerForm form = AnswerForm.stated(agent, input);
        TextRequest request = CallSheet.first(agent, input, form);
        if (CallSheet.tokens(request) > generator.contextTokens()) {
            return new Missed(new Failure.Refused("The material for " + agent.id() + " is too long for "
                    + generator.describe().name() + ", which reads " + generator.contextTokens()
                    + " tokens: its end would be cut without a word. Nothing was asked.",
                    "Hand in one act or one scene, or choose a generator that reads more."));
        }
        progress.report(0, agent.card().title() + " is writing");
        return new Talk(new Writing(generator, reader), agent, input, form).go(request, progress);
    }

    private record Writing(TextGenerator generator, TextGenerator.Reader reader) {}

    /** One question, and at most one round of notes. */
    private static final class Talk {
        private final Writing writing;
        private final Agent agent;
        private final JsonNode input;
        private final AnswerForm form;
        private Optional<Money> charged = Optional.empty();

        Talk(Writing writing, Agent agent, JsonNode input, AnswerForm form) {
            this.writing = writing;
            this.agent = agent;
            this.input = input;
            this.form = form;
        }

        AgentResult go(TextRequest request, Progress progress) {
            return switch (asked(request, progress)) {
                case TextAnswer.Failed failed -> new Missed(failed.failure(), Optional.empty(), charged, false);
                case TextAnswer.Pending(String handle, Duration after) -> new AgentResult.Pending(handle, after);
                case TextAnswer.Written draft -> {
                    Paper paper = Paper.of(draft, form);
                    yield paper.flaws.isEmpty()
                            ? delivered(paper, 1)
                            : sentBack(CallSheet.again(request, draft.text(), paper.flaws), draft, paper, progress);
                }
            };
        }

        /** What the writer could not read whole is not sent: it would correct half of it, and be paid for that. */
        private AgentResult sentBack(TextRequest request, TextAnswer.Written draft, Paper paper, Progress progress) {
            return CallSheet.tokens(request) > writing.generator.contextTokens()
                    ? unfit(draft, paper, ", and that with notes is more than it reads")
                    : corrected(request, draft, progress);
        }

        private AgentResult corrected(TextRequest request, TextAnswer.Written draft, Progress progress) {
            progress.report(0.5, agent.card().title() + " is correcting");
            return switch (asked(request, progress)) {
                case TextAnswer.Failed failed -> new Missed(failed.failure(), Optional.of(draft.text()), charged,
                        false);
                case TextAnswer.Pending(String handle, Duration after) -> new AgentResult.Pending(handle, after);
                case TextAnswer.Written second -> {
                    Paper paper = Paper.of(second, form);
                    yield paper.flaws.isEmpty() ? delivered(paper, 2) : unfit(second, paper, " twice");
                }
            };
        }

        private TextAnswer asked(TextRequest request, Progress progress) {
            progress.checkCancelled();
            writing.reader.begin();
            TextAnswer answer = writing.generator.write(request, writing.reader, progress);
            Optional<Money> price = switch (answer) {
                case TextAnswer.Written written -> written.usage().charged();
                case TextAnswer.Failed failed -> failed.charged();
                case TextAnswer.Pending _ -> Optional.empty();
            };
            charged = price.map(money -> charged.map(money::plus).orElse(money)).or(() -> charged);
            progress.checkCancelled();
            return answer;
        }

        private AgentResult delivered(Paper paper, int rounds) {
            List<String> doubts = new ArrayList<>();
            paper.answer.path(Confidence.DOUBTS).forEach(doubt -> doubts.add(doubt.asText()));
            double stated = paper.answer.get(Confidence.STATED).asDouble();
            JsonNode answer = ((ObjectNode) paper.answer).remove(List.of(Confidence.STATED, Confidence.DOUBTS));
            Confidence confidence = Confidence.of(new Confidence.Statement(stated, doubts, rounds), form.output(),
                    answer, input);
            return new Delivered(answer, confidence, confidence.value() < agent.threshold(),
                    writing.generator.describe().id(), doubts, charged);
        }

        /** @param how often, or why no more than once */
        private AgentResult unfit(TextAnswer.Written last, Paper paper, String how) {
            String who = agent.card().title() + " (" + writing.generator.describe().name() + ")";
            Failure failure = last.ending() == TextAnswer.Ending.CUT_OFF
                    ? new Failure.Exhausted("length of the answer", who + " was cut off after "
                            + agent.style().maxTokens() + " tokens" + how
                            + ". The last text is kept, nothing else was changed. Hand in less at a time.")
                    : new Failure.Transient(who + " answered in a form that cannot be used" + how + ": "
                            + paper.flaws.getFirst().sentence() + " The last text is kept, nothing else was changed.",
                            Duration.ZERO);
            return new Missed(failure, Optional.of(last.text()), charged, true);
        }
    }

    /** A text that came back, read. */
    private record Paper(JsonNode answer, List<Flaw> flaws) {
        static Paper of(TextAnswer.Written written, AnswerForm form) {
            String text = written.text();
            boolean cut = written.ending() == TextAnswer.Ending.CUT_OFF;
            try {
                JsonNode answer = JSON.readTree(document(text));
                return new Paper(answer, form.flaws(answer));
            } catch (JsonProcessingException e) {
                String why = cut
                        ? "was cut off after " + text.length() + " characters; be shorter"
                        : "is no JSON: " + e.getOriginalMessage();
                return new Paper(JSON.createObjectNode(), List.of(new Flaw("", why)));
            }
        }

        /** Writers like to put fences and words around; the document is what lies in the outermost braces. */
        private static String document(String text) {
            int start = text.indexOf('{');
            int end = text.lastIndexOf('}');
            return start < 0 || end < start ? text : text.substring(start, end + 1);
        }
    }
}
