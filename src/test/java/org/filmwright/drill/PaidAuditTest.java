package org.filmwright.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The audit of paid pictures sees what is wrong. */
class PaidAuditTest {
    private static final ShopBook.Bill BILL = new ShopBook.Bill("job1", "replicate", 10, PictureShop.REPLICATE);
    private static final PaidStanding.Call PAID = call("k1", "SUCCEEDED", "job1", "0.003 USD");
    private static final PaidStanding.Want DONE = new PaidStanding.Want("s", 10, "SUCCEEDED", true, false);

    private static PaidStanding.Call call(String key, String state, String job, String counted) {
        return new PaidStanding.Call(key, "s", "replicate", state, job, counted);
    }

    private static List<String> broken(List<ShopBook.Bill> bills, PaidStanding.Want want, String spent,
            PaidStanding.Call... calls) {
        return PaidAudit.broken(bills, new PaidStanding(List.of(calls), List.of(want), spent), true);
    }

    @Test
    void aPictureThatWasPaidOnceAndIsThereKeepsEveryPromise() {
        assertEquals(List.of(), broken(List.of(BILL), DONE, "0.003 USD", PAID));
    }

    @Test
    void aSecondChargeThatNobodyDecidedIsSeen() {
        ShopBook.Bill second = new ShopBook.Bill("job2", "replicate", 10, PictureShop.REPLICATE);
        assertEquals(List.of(
                "Picture 10 was charged 2 times, and we know of 1 paid calls and 0 that may be.",
                "Picture 10 was charged 2 times with 0 decisions.",
                "The shop billed 0.006, and we count only 0.003."),
                broken(List.of(BILL, second), DONE, "0.003 USD", PAID));
    }

    @Test
    void whatIsPaidAndNoTakeIsSeen() {
        assertEquals(List.of("Picture 10 is paid, and its take is not there: SUCCEEDED.",
                "Picture 10 is done with 1 paid calls, without a whole take."),
                broken(List.of(BILL), new PaidStanding.Want("s", 10, "SUCCEEDED", false, false), "0.003 USD", PAID));
    }

    @Test
    void aDoubtOfWhichNobodyIsAskedIsSeen() {
        assertEquals(List.of("Picture 10 may be charged, and nobody is asked.", "Picture 10 was left READY."),
                broken(List.of(BILL), new PaidStanding.Want("s", 10, "READY", false, false), "0.003 USD",
                        call("k1", "UNKNOWN", "", "0.003 USD")));
    }

    @Test
    void aJobThatNobodyAsksForAnyMoreIsSeen() {
        assertEquals(List.of("Picture 10 has a call that was left ACCEPTED."),
                broken(List.of(BILL), new PaidStanding.Want("s", 10, "FAILED", false, false), "0.003 USD",
                        call("k1", "ACCEPTED", "job1", "0.003 USD")));
    }

    @Test
    void aPictureThatNobodyOrderedAJobOfTwoCallsAndAWrongTotalAreSeen() {
        ShopBook.Bill strange = new ShopBook.Bill("job9", "replicate", 99, BigDecimal.ZERO);
        assertEquals(List.of("job1 is claimed by 2 calls.", "Picture 10 is done with 2 paid calls.",
                "job9 was taken for a picture that nobody ordered.",
                "The calls add up to 0.006, the total says 0.003 USD."),
                broken(List.of(BILL, strange), DONE, "0.003 USD", PAID, call("k2", "SUCCEEDED", "job1", "0.003 USD"))
                        .stream()
                        .filter(sentence -> !sentence.contains("the shop charged"))
                        .toList());
    }
}
