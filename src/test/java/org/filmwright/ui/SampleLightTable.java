package org.filmwright.ui;

import org.filmwright.review.Flaw;
import org.filmwright.production.Brought;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.engine.RunId;
import org.filmwright.history.Change;
import org.filmwright.images.Freed;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Lookalikes;
import org.filmwright.images.recipe.RecipeAnswer;
import org.filmwright.production.Emptying;
import org.filmwright.production.Imported;
import org.filmwright.production.LightTable;
import org.filmwright.production.Making;
import org.filmwright.production.Matching;
import org.filmwright.production.Regeneration;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.story.Wording;

/** Remembers what was asked of it. */
public final class SampleLightTable implements LightTable {
    private final SampleEditor editor;
    private final List<Regeneration> asked = new ArrayList<>();

    private final List<TakeId> enlarged = new ArrayList<>();

    private volatile List<List<ImageTake>> alike = List.of();
    private volatile Matching matching = Matching.NONE;
    private volatile Optional<Failure> missing = Optional.empty();

    SampleLightTable(SampleEditor editor) {
        this.editor = editor;
    }

    /** From now on these look alike. */
    public void alike(List<ImageTake> takes) {
        alike = List.of(takes);
    }

    /** From now on takes match like this. */
    public void matching(Matching each) {
        matching = each;
    }

    @Override
    public Matching matches(ShotId shot) {
        return matching;
    }

    /** From now on nothing here can enlarge. */
    public void lacks(Failure why) {
        missing = Optional.of(why);
    }

    public synchronized List<TakeId> enlarged() {
        return List.copyOf(enlarged);
    }

    public synchronized List<Regeneration> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Outcome<Brought> bring(ShotId shot, List<Path> pictures) {
        List<Path> good = pictures.stream()
                .filter(each -> !each.getFileName().toString().startsWith("broken"))
                .toList();
        List<Failure> refused = pictures.stream()
                .filter(each -> !good.contains(each))
                .map(each -> (Failure) new Failure.Refused(
                        each.getFileName() + " is damaged: its pixels cannot be read.",
                        "Export the picture again as PNG or JPEG."))
                .toList();
        return good.isEmpty()
                ? Outcome.failed(refused.getFirst())
                : Outcome.ok(new Brought(editor.bring(shot, good
                        .size()), refused));
    }

    @Override
    public Outcome<Change> decline(ShotId shot, List<Flaw> flaws) {
        return editor.decline(shot, flaws);
    }

    @Override
    public Outcome<Note> pin(TakeId take, Drawing drawing, String text) {
        Note.Remark remark = new Note.Remark(text, "studio", SampleProject.NOON);
        NoteId id = new NoteId("note-" + editor.done().size());
        return editor.note(new Note(id, take, editor.shotOf(take), drawing, List.of(remark), false), Optional.empty());
    }

    @Override
    public Outcome<Note> answer(NoteId id, String text) {
        Note note = editor.note(id);
        return editor.note(note.answered(new Note.Remark(text, "studio", SampleProject.NOON)), Optional.of(note));
    }

    @Override
    public Outcome<Note> resolve(NoteId id, boolean resolved) {
        Note note = editor.note(id);
        return editor.note(note.resolved(resolved), Optional.of(note));
    }

    @Override
    public Outcome<Note> erase(NoteId note) {
        return editor.erase(editor.note(note));
    }

    @Override
    public Lookalikes lookalikes(Optional<ShotId> shot) {
        return new Lookalikes(alike);
    }

    @Override
    public Outcome<Change> word(ShotId shot, Optional<Wording> wording) {
        return editor.word(shot, wording);
    }

    @Override
    public Making making(TakeId take) {
        return new Making(new RecipeAnswer.Absent("The sample's pictures say nothing."),
                Optional.of(Duration.ofMillis(11_400)), Optional.empty());
    }

    @Override
    public Emptying emptying() {
        int lying = editor.lying();
        return new Emptying(new Freed(lying, 1_500_000L * lying), SampleProject.NOON);
    }

    @Override
    public Outcome<Freed> empty(Emptying seen) {
        return Outcome.ok(editor.discard());
    }

    @Override
    public synchronized Outcome<RunId> regenerate(Regeneration order) {
        asked.add(order);
        order.wording().ifPresent(wording -> editor.word(wording.shot(), order.wording()));
        return Outcome.ok(RunId.ofKey("regenerate"));
    }

    @Override
    public Optional<Failure> enlarging() {
        return missing;
    }

    @Override
    public synchronized Outcome<RunId> enlarge(TakeId take) {
        enlarged.add(take);
        return Outcome.ok(RunId.ofKey("enlarge"));
    }
}
