package org.filmwright.generate.draft.props;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InventoryTest {
    @ParameterizedTest
    @CsvSource({"FERRY TICKET,TICKET", "SUITCASE,SUITCASE", "KEYS,KEY", "CUP,CUP", "HELMET,HELMET", "SCREEN,SCREEN",
        "CLOCK,CLOCK", "LETTER,LETTER", "CAR,CAR", "LANTERNS,LANTERN", "GATE,DOOR", "FLOWER,FLOWER",
        "CELL PHONE,PHONE", "old revolver,GUN", "car keys,KEY", "bread knives,KNIFE", "coffee cup,CUP"})
    void aPropOfTheScriptFindsItsDrawing(String prop, PropKind kind) {
        assertEquals(Optional.of(kind), Inventory.of(prop));
    }

    @Test
    void theThingsOfASentenceComeInTheirOrder() {
        assertEquals(List.of(PropKind.SUITCASE, PropKind.LAMP),
                Inventory.in("He looks at the suitcase, not at her, then at the lamp over the suitcase."));
    }

    @Test
    void aVerbIsNoThing() {
        assertEquals(List.of(), Inventory.in("They train hard, watch her, and book nothing. He fires."));
        assertEquals(List.of(PropKind.TRAIN, PropKind.BOOK), Inventory.in("The train leaves. He drops his book."));
    }

    @ParameterizedTest
    @EnumSource(PropKind.class)
    void everyThingHasASizeAndItsOwnName(PropKind kind) {
        assertTrue(Inventory.height(kind) > 0);
        assertEquals(Optional.of(kind), Inventory.of(kind.name()));
    }
}
