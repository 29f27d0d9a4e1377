package org.filmwright.production;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.engine.LaneSpec;
import org.filmwright.generate.Generator;
import org.filmwright.generate.RemoteGenerator;

/** In which lanes a program works. */
public final class Lanes {
    private Lanes() {}

    /**
     * Those of this machine; one for those who write, and one for each who works elsewhere and takes nothing for it, one
     * after the other; and one for each provider, with the provider's own limits. Those of others rest when they keep
     * failing.
     *
     * @param here how many steps this machine takes at once, by lane
     * @param generators those elsewhere
     */
    public static List<LaneSpec> of(Map<String, Integer> here, List<Generator> generators) {
        Map<String, Integer> free = new LinkedHashMap<>(here);
        Set<String> others = generators.stream()
                .filter(generator -> !(generator instanceof RemoteGenerator))
                .map(generator -> generator.describe().lane())
                .collect(Collectors.toCollection(() -> new HashSet<>(Set.of(AgentWork.LANE))));
        others.stream().filter(lane -> !lane.equals(AgentWork.LANE)).forEach(lane -> free.putIfAbsent(lane, 1));
        Stream<LaneSpec> local = free.entrySet()
                .stream()
                .map(lane -> others.contains(lane.getKey())
                        ? LaneSpec.others(lane.getKey(), lane.getValue())
                        : LaneSpec.local(lane.getKey(), lane.getValue()));
        Stream<LaneSpec> remote = generators.stream()
                .filter(RemoteGenerator.class::isInstance)
                .map(RemoteGenerator.class::cast)
                .map(Lanes::of)
                .collect(Collectors.toMap(LaneSpec::name, lane -> lane, (first, other) -> first, LinkedHashMap::new))
                .values()
                .stream();
        return Stream.concat(local, remote).toList();
    }

    private static LaneSpec of(RemoteGenerator provider) {
        RemoteGenerator.Limits limits = provider.limits();
        return LaneSpec.remote(provider.describe().lane(), limits.atOnce(),
                new LaneSpec.Rate(limits.starts(), limits.per()));
    }
}
