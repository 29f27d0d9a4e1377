package org.filmwright.ui.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.filmwright.production.Artists;
import org.filmwright.production.Edits;
import org.filmwright.production.Project;

/**
 * Who draws from now on: in the open project, where it is kept beside drafts until pictures tell it; and in projects in
 * which nobody has drawn yet, whoever was chosen last. Where that one is not here, the storyboard artist draws.
 */
public final class ArtistChoice {
    private static final Setting<String> USUAL = Setting.text("images.artist", Artists.DRAFT);
    private static final String KIND = "artist";

    private final Desk desk;
    private final ObjectProperty<String> usual;
    private final ReadOnlyObjectWrapper<List<String>> here = new ReadOnlyObjectWrapper<>(Artists.NONE.here());
    private final ReadOnlyObjectWrapper<String> now = new ReadOnlyObjectWrapper<>(Artists.DRAFT);

    public ArtistChoice(Desk desk, Settings settings) {
        this.desk = desk;
        usual = settings.of(USUAL);
        desk.drawing().bind(now);
        new Drafts(desk, settings).of(KIND, this::chosen, this::begin);
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

    /** The name, and what a picture costs where that is asked for. */
    public String offer(String id) {
        Artists.Tariff tariff = open().tariffs().get(id);
        if (tariff == null) {
            return name(id);
        }
        return tariff.price()
                .map(price -> Words.of("maker.price", "maker", name(id), "price", CostText.exact(price)))
                .orElseGet(() -> Words.of("maker.price.unknown", "maker", name(id)));
    }

    /** The estimate at the price of whoever is chosen now; the price of who drew before is in it already. */
    public static Edits.Estimate priced(Desk desk, Edits.Estimate usual) {
        return desk.artist()
                .get()
                .map(id -> usual.at(desk.project().get().map(Project::artists).orElse(Artists.NONE).price(id)))
                .orElse(usual);
    }

    /** Who draws now, where that one charges and nobody knows how much. */
    static Optional<String> unpriced(Desk desk) {
        Artists artists = desk.project().get().map(Project::artists).orElse(Artists.NONE);
        return desk.artist()
                .get()
                .or(artists::last)
                .filter(id -> Optional.ofNullable(artists.tariffs().get(id))
                        .filter(tariff -> tariff.price().isEmpty())
                        .isPresent());
    }

    private Artists open() {
        return desk.project().get().map(Project::artists).orElse(Artists.NONE);
    }

    /** Who can be chosen, by id. */
    public ReadOnlyObjectProperty<List<String>> here() {
        return here.getReadOnlyProperty();
    }

    /** Who is chosen, by id. */
    public ReadOnlyObjectProperty<String> now() {
        return now.getReadOnlyProperty();
    }

    /** Has somebody draw from now on, in the open project if there is one, and in new ones. */
    public void choose(String id) {
        usual.set(id);
        if (desk.project().get().isEmpty()) {
            now.set(id);
        } else if (here.get().contains(id) && !id.equals(now.get())) {
            desk.artist().set(Optional.of(id));
            now.set(id);
        }
    }

    private Map<String, List<String>> chosen() {
        return desk.artist().get().map(id -> Map.of(KIND, List.of(id))).orElse(Map.of());
    }

    private void begin(Map<String, List<String>> kept) {
        Artists open = open();
        here.set(open.here());
        String before = open.last().orElse(Artists.DRAFT);
        String wanted = kept.getOrDefault(KIND, List.of())
                .stream()
                .findFirst()
                .or(open::last)
                .orElse(usual.get());
        boolean free = desk.project().get().isEmpty();
        String chosen = free || open.here().contains(wanted) ? wanted : Artists.DRAFT;
        desk.artist().set(free || chosen.equals(before) ? Optional.empty() : Optional.of(chosen));
        now.set(chosen);
    }
}
