package org.filmwright.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import org.filmwright.ui.Fx;
import org.junit.jupiter.api.Test;

class FontsTest {
    @Test
    void noFaceTakesTheNameOfAnother() {
        List<String> names = Fx.get(Fonts::load);
        assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
        assertEquals(List.of("Inter Regular", "Inter Bold", "JetBrains Mono Regular", "JetBrains Mono Bold",
                "Courier Prime Regular"), names);
    }
}
