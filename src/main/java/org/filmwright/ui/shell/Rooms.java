package org.filmwright.ui.shell;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Workspace;

/** The pages of the window of which one is in front, and the jobs drawer under it; where the focus is and goes. */
final class Rooms {
    private final List<Page> pages;
    private final Optional<Page> drawer;
    private final DrawerPane body;
    private final ObjectProperty<Scope> front;
    private Scope workspace = Scope.STORY;

    /** @param front which page shows; set by whoever wants another one */
    Rooms(List<Page> pages, Optional<Page> drawer, DrawerPane body, ObjectProperty<Scope> front) {
        this.pages = List.copyOf(pages);
        this.drawer = drawer;
        this.body = body;
        this.front = front;
        front.subscribe(this::bringForward);
        body.open().subscribe(this::drawerMoved);
    }

    Page front() {
        return of(front.get());
    }

    DrawerPane body() {
        return body;
    }

    List<Page> pages() {
        return pages;
    }

    /** Whose keys count: the drawer's while the focus is in it, else those of the page in front. */
    Scope scope() {
        return drawer.filter(shown -> holdsFocus(shown.root())).map(Page::scope).orElseGet(front::get);
    }

    void show(Scope page) {
        front.set(page);
    }

    /** To where the keys of that scope count; everywhere is here. */
    void goTo(Scope scope) {
        if (scope == Scope.JOBS) {
            body.open().set(true);
        } else if (scope != Scope.GLOBAL) {
            show(scope);
        }
    }

    /** From a page that belongs to no stage of the film back to the workspace that showed before. */
    void leave() {
        if (!(front() instanceof Workspace)) {
            show(workspace);
        }
    }

    /** Shows or hides the panel of that side, on pages that have it. */
    void togglePanel(boolean left) {
        if (front() instanceof Workspace shown) {
            BooleanProperty panel = left ? shown.panes().leftShown() : shown.panes().rightShown();
            panel.set(!panel.get());
        }
    }

    void openDrawer() {
        body.open().set(true);
    }

    void toggleDrawer() {
        body.open().set(!body.open().get());
    }

    /** Whether everything that can be seen shows all it was asked to show. */
    boolean isSettled() {
        return front().isSettled() && (!body.open().get() || drawer.map(Page::isSettled).orElse(true));
    }

    /** To the next stop in reading order that can be seen. */
    void step(int by) {
        List<Node> stops = Stream.concat(front().stops().stream(), drawer.stream()
                .flatMap(page -> page.stops()
                        .stream()))
                .filter(Rooms::isSeen)
                .toList();
        int at = IntStream.range(0, stops.size()).filter(i -> holdsFocus(stops.get(i))).findFirst().orElse(-by);
        if (!stops.isEmpty()) {
            stops.get(Math.floorMod(at + by, stops.size())).requestFocus();
        }
    }

    void close() {
        pages.forEach(page -> page.shown(false));
        drawer.ifPresent(page -> page.shown(false));
    }

    private void bringForward(Scope scope) {
        pages.forEach(page -> page.shown(page.scope() == scope));
        Page page = of(scope);
        body.show(page.root());
        page.root().applyCss();
        startingPoint(page).requestFocus();
        workspace = page instanceof Workspace ? scope : workspace;
    }

    private void drawerMoved(boolean open) {
        drawer.ifPresent(page -> {
            boolean held = holdsFocus(page.root());
            page.shown(open);
            if (open) {
                page.start().requestFocus();
            } else if (held) {
                startingPoint(front()).requestFocus();
            }
        });
    }

    Page of(Scope scope) {
        return pages.stream().filter(page -> page.scope() == scope).findFirst().orElseThrow();
    }

    /** Where work starts; on an empty page that is the button which says what to do. */
    private static Node startingPoint(Page page) {
        return isSeen(page.start())
                ? page.start()
                : page.root()
                        .lookupAll(".accent")
                        .stream()
                        .filter(Rooms::isSeen)
                        .findFirst()
                        .orElse(page.root());
    }

    private static boolean isSeen(Node node) {
        return node.getScene() != null
                && Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    private boolean holdsFocus(Node place) {
        return place.getScene() != null
                && Stream.iterate(place.getScene().getFocusOwner(), Objects::nonNull, Node::getParent)
                        .anyMatch(node -> node == place);
    }
}
