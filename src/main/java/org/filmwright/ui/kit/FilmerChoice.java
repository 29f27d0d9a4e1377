package org.filmwright.ui.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.filmwright.base.Money;
import org.filmwright.production.Artists;
import org.filmwright.production.Filmers;
import org.filmwright.production.Project;

/**
 * Who films from now on: in the open project, where it is kept beside drafts until clips tell it; and in projects in which
 * nobody has filmed yet, whoever was chosen last. Where that one is not here, the rostrum camera films.
 */
public final class FilmerChoice implements MakerChoice {
    private static final Setting<String> USUAL = Setting.text("clips.filmer", Filmers.CAMERA);
    private static final String KIND = "filmer";

    private final Desk desk;
    private final ObjectProperty<String> usual;
    private final ReadOnlyObjectWrapper<List<String>> here = new ReadOnlyObjectWrapper<>(Filmers.NONE.here());
    private final ReadOnlyObjectWrapper<String> now = new ReadOnlyObjectWrapper<>(Filmers.CAMERA);

    public FilmerChoice(Desk desk, Settings settings) {
        this.desk = desk;
        usual = settings.of(USUAL);
        new Drafts(desk, settings).of(KIND, this::chosen, this::begin);
    }

    @Override
    public String offer(String id) {
        Artists.Tariff tariff = open(desk).tariffs().get(id);
        if (tariff == null) {
            return ArtistChoice.name(id);
        }
        return tariff.price()
                .map(price -> Words.of("filmer.price", "maker", ArtistChoice.name(id), "price", CostText.exact(price)))
                .orElseGet(() -> Words.of("maker.price.unknown", "maker", ArtistChoice.name(id)));
    }

    /** What so many clips of whoever is chosen are said to cost at least; nothing where they are free, or nobody knows. */
    static Optional<Money> price(Desk desk, int clips) {
        Filmers open = open(desk);
        String filmer = desk.filmer().get().or(open::last).orElse(Filmers.CAMERA);
        return Optional.ofNullable(open.tariffs().get(filmer))
                .flatMap(Artists.Tariff::price)
                .map(each -> each.times(
                        clips));
    }

    private static Filmers open(Desk desk) {
        return desk.project().get().map(Project::filmers).orElse(Filmers.NONE);
    }

    @Override
    public ReadOnlyObjectProperty<List<String>> here() {
        return here.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<String> now() {
        return now.getReadOnlyProperty();
    }

    @Override
    public void choose(String id) {
        usual.set(id);
        if (desk.project().get().isEmpty()) {
            now.set(id);
        } else if (here.get().contains(id) && !id.equals(now.get())) {
            desk.filmer().set(Optional.of(id));
            now.set(id);
        }
    }

    private Map<String, List<String>> chosen() {
        return desk.filmer().get().map(id -> Map.of(KIND, List.of(id))).orElse(Map.of());
    }

    private void begin(Map<String, List<String>> kept) {
        Filmers open = open(desk);
        here.set(open.here());
        String before = open.last().orElse(Filmers.CAMERA);
        String wanted = kept.getOrDefault(KIND, List.of())
                .stream()
                .findFirst()
                .or(open::last)
                .orElse(usual.get());
        boolean free = desk.project().get().isEmpty();
        String chosen = free || open.here().contains(wanted) ? wanted : Filmers.CAMERA;
        desk.filmer().set(free || chosen.equals(before) ? Optional.empty() : Optional.of(chosen));
        now.set(chosen);
    }
}
