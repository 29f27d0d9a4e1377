package org.filmwright.engine;

import org.filmwright.base.Digest;
import org.filmwright.base.Money;

/** Why a step may not pay until a person has decided. */
public sealed interface Hold {
    /** Steps with the same subject wait for one answer. */
    String subject();

    /** @param raiseTo the limit that "raise" means */
    record OverCap(Cap cap, Cap.Bucket bucket, Money raiseTo) implements Hold {
        @Override
        public String subject() {
            return bucket.scope() + " " + bucket.of() + " " + raiseTo.currency();
        }
    }

    /** @param call its key */
    record MayBeCharged(String call) implements Hold {
        @Override
        public String subject() {
            return call;
        }
    }

    /** @param agreed whether a person has said yes */
    record PriceUnknown(Digest request, boolean agreed) implements Hold {
        @Override
        public String subject() {
            return (agreed ? "agreed " : "") + request.hex();
        }

        PriceUnknown withYes() {
            return new PriceUnknown(request, true);
        }
    }
}
