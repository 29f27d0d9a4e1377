package org.filmwright.ui.shell;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Workspace;

/**
 * The pages of the window of which one is in front, and the jobs drawer under it; where the focus is and goes. A page is
 * made when somebody asks for it, or when there is time.
 */
final class Rooms {
    private final Map<Scope, Supplier<Page>> plans;
    private final Map<Scope, Page> made = new EnumMap<>(Scope.class);
    private final Set<Scope> begun = EnumSet.noneOf(Scope.class);
    private final Set<Scope> dressed = EnumSet.noneOf(Scope.class);
    private final DrawerPane body;
    private final ObjectProperty<Scope> front;
    private final Consumer<Page> onMade;
    private Scope workspace = Scope.STORY;

    /**
     * @param plans how each page is made, in the order in which they are made when there is time; the drawer among them
     * @param front which page shows; set by whoever wants another one
     * @param onMade told every page that was made, before it is used
     */
    Rooms(Map<Scope, Supplier<Page>> plans, DrawerPane body, ObjectProperty<Scope> front, Consumer<Page> onMade) {
        this.plans = new LinkedHashMap<>(plans);
        this.body = body;
        this.front = front;
        this.onMade = onMade;
        front.subscribe(this::bringForward);
        body.open().subscribe(this::drawerMoved);
    }

    /** Makes every page that nobody has asked for yet. */
    void furnish() {
        plans.keySet().forEach(this::of);
    }

    /** Makes the next of them, or dresses one that was made. Says whether there was one. */
    boolean furnishNext() {
        Optional<Scope> next = plans.keySet().stream().filter(scope -> !begun.contains(scope)).findFirst();
        next.ifPresent(this::of);
        return next.isPresent() || dressNext();
    }

    /** A page whose looks were worked out once, where nobody sees it, is shown faster. */
    private boolean dressNext() {
        Optional<Page> next = made().stream().filter(page -> !dressed.contains(page.scope())).findFirst();
        next.ifPresent(page -> {
            dressed.add(page.scope());
            body.dress(page.root());
        });
        return next.isPresent();
    }

    Page of(Scope scope) {
        if (begun.add(scope)) {
            Page page = plans.get(scope).get();
            onMade.accept(page);
            made.put(scope, page);
            if (scope == Scope.JOBS) {
                body.put(page.root());
            }
        }
        return made.get(scope);
    }

    /** The pages of which one is in front. */
    List<Scope> scopes() {
        return plans.keySet().stream().filter(scope -> scope != Scope.JOBS).toList();
    }

    /** Those that were made. */
    List<Page> made() {
        return List.copyOf(made.values());
    }

    private Optional<Page> drawer() {
        return Optional.ofNullable(made.get(Scope.JOBS));
    }

    Page front() {
        return of(front.get());
    }

    DrawerPane body() {
        return body;
    }

    /** Whose keys count: the drawer's while the focus is in it, else those of the page in front. */
    Scope scope() {
        return drawer().filter(shown -> holdsFocus(shown.root())).map(Page::scope).orElseGet(front::get);
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

    /** From a page that belongs to no stage of the film back to the workspace that showed before, if there is a film. */
    void leave(boolean opened) {
        if (!(front() instanceof Workspace)) {
            show(opened ? workspace : Scope.WELCOME);
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
        return front().isSettled() && (!body.open().get() || drawer().map(Page::isSettled).orElse(true));
    }

    /** To the next stop in reading order that can be seen. */
    void step(int by) {
        List<Node> stops = Stream.concat(front().stops().stream(), drawer().stream()
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
        made().forEach(page -> page.shown(false));
        made().forEach(Page::close);
    }

    private void bringForward(Scope scope) {
        Page page = of(scope);
        made().stream()
                .filter(each -> each.scope() != Scope.JOBS)
                .forEach(each -> each.shown(each == page));
        body.show(page.root());
        page.root().applyCss();
        startingPoint(page).requestFocus();
        workspace = page instanceof Workspace ? scope : workspace;
    }

    private void drawerMoved(boolean open) {
        if (open) {
            of(Scope.JOBS);
        }
        drawer().ifPresent(page -> {
            boolean held = holdsFocus(page.root());
            page.shown(open);
            if (open) {
                page.start().requestFocus();
            } else if (held) {
                startingPoint(front()).requestFocus();
            }
        });
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
