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
        receipt.put("seed", seed);
        receipt.put("take", Integer.toString(order.take()));
        receipt.put("size", order.size().toString());
        receipt.put("staging", Digest.of(order.staging().toString()).hex());
        receipt.put("slate", order.staging().slate());
        receipt.put("parameters", "%s%nSeed: %s, Size: %s, Model: %s, Version: Filmwright %s".formatted(order.prompt(),
                seed, order.size(), maker.id(), maker.version()).replace("\r\n", "\n"));
        return receipt;
    }
}
