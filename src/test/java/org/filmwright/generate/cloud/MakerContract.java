package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.breaksOff;
import static org.filmwright.net.ScriptedServer.file;
import static org.filmwright.net.ScriptedServer.fileOf;
import static org.filmwright.net.ScriptedServer.hangsUp;
import static org.filmwright.net.ScriptedServer.json;
import static org.filmwright.net.ScriptedServer.says;
import static org.filmwright.net.ScriptedServer.slowFile;
import static org.filmwright.net.ScriptedServer.tornFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.generate.Answer;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What everybody promises who makes pictures or clips elsewhere, for money or free: one row a fault, one subclass a maker. What
 * a doubt costs, and whether the result is fetched, are properties of a maker; each decides which rows there are.
 */
abstract class MakerContract {
    @TempDir
    Path folder;
    final Counter counter = new Counter();

    /** What it means that nobody knows whether an order arrived. */
    enum Stakes {
        /** It may have been charged: a person decides. */
        PAID("Nothing was charged", Failure.Ambiguous.class),
        /** It is sent again. */
        FREE("Nothing was made", Failure.Transient.class);

        private final String kept;
        private final Class<? extends Failure> doubt;

        Stakes(String kept, Class<? extends Failure> doubt) {
            this.kept = kept;
            this.doubt = doubt;
        }
    }

    /** How the result comes. */
    enum Coming {
        FETCHED, WITHIN_THE_ANSWER
    }

    abstract Stakes stakes();

    abstract Coming coming();

    /** What a good result looks like. */
    abstract byte[] good();

    /** Orders where the order itself is answered so. */
    abstract Answer ordering(ScriptedServer.Turn answered);

    /** Orders where everything goes well until the result is fetched, which is answered so; each time that it is fetched. */
    abstract Answer fetching(ScriptedServer.Turn answered);

    /** How many requests a whole order takes that is answered so at its end. */
    abstract int requestsUntil(ScriptedServer.Turn answered);

    @AfterEach
    final void closeCounter() {
        counter.close();
    }

    private static Failure failure(Answer answer) {
        return assertInstanceOf(Answer.Failed.class, answer, answer::toString).failure();
    }

    private DynamicTest refusal(String what, ScriptedServer.Turn turn, Class<? extends Failure> kind) {
        return DynamicTest.dynamicTest(what + " is " + kind.getSimpleName(), () -> {
            Failure failure = failure(ordering(turn));
            assertInstanceOf(kind, failure, failure::toString);
            assertTrue(failure.what().contains(stakes().kept), failure::what);
        });
    }

    private DynamicTest doubt(String what, ScriptedServer.Turn turn) {
        return DynamicTest.dynamicTest(what + " is " + stakes().doubt.getSimpleName(), () -> {
            Failure failure = failure(ordering(turn));
            assertInstanceOf(stakes().doubt, failure, failure::toString);
        });
    }

    private static ScriptedServer.Turn status(int status) {
        return json(status, "{\"detail\":\"because\",\"message\":\"because\"}");
    }

    @TestFactory
    Stream<DynamicTest> anOrderThatIsRefusedSaysWhatItCost() {
        Stream<DynamicTest> wrong = Stream.of(400, 409, 413, 422)
                .map(code -> refusal("an order answered with " + code, status(code), Failure.Refused.class));
        Stream<DynamicTest> unset = Stream.of(401, 403, 404)
                .map(code -> refusal("an order answered with " + code, status(code), Failure.Misconfigured.class));
        Stream<DynamicTest> busy = Stream.of(429, 503, 529)
                .map(code -> refusal("an order answered with " + code, status(code), Failure.Transient.class));
        return Stream.of(wrong, unset, busy).flatMap(rows -> rows);
    }

    @Test
    void whoeverSaysWhenIsAskedThen() {
        for (int status : List.of(429, 503, 529)) {
            Failure.Transient busy = assertInstanceOf(Failure.Transient.class,
                    failure(ordering(json(status, "{}", "retry-after: 7"))));
            assertEquals(Duration.ofSeconds(7), busy.retryAfter());
        }
    }

    @TestFactory
    Stream<DynamicTest> anOrderOfWhichNobodyKnowsWhetherItArrived() {
        return Stream.of(doubt("an order answered with 500", status(500)),
                doubt("an order answered with 504", status(504)),
                doubt("an order that is hung up on", hangsUp()),
                doubt("an answer that is cut off", breaksOff("application/json", "{\"id\":")),
                doubt("a page in the place of an answer", json(200, "<html>hello</html>")),
                doubt("half an answer", json(200, "{\"id\":")),
                doubt("an answer that says something else", json(200, "[]")));
    }

    private DynamicTest fetched(String what, ScriptedServer.Turn turn, Class<? extends Failure> kind) {
        return DynamicTest.dynamicTest("a result that " + what + " is " + kind.getSimpleName(), () -> {
            Failure failure = failure(fetching(turn));
            assertInstanceOf(kind, failure, failure::toString);
        });
    }

    @TestFactory
    Stream<DynamicTest> aResultComesOrItIsSaidWhyNot() {
        byte[] good = good();
        return switch (coming()) {
            case WITHIN_THE_ANSWER -> Stream
                    .of(DynamicTest.dynamicTest("it comes within the answer: nothing is fetched",
                            () -> assertEquals(1, requestsUntil(file("image/png", good)))));
            case FETCHED -> Stream
                    .of(DynamicTest.dynamicTest("a result that comes slowly is there all the same", () -> {
                        Answer answer = fetching(slowFile("application/octet-stream", good));
                        assertInstanceOf(Answer.Done.class, answer, answer::toString);
                    }),
                            fetched("breaks off", tornFile("image/png", good), Failure.Transient.class),
                            fetched("is hung up on", hangsUp(), Failure.Transient.class),
                            fetched("is answered with 500", json(500, "{}"), Failure.Transient.class),
                            fetched("is answered with 503", json(503, "{}"), Failure.Transient.class),
                            fetched("is answered with 429", json(429, "{}"), Failure.Transient.class),
                            fetched("has expired (404)", json(404, "{}"), Failure.Refused.class),
                            fetched("is gone (410)", json(410, "{}"), Failure.Refused.class),
                            fetched("is barred (403)", json(403, "{}"), Failure.Refused.class),
                            fetched("is said to be endless", fileOf("image/png", new byte[0], 99_999_999_999L),
                                    Failure.Refused.class),
                            fetched("is a page", says(200, "text/html", "<html>sign in</html>"), Failure.Refused.class),
                            fetched("is none", says(200, "image/png", "not a picture at all"), Failure.Refused.class),
                            fetched("is damaged", file("image/png", damaged()), Failure.Refused.class));
        };
    }

    private static byte[] damaged() {
        return Arrays.copyOf(Counter.picture("png", 64, 36), 300);
    }
}
