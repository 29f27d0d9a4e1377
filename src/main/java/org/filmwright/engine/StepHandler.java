package org.filmwright.engine;

/**
 * Does one kind of step. Called on a worker thread, possibly again after a crash: what it leaves behind must be the same
 * the second time. It polls {@link org.filmwright.base.Progress#checkCancelled()}; it is never interrupted.
 */
@FunctionalInterface
public interface StepHandler {
    StepResult run(StepContext context);
}
