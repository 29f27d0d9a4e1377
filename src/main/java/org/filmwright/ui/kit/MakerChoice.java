package org.filmwright.ui.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.filmwright.production.Artists;
import org.filmwright.production.Trade;

/**
 * Who makes something from now on, by the ids of generators: in the open project, where it is kept beside drafts until
 * something made tells it; and in projects in which nobody has made any yet, whoever was chosen last. Where that one is not
 * here, who is always here makes it.
 */
public sealed class MakerChoice permits ArtistChoice, FilmerChoice {
    private final Desk desk;
    private final Kind kind;
    private final ObjectProperty<String> usual;
    private final ReadOnlyObjectWrapper<List<String>> here;
    private final ReadOnlyObjectWrapper<String> now;

    /**
     * What is made.
     *
     * @param name of the draft, and of the setting
     * @param always who is always here
     * @param price key of the words that name somebody with a price
     * @param people who can be asked in what is on the desk
     * @param chosen where the choice of a person stands
     */
    record Kind(String name, Setting<String> usual, String always, String price, Function<Desk, ? extends Trade> people,
            Function<Desk, ObjectProperty<Optional<String>>> chosen) {}

    MakerChoice(Desk desk, Settings settings, Kind kind) {
        this.desk = desk;
        this.kind = kind;
        usual = settings.of(kind.usual);
        here = new ReadOnlyObjectWrapper<>(List.of(kind.always));
        now = new ReadOnlyObjectWrapper<>(kind.always);
        new Drafts(desk, settings).of(kind.name, this::kept, this::begin);
    }

    /** Who can be chosen. */
    public ReadOnlyObjectProperty<List<String>> here() {
        return here.getReadOnlyProperty();
    }

    /** Who is chosen. */
    public ReadOnlyObjectProperty<String> now() {
        return now.getReadOnlyProperty();
    }

    /** The name, and what one costs where that is asked for. */
    public String offer(String id) {
        Artists.Tariff tariff = kind.people.apply(desk).tariffs().get(id);
        if (tariff == null) {
            return name(id);
        }
        return tariff.price()
                .map(price -> Words.of(kind.price, "maker", name(id), "price", CostText.exact(price)))
                .orElseGet(() -> Words.of("maker.price.unknown", "maker", name(id)));
    }

    /**
     * {@code local:sdxl-base} is sdxl-base, {@code draft} the storyboard artist, {@code replicate:flux-pro} flux-pro of
     * Replicate.
     */
    public static String name(String id) {
        if (Words.has("maker." + id)) {
            return Words.of("maker." + id);
        }
        int colon = id.indexOf(':');
        String provider = "provider." + id.substring(0, Math.max(0, colon));
        return Words.has(provider)
                ? Words.of("maker.of", "model", id.substring(colon + 1), "provider", Words.of(provider))
                : Artists.model(id).orElse(id);
    }

    /** Has somebody make it from now on, in the open project if there is one, and in new ones. */
    public void choose(String id) {
        usual.set(id);
        if (desk.project().get().isEmpty()) {
            now.set(id);
        } else if (here.get().contains(id) && !id.equals(now.get())) {
            kind.chosen.apply(desk).set(Optional.of(id));
            now.set(id);
        }
    }

    private Map<String, List<String>> kept() {
        return kind.chosen.apply(desk).get().map(id -> Map.of(kind.name, List.of(id))).orElse(Map.of());
    }

    private void begin(Map<String, List<String>> kept) {
        Trade people = kind.people.apply(desk);
        here.set(people.here());
        String before = people.last().orElse(kind.always);
        String wanted = kept.getOrDefault(kind.name, List.of())
                .stream()
                .findFirst()
                .or(people::last)
                .orElse(usual.get());
        boolean free = desk.project().get().isEmpty();
        String chosen = free || people.here().contains(wanted) ? wanted : kind.always;
        kind.chosen.apply(desk).set(free || chosen.equals(before) ? Optional.empty() : Optional.of(chosen));
        now.set(chosen);
    }
}
