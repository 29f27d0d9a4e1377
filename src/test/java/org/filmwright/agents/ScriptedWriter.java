package org.filmwright.agents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextAnswer.Ending;
import org.filmwright.generate.TextGenerator;
import org.filmwright.generate.TextRequest;

/** A writer who answers from a list and keeps what he was asked; each text costs a cent. */
final class ScriptedWriter implements TextGenerator {
    private final Deque<TextAnswer> script;
    final List<TextRequest> asked = new ArrayList<>();
    int contextTokens = 200_000;

    ScriptedWriter(TextAnswer... answers) {
        this.script = new ArrayDeque<>(Arrays.asList(answers));
    }

    static TextAnswer says(String text) {
        return new TextAnswer.Written(text, Ending.FINISHED, usage());
    }

    static TextAnswer cutOff(String text) {
        return new TextAnswer.Written(text, Ending.CUT_OFF, usage());
    }

    private static Answer.Usage usage() {
        return new Answer.Usage(1, Optional.of(Money.of("0.01", "USD")));
    }

    @Override
    public Generator.Descriptor describe() {
        return new Generator.Descriptor("scripted", "Scripted writer", "1", "cpu");
    }

    @Override
    public int contextTokens() {
        return contextTokens;
    }

    @Override
    public TextAnswer write(TextRequest request, Reader reader, Progress progress) {
        asked.add(request);
        return script.removeFirst();
    }

    @Override
    public void close() {}
}
