package org.filmwright.generate.draft.stage;

import java.util.Optional;
import org.filmwright.generate.draft.paint.Easel;

/** The prop store: about forty things by name. */
public interface Props {
    /** The prop that these words name ({@code FERRY TICKET}, {@code a brass key}), if it is in the store. */
    Optional<Prop> find(String words);

    /** A thing that can be drawn at any size. */
    interface Prop {
        /** Width divided by height of its drawing. */
        double aspect();

        /** Height in metres in life. */
        double height();

        /** Whether a hand can hold it: it is drawn in the hand, else on floor or table by the place. */
        boolean handheld();

        /** Paints it. */
        void paint(Easel easel, Pose pose, Palette palette, Light light);
    }

    /** Centre on the board, height in board units, turn in degrees clockwise; {@code signature} varies its looks. */
    record Pose(double x, double y, double height, double turn, long signature) {}
}
