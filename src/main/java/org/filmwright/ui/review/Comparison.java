package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.filmwright.base.TakeId;

/** Which takes are held against each other: two, or a few. The current take is always one of them. */
final class Comparison {
    static final int MOST = 9;

    private final ReviewModel model;
    private final ReadOnlyObjectWrapper<Optional<Pair>> pair = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<TakeId> survey = FXCollections.observableArrayList();
    private final BooleanProperty blink = new SimpleBooleanProperty();
    private List<TakeId> picked = List.of();
    private ReviewView before = ReviewView.LOUPE;
    private int row = 1;

    Comparison(ReviewModel model) {
        this.model = model;
        model.current().subscribe((was, now) -> follow(was, now));
        model.strip().subscribe(this::keepWhatIsThere);
    }

    /** The two, as they stand side by side. */
    record Pair(TakeId left, TakeId right) {
        boolean holds(TakeId take) {
            return left.equals(take) || right.equals(take);
        }
    }

    ReadOnlyObjectProperty<Optional<Pair>> pair() {
        return pair.getReadOnlyProperty();
    }

    ObservableList<TakeId> survey() {
        return survey;
    }

    /** While it holds, the other take is shown in the place of the current one. */
    BooleanProperty blink() {
        return blink;
    }

    /** The two that are picked; else the current take and the one before it in its shot, or after it. */
    void compare() {
        List<TakeId> picked = model.targets().stream().map(Frame::id).toList();
        TakeId current = model.current().get().orElseThrow();
        Optional<TakeId> other = picked.size() >= 2
                ? picked.stream().filter(id -> !id.equals(current)).findFirst()
                : previous();
        other.ifPresent(second -> {
            boolean order = model.place(second) < model.place(current);
            pair.set(Optional.of(order ? new Pair(second, current) : new Pair(current, second)));
            enter(ReviewView.COMPARE);
        });
    }

    /** What is picked, at most nine; else the takes of the current shot. */
    void survey(List<Frame> shot) {
        List<Frame> picked = model.targets();
        lay((picked.size() >= 2 ? picked : shot).stream().map(Frame::id).toList());
    }

    /** The first nine of these. */
    void lay(List<TakeId> takes) {
        List<TakeId> few = takes.stream().filter(take -> model.frame(take).isPresent()).limit(MOST).toList();
        if (few.isEmpty()) {
            return;
        }
        survey.setAll(few);
        enter(ReviewView.SURVEY);
        if (!few.contains(model.current().get().orElseThrow())) {
            model.look(few.getFirst());
        }
    }

    /** Back to where one came from; in the grid what was held against each other stays picked, as far as it is left. */
    void leave() {
        List<TakeId> left = new ArrayList<>(picked);
        if (model.view().get() == ReviewView.SURVEY) {
            left.retainAll(survey);
        }
        model.look(before);
        if (before == ReviewView.GRID && left.size() > 1) {
            model.picks().all(left);
        }
    }

    void pickSide(boolean left) {
        pair.get().ifPresent(two -> model.look(left ? two.left() : two.right()));
    }

    /** Takes one away; when one is left, that is the one. */
    void remove(TakeId take) {
        int at = survey.indexOf(take);
        if (at >= 0 && survey.size() > 1) {
            survey.remove(at);
            if (survey.size() == 1) {
                model.look(survey.getFirst());
                model.look(ReviewView.LOUPE);
            } else if (model.current().get().filter(take::equals).isPresent()) {
                model.look(survey.get(Math.min(at, survey.size() - 1)));
            }
        }
    }

    /** How many takes of the survey stand side by side, as they are laid out. */
    void stand(int sideBySide) {
        row = sideBySide;
    }

    /** To a neighbour in the survey. */
    void step(int takes, int rows) {
        int by = takes + rows * row;
        int at = model.current().get().map(survey::indexOf).orElse(-1);
        if (at >= 0) {
            model.look(survey.get(Math.clamp(at + (long) by, 0, survey.size() - 1)));
        }
    }

    /** The take of the same shot before the current one; after it where there is none; any neighbour else. */
    Optional<TakeId> previous() {
        int at = model.place();
        List<Frame> strip = model.strip();
        return at < 0
                ? Optional.empty()
                : List.of(at - 1, at + 1)
                        .stream()
                        .filter(i -> i >= 0 && i < strip.size())
                        .sorted((a, b) -> Boolean.compare(isSibling(b, at), isSibling(a, at)))
                        .findFirst()
                        .map(i -> strip.get(i).id());
    }

    private boolean isSibling(int a, int b) {
        return model.strip().get(a).shot().equals(model.strip().get(b).shot());
    }

    private void enter(ReviewView view) {
        if (!model.view().get().isPassing()) {
            before = model.view().get();
            picked = List.copyOf(model.picks().picked().get());
        }
        model.look(view);
    }

    /** Another take came into the place of the one that was current. */
    private void follow(Optional<TakeId> was, Optional<TakeId> now) {
        if (model.view().get() == ReviewView.COMPARE && now.isPresent() && was.isPresent()) {
            pair.get()
                    .filter(two -> !two.holds(now.get()))
                    .ifPresent(two -> pair.set(Optional.of(two.left()
                            .equals(was.get()) ? new Pair(now.get(), two.right()) : new Pair(two.left(), now.get()))));
        }
    }

    /** What went to the trash is not compared any more. */
    private void keepWhatIsThere() {
        boolean gone = pair.get()
                .filter(two -> model.frame(two.left()).isEmpty() || model.frame(two.right()).isEmpty())
                .isPresent();
        if (gone && model.view().get() == ReviewView.COMPARE) {
            leave();
        }
        survey.removeIf(id -> model.frame(id).isEmpty());
        if (survey.isEmpty() && model.view().get() == ReviewView.SURVEY) {
            leave();
        }
    }
}
