package org.filmwright.drill;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a picture that is paid for stands, in the order in which it gets there. Points of the worker are passed in its
 * store, points of the shop in the shop; a point in the shop is where it can hold still.
 */
public enum PaidPoint {
    OPENING("the project opens, nothing is asked yet", Side.NOWHERE), LIST_ARRIVED(
            "reconcile: the list of jobs is asked for",
            Side.SHOP), LIST_ANSWERED("reconcile: the list has come", Side.SHOP), RESTING("at rest, nothing is ordered",
                    Side.NOWHERE), DECISION_FORCED("a decision about money is in the journal",
                            Side.WORKER), ORDERED("ordered, before the intent", Side.NOWHERE), INTENT_WRITTEN(
                                    "the intent is written, not forced", Side.WORKER), INTENT_FORCED(
                                            "the intent is forced, its row is missing", Side.WORKER), INTENT_KEPT(
                                                    "intent and reservation are kept, nothing is sent",
                                                    Side.WORKER), ORDER_ARRIVED(
                                                            "the order has arrived, nothing is charged",
                                                            Side.SHOP), CHARGED("it is charged, not answered",
                                                                    Side.SHOP), ANSWER_HALF("half of the answer is out",
                                                                            Side.SHOP), ANSWERED(
                                                                                    "the answer is out, its id is not stored",
                                                                                    Side.SHOP), JOB_WRITTEN(
                                                                                            "the id is written, not forced",
                                                                                            Side.WORKER), JOB_FORCED(
                                                                                                    "the id is forced, its row is missing",
                                                                                                    Side.WORKER), JOB_KEPT(
                                                                                                            "the id is stored, not asked for",
                                                                                                            Side.WORKER), POLL_ARRIVED(
                                                                                                                    "the job is asked for",
                                                                                                                    Side.SHOP), POLL_ANSWERED(
                                                                                                                            "it is known how the job stands",
                                                                                                                            Side.SHOP), FILE_HALF(
                                                                                                                                    "half of the picture is fetched",
                                                                                                                                    Side.SHOP), FILE_SENT(
                                                                                                                                            "the picture is fetched, not published",
                                                                                                                                            Side.SHOP), MEDIA_FORCED(
                                                                                                                                                    "the picture is forced, not in its place",
                                                                                                                                                    Side.WORKER), MEDIA_MOVED(
                                                                                                                                                            "the picture is in its place, its folder not forced",
                                                                                                                                                            Side.WORKER), MEDIA_KEPT(
                                                                                                                                                                    "the picture is published, nothing is closed",
                                                                                                                                                                    Side.WORKER), CLOSE_WRITTEN(
                                                                                                                                                                            "the close is written, not forced",
                                                                                                                                                                            Side.WORKER), CLOSE_FORCED(
                                                                                                                                                                                    "the close is forced, its row is missing",
                                                                                                                                                                                    Side.WORKER), CLOSE_KEPT(
                                                                                                                                                                                            "the close is kept, there is no take yet",
                                                                                                                                                                                            Side.WORKER), TAKE_FORCED(
                                                                                                                                                                                                    "the take is in the journal, its row is missing",
                                                                                                                                                                                                    Side.WORKER), TAKE_KEPT(
                                                                                                                                                                                                            "the take is there, its step is not done",
                                                                                                                                                                                                            Side.WORKER);

    private final String words;
    private final Side side;

    PaidPoint(String words, Side side) {
        this.words = words;
        this.side = side;
    }

    /** Who passes a point. */
    enum Side {
        WORKER, SHOP, NOWHERE
    }

    /** As the table of a drill says it. */
    public String words() {
        return words;
    }

    Side side() {
        return side;
    }

    /** As it is said between processes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaidPoint of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * The point of a worker.
     *
     * @param waypoint as the store calls it
     * @param fact the name of the newest fact in the journal
     */
    public static Optional<PaidPoint> of(String waypoint, String fact) {
        return switch (waypoint) {
            case "media forced" -> Optional.of(MEDIA_FORCED);
            case "media moved" -> Optional.of(MEDIA_MOVED);
            case "media kept" -> Optional.of(MEDIA_KEPT);
            default -> ofFact(fact + " " + waypoint);
        };
    }

    private static Optional<PaidPoint> ofFact(String what) {
        return switch (what) {
            case "Intended journal written" -> Optional.of(INTENT_WRITTEN);
            case "Intended journal forced" -> Optional.of(INTENT_FORCED);
            case "Intended after commit" -> Optional.of(INTENT_KEPT);
            case "Accepted journal written" -> Optional.of(JOB_WRITTEN);
            case "Accepted journal forced" -> Optional.of(JOB_FORCED);
            case "Accepted after commit" -> Optional.of(JOB_KEPT);
            case "Closed journal written" -> Optional.of(CLOSE_WRITTEN);
            case "Closed journal forced" -> Optional.of(CLOSE_FORCED);
            case "Closed after commit" -> Optional.of(CLOSE_KEPT);
            case "Drawn journal forced" -> Optional.of(TAKE_FORCED);
            case "Drawn after commit" -> Optional.of(TAKE_KEPT);
            case "Decided journal forced" -> Optional.of(DECISION_FORCED);
            default -> Optional.empty();
        };
    }
}
