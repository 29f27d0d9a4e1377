package org.filmwright.ui.review;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.images.recipe.Recipe;
import org.filmwright.images.recipe.RecipeAnswer;
import org.filmwright.production.Imported;
import org.filmwright.production.Making;
import org.filmwright.production.Spending;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.ArtistChoice;
import org.filmwright.ui.kit.CostText;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.EffortText;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;

/** How the take being looked at was made, from its file and the jobs, and what one more takes. */
final class SettingsPart {
    /** Who leafs through takes does not have their files read. */
    private static final Duration REST = Duration.ofMillis(150);

    private final Desk desk;
    private final Clockwork clockwork;
    private final Retakes retakes;
    private final StringProperty model = words();
    private final StringProperty seed = words();
    private final StringProperty size = words();
    private final StringProperty steps = words();
    private final StringProperty guidance = words();
    private final StringProperty sampler = words();
    private final StringProperty time = words();
    private final StringProperty cost = words();
    private final StringProperty receipt = words();
    private final StringProperty asked = words();
    private final StringProperty brief = words();
    private final StringProperty next = words();
    private final VBox section;
    private Optional<Frame> shown = Optional.empty();
    private Clockwork.Appointment reading = () -> {};

    SettingsPart(Fittings fittings, Retakes retakes) {
        desk = fittings.desk();
        clockwork = fittings.clockwork();
        this.retakes = retakes;
        Node words = Inspector.cardBelow(asked);
        present(words, asked);
        section = Inspector.section(new SimpleStringProperty(Words.of("images.settings")), new Region(),
                row("images.generator", model), row("images.seed", seed), row("images.size", size),
                row("images.steps", steps), row("images.guidance", guidance), row("images.sampler", sampler),
                row("images.time", time), row("images.cost", cost), row("images.receipt", receipt, "fw-plain"),
                row("images.brief", brief, "fw-plain"), row("images.one-more", next, "fw-plain"), words);
        section.setId("settings-part");
        desk.drawing().subscribe(id -> shown.ifPresent(frame -> price()));
    }

    VBox node() {
        return section;
    }

    /** Takes the size from the picture, as soon as it is there. */
    void measure(Picture picture) {
        size.bind(picture.state().map(state -> picture.image().map(SettingsPart::size).orElse("")));
    }

    /** @param prompt as the shot is asked for now */
    void show(Frame frame, boolean stale, String prompt) {
        brief.set(Words.of(stale ? "images.brief.stale" : "images.brief.current"));
        price();
        if (shown.filter(before -> before.id().equals(frame.id())).isEmpty()) {
            shown = Optional.of(frame);
            begin(frame.take().origin());
            forget();
            reading.cancel();
            reading = clockwork.after(REST, () -> read(frame.id(), prompt));
        }
    }

    private void price() {
        next.set(EffortText.of(retakes.effort(1, 1)));
    }

    /** What was made elsewhere has no seed that means anything here, unless its file tells one. */
    private void begin(ImageTake.Origin origin) {
        boolean outside = Imported.EXTERNAL.equals(origin.generator());
        model.set(outside ? Words.of("images.external") : ArtistChoice.name(origin.generator()));
        seed.set(outside ? Words.of("images.seed.none") : grouped(origin.seed()));
    }

    private void read(TakeId take, String prompt) {
        desk.project().get().ifPresent(open -> desk.offstage().ask(() -> open.lightTable().making(take), made -> {
            if (shown.filter(now -> now.id().equals(take)).isPresent()) {
                tell(made, prompt);
            }
        }));
    }

    private void tell(Making made, String prompt) {
        time.set(made.took().map(took -> Words.seconds(took.toMillis() / 1000.0)).orElse(""));
        cost.set(made.took().isEmpty() ? "" : cost(made.price()));
        switch (made.receipt()) {
            case RecipeAnswer.Found(Recipe recipe) -> tell(recipe, prompt);
            case RecipeAnswer.Absent(String why) -> receipt.set(why);
            case RecipeAnswer.Unreadable _ -> receipt.set(Words.of("images.receipt.unreadable"));
        }
    }

    private void tell(Recipe recipe, String prompt) {
        Recipe.Settings set = recipe.settings();
        receipt.set(Words.of("images.receipt.of", "program", recipe.dialect().words()));
        set.model().map(ArtistChoice::name).ifPresent(model::set);
        set.seed().ifPresent(told -> seed.set(grouped(told)));
        steps.set(set.steps().map(Object::toString).orElse(""));
        guidance.set(set.guidance().map(Object::toString).orElse(""));
        sampler.set(set.sampler().orElse(""));
        asked.set(recipe.prompt().isEmpty() || recipe.prompt().equals(prompt.strip())
                ? ""
                : Words.of("images.asked", "prompt", recipe.prompt()));
    }

    private void forget() {
        for (StringProperty each : new StringProperty[]{steps, guidance, sampler, time, cost, receipt, asked}) {
            each.set("");
        }
    }

    private static String cost(Optional<Spending.Price> price) {
        return price.map(paid -> paid.certain()
                ? CostText.spent(paid.amount().amount(), paid.amount().currency())
                : CostText.estimated(paid.amount().amount(), paid.amount().currency()))
                .orElseGet(() -> Words.of("images.cost.local", "price", CostText.none()));
    }

    /** In groups of three, as an unsigned number. */
    private static String grouped(long seed) {
        return Long.toUnsignedString(seed).replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u2009");
    }

    private static String size(Image image) {
        return Words.of("unit.size", "width", (int) image.getWidth(), "height", (int) image.getHeight());
    }

    private static HBox row(String key, StringProperty value, String... styleClasses) {
        HBox row = Inspector.row(key, value, styleClasses);
        present(row, value);
        return row;
    }

    private static void present(Node node, StringProperty value) {
        Presence.when(value.isNotEmpty(), node);
    }

    private static StringProperty words() {
        return new SimpleStringProperty("");
    }
}
