package org.filmwright.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.MediaRef;
import org.filmwright.engine.flow.Definition;

/** One transaction over the rows. It decides nothing: what may follow what is in {@link Step} and {@link Run}. */
public interface LedgerTx extends LedgerView {
    @Override
    SpendTx spend();

    void insert(Run run);

    void update(Run run);

    /** Keeps a definition; one that is there already stays. */
    void define(Definition definition);

    void lineage(RunId run, Lineage lineage);

    void insert(Step step, List<StepId> dependsOn);

    /** Replaces the step and what it depends on. */
    void update(Step step, List<StepId> dependsOn);

    /** Replaces what the step consists of, and nothing else. */
    void rework(Step step);

    /** Replaces the row of {@code before} (same id, state and epoch), or answers false where it is another by now. */
    boolean update(Step before, Step after);

    List<Step> dependents(StepId step);

    /** Steps that the success of this one added. */
    List<Step> children(StepId step);

    /** The steps it depends on. */
    List<Step> dependencies(StepId step);

    /** How often the loops of a step went back. */
    int rounds(StepId step);

    void rounds(StepId step, int taken);

    /** How many of the steps it depends on have neither succeeded nor been dropped. */
    int openDependencies(StepId step);

    /** Adds or replaces a lane. */
    void put(Lane lane);

    void put(String handler, Pace pace);

    /** Statistics of that name count from then on. */
    void countFrom(String name, Instant since);

    /** Forgets a run and everything about it but its artifacts. */
    void delete(RunId run);

    /** Moves every step of a run in the queues; {@code by} is subtracted from their urgency. */
    void hasten(RunId run, long by);

    void artifacts(Step step, List<MediaRef> media);

    /** Opens a question; the answer is its number. If it was answered already (see {@link #answerEarly}) it stays so. */
    int ask(StepId step, Question question, Instant at);

    /** Closes an open question. */
    void answer(StepId step, int number, Choice choice);

    /** Keeps an answer for a question whose row is not there (any more): asking it finds it answered. */
    void answerEarly(StepId step, int number, Choice choice);

    /** The answer that {@link #ask} found waiting for the question it just opened. */
    Optional<Choice> earlyAnswer(StepId step, int number);

    /** Forgets the step's questions and answers. */
    void withdraw(StepId step);

    void log(RunId run, Event.Entry entry);

    /** On a farm: says that this worker lives. */
    default void alive() {}

    /** Running steps whose worker is gone; {@code starting}: also those of an earlier life of this one. */
    default List<Step> orphans(boolean starting) {
        return starting ? inState(StepState.RUNNING) : List.of();
    }

    /** Runs {@code action} once the transaction is durable, in the order of the transactions. */
    void afterCommit(Runnable action);
}
