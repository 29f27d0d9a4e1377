package org.filmwright.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.filmwright.ui.kit.Setting;
import org.filmwright.ui.kit.Settings;

/** Where the window stood when it was closed; it comes back there if a screen is there still. */
final class WindowPlace {
    private static final Setting<List<String>> PLACE = Setting.lines("window.place");

    private WindowPlace() {}

    static void remember(Stage stage, Settings settings) {
        ObjectProperty<List<String>> place = settings.of(PLACE);
        read(place.get()).filter(WindowPlace::isOnAScreen).ifPresentOrElse(was -> put(stage, was), () -> fit(stage));
        stage.setOnHiding(hiding -> {
            if (!stage.isFullScreen() && !stage.isIconified()) {
                place.set(Stream.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
                        .map(Math::round)
                        .map(Object::toString)
                        .toList());
            }
        });
    }

    private static void put(Stage stage, Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
    }

    /** A screen may be smaller than the size everything was designed at. */
    private static void fit(Stage stage) {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        if (stage.getScene().getWidth() > room.getWidth() || stage.getScene().getHeight() > room.getHeight()) {
            put(stage, room);
        }
    }

    static Optional<Rectangle2D> read(List<String> lines) {
        if (lines.size() != 4 || !lines.stream().allMatch(line -> line.matches("-?\\d{1,5}"))) {
            return Optional.empty();
        }
        List<Integer> at = lines.stream().map(Integer::valueOf).toList();
        return at.get(2) <= 0 || at.get(3) <= 0
                ? Optional.empty()
                : Optional.of(new Rectangle2D(at.get(0), at.get(1), at.get(2), at.get(3)));
    }

    private static boolean isOnAScreen(Rectangle2D place) {
        return !Screen.getScreensForRectangle(place).isEmpty();
    }
}
