package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.ShotPlan;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final ShotPlan PLAN = Planner.plan(FountainReader.read("""
            INT. KITCHEN - NIGHT

            Mara opens the drawer. The lamp — her mother's — flickers.

            MARA
            Not again.

            """.repeat(20)), 1);

    @Test
    void aPlanIsPackedToATenthAndComesBack() {
        String packed = Codec.packed(PLAN);
        assertEquals(PLAN, Codec.unpacked(packed, ShotPlan.class));
        assertTrue(packed.length() * 10 < Codec.json(PLAN).length(), packed.length() + " letters");
    }

    @Test
    void aPlanThatAnEarlierVersionWroteIsRead() {
        assertEquals(PLAN, Codec.unpacked(Codec.json(PLAN), ShotPlan.class));
    }

    @Test
    void whatWasDamagedIsSaidToBeUnreadable() {
        String packed = Codec.packed(PLAN);
        assertThrows(Codec.Unreadable.class, () -> Codec.unpacked(packed.substring(0, 40), ShotPlan.class));
        assertThrows(Codec.Unreadable.class, () -> Codec.unpacked("~" + packed, ShotPlan.class));
        assertThrows(Codec.Unreadable.class, () -> Codec.unpacked("", ShotPlan.class));
    }
}
