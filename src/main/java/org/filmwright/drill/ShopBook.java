package org.filmwright.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The ledger of a shop, a line for each job it took, forced to disk before anybody hears of the job. */
record ShopBook(Path file) {
    private static final int PARTS = 4;

    /** A job. @param price what is billed; nothing where the job comes to nothing @param seed of the picture that was ordered */
    record Bill(String job, String provider, long seed, BigDecimal price) {
        boolean charged() {
            return price.signum() > 0;
        }

        private String line() {
            return String.join(" ", job, provider, Long.toString(seed), price.toPlainString()) + "\n";
        }

        private static Bill parse(String line) {
            String[] parts = line.split(" ");
            return new Bill(parts[0], parts[1], Long.parseLong(parts[2]), new BigDecimal(parts[3]));
        }
    }

    static ShopBook in(Path folder) {
        return new ShopBook(folder.resolve("shop.txt"));
    }

    synchronized void write(Bill bill) {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            out.write(ByteBuffer.wrap(bill.line().getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every job it ever took, oldest first. */
    List<Bill> bills() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file)
                            .stream()
                            .filter(line -> line.split(" ").length == PARTS)
                            .map(Bill::parse)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
