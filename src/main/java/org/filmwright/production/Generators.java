package org.filmwright.production;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.filmwright.generate.Companions;
import org.filmwright.generate.Generator;

/** The generators of this program by id, and the small models beside them. */
public final class Generators implements Function<String, Generator> {
    private final Companions companions;
    private final Map<String, Generator> byId = new LinkedHashMap<>();

    public Generators(List<Generator> generators) {
        this(generators, Companions.NONE);
    }

    /** @param companions who sees and measures beside them */
    public Generators(List<Generator> generators, Companions companions) {
        this.companions = companions;
        generators.forEach(generator -> byId.put(generator.describe().id(), generator));
    }

    public Set<String> ids() {
        return Set.copyOf(byId.keySet());
    }

    /** Those that draw pictures, in the order in which they were given; the others make clips of them. */
    List<String> artists() {
        return byId.keySet().stream().filter(id -> !id.equals(MakeOrder.USUAL_LOOK.clipGenerator())).toList();
    }

    Companions companions() {
        return companions;
    }

    Optional<Generator> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws IllegalArgumentException with a sentence, where there is none of that id */
    @Override
    public Generator apply(String id) {
        Generator generator = byId.get(id);
        if (generator == null) {
            throw new IllegalArgumentException(
                    "There is no generator '" + id + "'. There are: " + String.join(", ", byId.keySet()) + ".");
        }
        return generator;
    }
}
