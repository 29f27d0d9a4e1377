package org.filmwright.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.ShotSize;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void argumentsAreNamed() {
        assertEquals("Shot 2-B, take 3 of 4, rejected", Words.of("spoken.take", "label", "2-B", "number", 3, "of", 4,
                "state", "rejected"));
    }

    @Test
    void oneImageIsNotOneImages() {
        assertEquals("Applies to 1 image", Words.count("images.applies", 1));
        assertEquals("Applies to 7 images", Words.count("images.applies", 7));
        assertEquals("1 was there already.", Words.count("images.imported.there", 1));
        assertEquals("The only take is decided. It is hidden.", Words.count("images.decided", 1));
        assertEquals("All 60 are decided. 60 hidden.", Words.count("images.decided", 60));
    }

    @Test
    void constantsHaveTheirWords() {
        assertEquals("Medium close-up", Words.of("size", ShotSize.MCU));
    }

    @Test
    void timesReadAsOnAClock() {
        assertEquals("0:09", Words.duration(9.2));
        assertEquals("12:05", Words.duration(725));
        assertEquals("59:59", Words.duration(3599.4));
        assertEquals("1:00:00", Words.duration(3599.6));
        assertEquals("1:05:19", Words.duration(3919));
    }

    @Test
    void everyTextIsUsedSomewhere() throws IOException {
        String code = allCode();
        Set<String> unused = keys().stream()
                .filter(key -> !isUsed(key, code))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }

    @Test
    void noTextShoutsOrPleads() {
        for (String key : keys()) {
            String text = Words.of(key).toLowerCase();
            assertFalse(text.contains("!") || text.contains("please") || text.contains("successfully"), key);
        }
    }

    @Test
    void aTextStandsInOneFileOnly() {
        List<String> keys = keys();
        keys.stream().distinct().toList().forEach(keys::remove);
        assertEquals(List.of(), keys);
    }

    private static List<String> keys() {
        return Words.BUNDLES.stream()
                .flatMap(bundle -> ResourceBundle.getBundle(bundle).keySet().stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Written out, or put together of a family and a constant: {@code "size"}, {@code "job.kind." + task}. */
    private static boolean isUsed(String key, String code) {
        String plain = key.replaceFirst("\\.(one|other)$", "");
        String family = parent(plain);
        return key.startsWith("command.") || code.contains('"' + plain + '"') || isFamily(family, code)
                || isFamily(parent(family), code);
    }

    private static boolean isFamily(String family, String code) {
        return !family.isEmpty() && (code.contains('"' + family + '"') || code.contains('"' + family + ".\""));
    }

    private static String parent(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }

    private static String allCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/filmwright/ui"))) {
            StringBuilder code = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
            return code.toString();
        }
    }
}
