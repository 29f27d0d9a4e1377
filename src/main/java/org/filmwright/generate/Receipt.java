package org.filmwright.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.filmwright.base.Digest;

/** How a picture was made, as the texts of its PNG: ours by keyword, and once more as the {@code parameters} others read. */
public final class Receipt {
    private Receipt() {}

    public static Map<String, String> of(Request.Image order, Generator.Descriptor maker) {
        Map<String, String> receipt = new LinkedHashMap<>();
        String seed = Long.toUnsignedString(order.seed());
        receipt.put("Software", "Filmwright");
        receipt.put("generator", maker.id());
        receipt.put("version", maker.version());
        receipt.put("prompt", order.prompt());
        String negative = order.words().negative();
        if (!negative.isEmpty()) {
            receipt.put("negative", negative);
        }
        receipt.put("seed", seed);
        receipt.put("take", Integer.toString(order.take()));
        receipt.put("size", order.size().toString());
        receipt.put("staging", Digest.of(order.staging().toString()).hex());
        receipt.put("slate", order.staging().slate());
        receipt.put("parameters", order.prompt() + (negative.isEmpty() ? "" : "\nNegative prompt: " + negative)
                + "\nSeed: %s, Size: %s, Model: %s, Version: Filmwright %s".formatted(seed, order.size(), maker.id(),
                        maker.version()));
        return receipt;
    }
}
