package org.filmwright.ui.review;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.filmwright.ui.kit.ErrorPanel;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;

/** One take on the neutral well: fitted, or larger to be dragged about. */
final class Loupe extends StackPane {
    private final TakePictures pictures;
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.FIT);
    private final ZoomView picture = new ZoomView(zoom);
    private final Surrounding surround;
    private final ErrorPanel broken;
    private Optional<NoteLayer> layer = Optional.empty();
    private Subscription arrival = Subscription.EMPTY;
    private Runnable again = () -> {};

    Loupe(Look look, TakePictures pictures) {
        this.pictures = pictures;
        setFocusTraversable(true);
        surround = new Surrounding(this, look);
        look.scale().subscribe(scale -> picture.setMargin(look.px(16)));
        Button retry = new Button(Words.of("images.broken.retry"));
        retry.setId("picture-retry");
        retry.setOnAction(press -> again.run());
        broken = new ErrorPanel(Words.of("images.broken"), "", retry);
        broken.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        broken.setVisible(false);
        getChildren().addAll(picture, broken);
        look.scale().subscribe(scale -> setMargin(broken, new Insets(look.px(16))));
        setOnMousePressed(press -> requestFocus());
        setAccessibleText(Words.of("images.loupe"));
    }

    /**
     * Shows notes over the picture.
     *
     * @param name what the ids of its parts begin with
     * @param alone whether there is no inspector to read the chosen note in; then it is read here
     */
    void carry(NotesModel notes, String name, ObservableBooleanValue alone) {
        Label said = Labels.of(Bindings.createStringBinding(() -> notes.choice().map(NoteCard::spoken).orElse(""), notes
                .shown(), notes.chosen()), "fw-said");
        said.setId(name + "said");
        said.setWrapText(true);
        said.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        said.setMouseTransparent(true);
        said.visibleProperty().bind(said.textProperty().isNotEmpty().and(alone));
        Composer below = new Composer(name, notes, this::requestFocus);
        NoteLayer over = new NoteLayer(notes, picture.place(), below::write, this::requestFocus);
        over.setId(name + "note-layer");
        layer = Optional.of(over);
        picture.cover(over);
        getChildren().addAll(below, said);
        setAlignment(said, Pos.TOP_CENTER);
        setAlignment(below, Pos.BOTTOM_CENTER);
        below.visibleProperty().subscribe(() -> makeRoom(below));
        below.heightProperty().subscribe(() -> makeRoom(below));
    }

    /** While somebody draws, nothing of the picture lies where it cannot be drawn on. */
    private void makeRoom(Composer below) {
        setMargin(picture, new Insets(0, 0, below.isVisible() ? below.getHeight() : 0, 0));
    }

    /** Brings the keys to the pen. */
    void draw() {
        layer.ifPresent(NoteLayer::requestFocus);
    }

    ObjectProperty<Zoom> zoom() {
        return zoom;
    }

    void toggleZoom() {
        zoom.set(zoom.get().size() == Zoom.Size.FIT ? zoom.get().full() : Zoom.FIT);
    }

    /** What lies around the picture, for whoever stands beside it. */
    Surrounding surround() {
        return surround;
    }

    void clear() {
        put(Picture.none());
        picture.show(Picture.none(), Picture::none);
        setAccessibleText(Words.of("images.loupe"));
    }

    /** Shows a take. Answers its picture. */
    Picture show(Frame frame) {
        Picture shown = pictures.whole(frame.take());
        picture.show(shown, () -> pictures.original(frame.take()));
        put(shown);
        again = () -> {
            pictures.forget(frame.take());
            show(frame);
        };
        say(frame);
        layer.ifPresent(over -> over.show(frame.id()));
        return shown;
    }

    /** Which take it stands for, though nobody sees it now. */
    void say(Frame frame) {
        setAccessibleText(frame.spoken());
        setUserData(frame.id());
    }

    private void put(Picture shown) {
        arrival.unsubscribe();
        arrival = shown.state().subscribe(state -> broken.setVisible(state instanceof Picture.State.Broken));
    }
}
