package org.filmwright.generate.draft.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.IntStream;
import org.filmwright.base.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"EXT|HARBOUR|HARBOUR", "INT|WAREHOUSE|WAREHOUSE", "EXT|SEA|SEA",
        "EXT|SPACE|SPACE", "INT|COCKPIT|COCKPIT", "INT|SPACESHIP CORRIDOR|SPACESHIP", "INT|LABORATORY|LABORATORY",
        "EXT|ALLEY|ALLEY", "EXT|STREET|STREET", "EXT|ROOFTOP|ROOFTOP", "EXT|MARKET|MARKET", "EXT|BRIDGE|BRIDGE",
        "EXT|SQUARE|SQUARE"})
    void theSamplesFindTheirPlaces(Setting setting, String location, PlaceKind kind) {
        assertEquals(kind, Gazetteer.kind(setting, location, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"INT|MARA'S FLAT, KITCHEN|KITCHEN", "INT|POLICE STATION|OFFICE",
        "INT|TRAIN STATION|STATION", "EXT|ROOF OF THE STATION|ROOFTOP", "INT|CAR (MOVING)|CAR",
        "INT|HOTEL ROOM 12|BEDROOM", "EXT|CAFÉ|STREET", "INT|CAFÉ|BAR", "EXT|FERRY DECK|SEA",
        "EXT|EDGE OF THE WOODS|FOREST", "INT|SHIP'S GALLEY|KITCHEN", "EXT|OLD MILL ROAD|STREET"})
    void theMostExactWordsNameThePlace(Setting setting, String location, PlaceKind kind) {
        assertEquals(kind, Gazetteer.kind(setting, location, ""));
    }

    @Test
    void aHeadingThatSaysNothingLeavesItToTheAction() {
        assertEquals(PlaceKind.BEACH, Gazetteer.kind(Setting.EXT, "NOWHERE", "She walks along the beach."));
    }

    @Test
    void twoUnknownPlacesNeedNotLookAlike() {
        long kinds = IntStream.range(0, 20)
                .mapToObj(n -> Gazetteer.kind(Setting.EXT, "ZYX" + n, "Nothing."))
                .distinct()
                .count();
        assertEquals(4, kinds);
        assertNotEquals(Signature.of("A").seed(), Signature.of("B").seed());
    }

    @Test
    void aSignatureAnswersTheSameForTheSameWords() {
        assertEquals(Signature.of("Old House ").pick("windows", 9), Signature.of("OLD HOUSE").pick("windows", 9));
    }
}
