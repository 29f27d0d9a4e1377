package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.filmwright.engine.LaneSpec;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static LaneSpec lane(List<LaneSpec> all, String name) {
        return all.stream().filter(lane -> lane.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void whoeverWorksElsewhereRestsWhenTheyKeepFailingAndThisMachineNever() {
        List<LaneSpec> lanes = Lanes.of(Map.of("cpu", 2, AgentWork.LANE, 3), List.of(new OtherArtist(),
                new RemoteArtist()));
        assertEquals(0, lane(lanes, "cpu").breakAfter());
        for (String others : List.of(AgentWork.LANE, "gpu", "acme")) {
            assertTrue(lane(lanes, others).breakAfter() > 0, others);
        }
        assertEquals(3, lane(lanes, AgentWork.LANE).room());
        assertEquals(1, lane(lanes, "gpu").room(), "one after the other");
    }
}
