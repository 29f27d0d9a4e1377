package org.filmwright.generate.cloud;

import java.util.Locale;
import org.filmwright.base.Failure;
import org.filmwright.net.Reply;

/** What fal's refusals mean: an empty purse locks the account, and comes as 403 as a bad key does. */
record FalRefusal(Shop shop, Reply reply) {
    /** @param remedy where it was refused for what it asks */
    Failure failure(String remedy) {
        return reply instanceof Reply.Answered no && no.status() == 403
                && Wire.message(no.body()).toLowerCase(Locale.ROOT).contains("balance")
                        ? new Failure.Exhausted("credit", "fal answered 403: " + Wire.message(no.body()) + Shop.FREE
                                + " Pay in at " + shop.bills() + ".")
                        : shop.unbought(reply, remedy);
    }
}
