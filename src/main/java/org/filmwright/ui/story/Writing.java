package org.filmwright.ui.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.history.Change;
import org.filmwright.production.Editor;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.story.Manuscript;
import org.filmwright.story.ScriptEdit;
import org.filmwright.story.Scripts;
import org.filmwright.story.SourceText;
import org.filmwright.ui.fx.Clockwork;
import org.filmwright.ui.kit.Desk;

/**
 * The script while somebody writes it: reads each edit's scene again, records what was typed within a second, and
 * follows what is recorded when nothing waits.
 */
final class Writing {
    /** What was typed is recorded this long after its first letter. */
    private static final Duration SOON = Duration.ofMillis(700);

    private final Desk desk;
    private final Clockwork clockwork;
    private final Typist typist;
    private final ReadOnlyObjectWrapper<Manuscript> manuscript = new ReadOnlyObjectWrapper<>(Manuscript.of(""));
    private final List<Consumer<Shown>> listeners = new ArrayList<>();
    private final List<Consumer<Failure>> troubles = new ArrayList<>();
    private SourceText source = new SourceText("");
    private Optional<Project> project = Optional.empty();
    private Optional<Clockwork.Appointment> recording = Optional.empty();
    private int inFlight;
    private long revision;

    Writing(Desk desk, Clockwork clockwork, LongSupplier nanos) {
        this.desk = desk;
        this.clockwork = clockwork;
        typist = new Typist(nanos);
        desk.beforeUndo(this::record);
        desk.snapshot().subscribe(this::follow);
    }

    /** Something that the page must show because it was changed elsewhere; {@code anew} for another script. */
    record Shown(ScriptEdit edit, Manuscript.Reread reread, boolean anew) {}

    ReadOnlyObjectProperty<Manuscript> manuscript() {
        return manuscript.getReadOnlyProperty();
    }

    void onShown(Consumer<Shown> listener) {
        listeners.add(listener);
    }

    void onTrouble(Consumer<Failure> listener) {
        troubles.add(listener);
    }

    /** Whether everything that was typed is recorded. */
    boolean isRecorded() {
        return typist.isEmpty() && inFlight == 0;
    }

    /** Takes an edit of the page; answers which lines were read again. */
    Manuscript.Reread typed(ScriptEdit edit) {
        ScriptEdit own = source.toSource(edit);
        source = source.after(own);
        typist.type(own);
        desk.typing().set(true);
        Manuscript.Reread reread = manuscript.get().edit(edit);
        manuscript.set(reread.manuscript());
        if (recording.isEmpty()) {
            recording = Optional.of(clockwork.after(SOON, this::record));
        }
        return reread;
    }

    /** What is typed next is a step of its own. */
    void pause() {
        typist.pause();
    }

    /** Records what was typed now. */
    void record() {
        recording.ifPresent(Clockwork.Appointment::cancel);
        recording = Optional.empty();
        List<Typist.Step> steps = typist.take();
        if (steps.isEmpty() || project.isEmpty()) {
            return;
        }
        Editor editor = project.get().editor();
        inFlight++;
        desk.recorder().ask(() -> write(editor, steps), this::recorded);
    }

    private record Answer(Optional<Failure> failure, long revision) {}

    private static Answer write(Editor editor, List<Typist.Step> steps) {
        for (Typist.Step step : steps) {
            if (editor.write(step.wrote(), step.joins()) instanceof Outcome.Failed<Change>(Failure failure)) {
                return new Answer(Optional.of(failure), editor.revision());
            }
        }
        return new Answer(Optional.empty(), editor.revision());
    }

    private void recorded(Answer answer) {
        inFlight--;
        desk.typing().set(!isRecorded());
        revision = Math.max(revision, answer.revision());
        answer.failure().ifPresent(failure -> {
            typist.take();
            troubles.forEach(listener -> listener.accept(failure));
        });
        follow();
    }

    /** Shows what is recorded, unless something here is newer. */
    private void follow() {
        if (!desk.project().get().equals(project)) {
            record();
            project = desk.project().get();
            revision = 0;
            show(text(desk.snapshot().get()), true);
        } else if (isRecorded() && desk.snapshot()
                .get()
                .filter(now -> now.edits().revision() >= revision)
                .isPresent()) {
            show(text(desk.snapshot().get()), false);
        }
    }

    private static String text(Optional<Snapshot> snapshot) {
        return snapshot.flatMap(Snapshot::script).map(Scripts.Script::text).orElse("");
    }

    private void show(String text, boolean anew) {
        if (source.source().equals(text) && !anew) {
            return;
        }
        String before = source.shown();
        source = new SourceText(text);
        String after = source.shown();
        typist.pause();
        ScriptEdit edit = anew
                ? new ScriptEdit(0, before, after)
                : ScriptEdit.between(before, after).orElse(new ScriptEdit(0, "", ""));
        Manuscript.Reread reread = anew
                ? new Manuscript.Reread(Manuscript.of(after), 0, 0, after.split("\n", -1).length)
                : manuscript.get().edit(edit);
        manuscript.set(reread.manuscript());
        listeners.forEach(listener -> listener.accept(new Shown(edit, reread, anew)));
    }
}
