package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BundledFontsTest {
    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf",
            "JetBrainsMono-Bold.ttf", "CourierPrime-Regular.otf");

    @Test
    void noTwoFontsShareAName() throws Exception {
        Set<String> names = new HashSet<>();
        for (String file : FILES) {
            names.add(font(file).getFontName());
        }
        assertEquals(FILES.size(), names.size(), names.toString());
    }

    @Test
    void theyShowWesternNamesAndTypographicMarks() throws Exception {
        for (String file : FILES) {
            assertEquals(-1, font(file).canDisplayUpTo("ÀÉÎÖßåçñłščž — “…” ’"), file);
        }
    }

    @Test
    void eachFamilyCarriesItsLicence() throws Exception {
        for (String family : List.of("Inter", "JetBrainsMono", "CourierPrime")) {
            try (InputStream in = getClass().getResourceAsStream("/org/filmwright/fonts/" + family + "-OFL.txt")) {
                assertNotNull(in, family);
                assertTrue(new String(in.readAllBytes()).contains("SIL OPEN FONT LICENSE Version 1.1"));
            }
        }
    }

    private Font font(String file) throws Exception {
        try (InputStream in = getClass().getResourceAsStream("/org/filmwright/fonts/" + file)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        }
    }
}
