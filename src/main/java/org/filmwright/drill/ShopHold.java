package org.filmwright.drill;

import java.util.Optional;

/** Where a shop holds still until it is told to go on, or to forget what it was asked. */
final class ShopHold {
    private Optional<PaidPoint> at = Optional.empty();
    private boolean held;
    private boolean forgets;

    /**
     * Obeys one line: {@code hold POINT}, {@code go}, {@code forget}; {@code sync N} is only repeated, once everything that
     * was passed before has been said.
     */
    synchronized void told(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "hold" -> {
                at = Optional.of(PaidPoint.of(words[1]));
                forgets = false;
            }
            case "sync" -> System.out.println(line);
            default -> {
                forgets = words[0].equals("forget");
                at = Optional.empty();
                notifyAll();
            }
        }
    }

    /** Says that a point is passed, and stays there where it was told to. @return whether to go on */
    synchronized boolean pass(PaidPoint point) {
        boolean here = at.filter(point::equals).isPresent() && !held;
        System.out.println((here ? "here " : "pass ") + point.word());
        if (here) {
            held = true;
            stay();
            held = false;
            boolean on = !forgets;
            forgets = false;
            return on;
        }
        return true;
    }

    private void stay() {
        try {
            while (at.isPresent()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
