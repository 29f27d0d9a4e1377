package org.filmwright.production;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.filmwright.generate.Companions;
import org.filmwright.generate.Generator;
import org.filmwright.generate.RemoteGenerator;

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

    /** Those that draw pictures and can be asked now, in the order in which they were given; the others make clips. */
    List<String> artists() {
        return byId.values()
                .stream()
                .filter(each -> each.makes() == Generator.Makes.PICTURES)
                .filter(each -> !(each instanceof RemoteGenerator remote) || remote.ready())
                .map(each -> each.describe().id())
                .toList();
    }

    /** Those that film pictures and can be asked now, in the order in which they were given. */
    List<String> filmers() {
        return byId.values()
                .stream()
                .filter(each -> each.makes() == Generator.Makes.CLIPS)
                .filter(each -> !(each instanceof RemoteGenerator remote) || remote.ready())
                .map(each -> each.describe().id())
                .toList();
    }

    /** What those take who charge. */
    Map<String, Artists.Tariff> tariffs() {
        Map<String, Artists.Tariff> tariffs = new LinkedHashMap<>();
        byId.forEach((id, generator) -> {
            if (generator instanceof RemoteGenerator remote) {
                Optional<RemoteGenerator.Tariff> tariff = remote.tariff();
                tariffs.put(id, new Artists.Tariff(tariff.map(RemoteGenerator.Tariff::price),
                        tariff.map(RemoteGenerator.Tariff::on)));
            }
        });
        return tariffs;
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
