package org.filmwright.production;

import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.Money;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.story.Scripts;

/** What one more take will probably cost, by the terms of whoever draws; nothing where that is this machine, or nobody knows. */
record AskingPrice(Records records, Generators generators, Path folder) {
    Optional<Money> of(MakeOrder.Look look) {
        return generators.find(look.imageGenerator()).orElse(null) instanceof RemoteGenerator remote
                ? records.scripts()
                        .current()
                        .map(Scripts.Script::plan)
                        .flatMap(plan -> plan.shots()
                                .stream()
                                .findFirst()
                                .map(shot -> new TakeDrawing.Order(plan, shot, 1, look.size(), 1, Optional.empty())))
                        .flatMap(order -> remote.terms(TakeDrawing.request(order, folder)).price())
                : Optional.empty();
    }
}
