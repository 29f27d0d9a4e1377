package org.filmwright;

import org.filmwright.base.Progress;

/** The progress of one piece of work on standard error: a line that is redrawn on a terminal, nothing elsewhere. */
final class TerminalProgress implements Progress {
    private final Console console;

    TerminalProgress(Console console) {
        this.console = console;
    }

    @Override
    public void report(double fraction, String note) {
        if (Console.isTerminal() && !console.json()) {
            console.err().printf("\r%3.0f %%  %-40s", fraction * 100, note);
            if (fraction >= 1) {
                console.err().print("\r" + " ".repeat(50) + "\r");
            }
            console.err().flush();
        }
    }

    @Override
    public void checkCancelled() {}

    @Override
    public void onCancel(Runnable action) {}
}
