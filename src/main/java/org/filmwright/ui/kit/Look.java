package org.filmwright.ui.kit;

import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.PopupControl;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/** How the window looks: theme, scale, and the surround of pictures. */
public final class Look {
    public static final double SMALLEST = 0.8;
    public static final double LARGEST = 2.0;
    private static final double STEP = 0.1;

    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Double> scale;
    private final ObjectProperty<Surround> surround;
    private final ObjectProperty<Boolean> reducedMotion;

    public Look(Settings settings) {
        theme = settings.of(Settings.THEME);
        scale = settings.of(Settings.SCALE);
        surround = settings.of(Settings.SURROUND);
        reducedMotion = settings.of(Settings.REDUCED_MOTION);
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** 1 is 100 %; between {@link #SMALLEST} and {@link #LARGEST}. */
    public ObjectProperty<Double> scale() {
        return scale;
    }

    public ObjectProperty<Surround> surround() {
        return surround;
    }

    /** Whether nothing may move by itself. */
    public ObjectProperty<Boolean> reducedMotion() {
        return reducedMotion;
    }

    /** A length of the 100 % design at the present scale, in whole pixels. */
    public double px(double designed) {
        return Math.round(designed * scale.get());
    }

    public void larger() {
        rescale(scale.get() + STEP);
    }

    public void smaller() {
        rescale(scale.get() - STEP);
    }

    private void rescale(double wanted) {
        scale.set(Math.round(Math.clamp(wanted, SMALLEST, LARGEST) * 10) / 10.0);
    }

    public void switchTheme() {
        theme.set(theme.get() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    /** Dresses the scene now and whenever theme or scale change. */
    public void dress(Scene scene) {
        Fonts.load();
        Application.setUserAgentStylesheet(theme.get().foundation());
        redress(scene);
        theme.subscribe((before, after) -> {
            closeWhatHangs();
            Application.setUserAgentStylesheet(after.foundation());
            redress(scene);
        });
        scale.subscribe((before, after) -> {
            closeWhatHangs();
            redress(scene);
        });
    }

    /** What hangs from the window closes first: it would be dressed before the window has its colours again. */
    private static void closeWhatHangs() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupControl popup && popup.getStyleableParent() instanceof ComboBoxBase<?> box) {
                box.hide();
            } else if (window instanceof PopupWindow) {
                window.hide();
            }
        }
    }

    private void redress(Scene scene) {
        scene.getStylesheets().setAll(theme.get().sheet(scale.get()));
    }

    /** What lies around a picture: the theme's own grey, middle grey, black or white. */
    public enum Surround {
        THEME("fw-surround-theme"), GREY("fw-surround-grey"), BLACK("fw-surround-black"), WHITE("fw-surround-white");

        private final String styleClass;

        Surround(String styleClass) {
            this.styleClass = styleClass;
        }

        public String styleClass() {
            return styleClass;
        }

        public Surround next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }
}
