package org.filmwright.production;

import org.filmwright.review.Flaw;
import java.util.ArrayList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.generate.Companions;
import org.filmwright.history.Change;
import org.filmwright.images.Freed;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Lookalikes;
import org.filmwright.images.Trash;
import org.filmwright.images.recipe.Recipe;
import org.filmwright.images.recipe.RecipeAnswer;
import org.filmwright.images.recipe.RecipeReader;
import org.filmwright.production.sense.Senses;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.Wording;

/** The light table of an open project. */
record OpenLightTable(Records records, Editing editing, MoreTakes more, Noting noting, Optional<Likening> likening,
        Companions companions) implements LightTable {
    /** Where the eye lands in a picture of which nobody said so. */
    private static final Region MIDDLE = new Region(0.25, 0.2, 0.5, 0.6);

    @Override
    public Outcome<Brought> bring(ShotId id, List<Path> pictures) {
        return shot(id).then(shot -> {
            List<Copied> copied = new ArrayList<>();
            List<Failure> refused = new ArrayList<>();
            for (Path picture : pictures) {
                switch (records.vault().adopt(picture)) {
                    case Outcome.Ok<MediaRef>(MediaRef media) -> copied.add(new Copied(media, recipe(media)));
                    case Outcome.Failed<MediaRef>(Failure why) -> refused.add(why);
                }
            }
            return pictures.size() == 1 && copied.isEmpty()
                    ? Outcome.failed(refused.getFirst())
                    : Outcome.ok(new Brought(taken(shot, copied), refused));
        });
    }

    /** A picture that lies in the project now, and what its file tells of it. */
    private record Copied(MediaRef media, Optional<Recipe> recipe) {}

    private Optional<Recipe> recipe(MediaRef media) {
        return RecipeReader.of(records.vault().file(media)) instanceof RecipeAnswer.Found(Recipe found)
                ? Optional.of(found)
                : Optional.empty();
    }

    /** Verdicts wait while takes are recorded, not while pictures are looked at. */
    private List<Imported> taken(Shot shot, List<Copied> pictures) {
        List<Imported> taken;
        List<ImageTake> fresh;
        synchronized (editing) {
            taken = pictures.stream().map(picture -> taken(shot, picture)).toList();
            fresh = taken.stream().filter(each -> !each.known()).map(Imported::take).distinct().toList();
            editing.brought(fresh);
        }
        fresh.forEach(take -> {
            new Looks(records).lookAt(take);
            records.vault().arrived(take.media());
        });
        likening.ifPresent(Likening::wake);
        return taken;
    }

    private Outcome<Shot> shot(ShotId id) {
        return records.scripts()
                .current()
                .flatMap(script -> script.plan().shots().stream().filter(shot -> shot.id().equals(id)).findFirst())
                .map(Outcome::ok)
                .orElseGet(() -> Outcome.failed(new Failure.Refused("There is no such shot in the film any more.",
                        "Choose another shot.")));
    }

    private Imported taken(Shot shot, Copied picture) {
        MediaRef media = picture.media();
        Optional<Recipe> recipe = picture.recipe();
        ShotPlan plan = records.scripts().current().map(Scripts.Script::plan).orElseThrow();
        ImageBrief brief = ImageBrief.of(plan, shot);
        TakeId id = new TakeId(Digest.of(Imported.EXTERNAL + "/" + shot.id() + "/" + brief.digest().hex() + "/"
                + media.digest().hex()).hex().substring(0, 32));
        Optional<ImageTake> known = records.takes().find(id);
        ImageTake take = known
                .orElseGet(() -> new ImageTake(id, shot.id(), more.next(shot.id()), media, brief.digest(),
                        new ImageTake.Origin(Imported.EXTERNAL,
                                recipe.flatMap(each -> each.settings().seed()).orElse(0L)),
                        MIDDLE));
        if (known.isPresent() && !records.takes().trash().holds(id)) {
            return new Imported(take, true, recipe);
        }
        records.takes().keep(brief);
        ImageTake kept = records.takes().add(take);
        records.takes().redrawn(id);
        return new Imported(kept, false, recipe);
    }

    @Override
    public Emptying emptying() {
        return editing.emptying();
    }

    @Override
    public Outcome<Freed> empty(Emptying seen) {
        return editing.empty(seen);
    }

    @Override
    public Lookalikes lookalikes(Optional<ShotId> shot) {
        Trash trash = records.takes().trash();
        return new Looks(records, senses()).among(records.takes()
                .all()
                .stream()
                .filter(take -> shot.filter(one -> !one.equals(take.shot())).isEmpty())
                .filter(take -> !trash.holds(take.id()))
                .toList());
    }

    private Senses senses() {
        return likening.map(Likening::senses).orElse(Senses.NONE);
    }

    @Override
    public Matching matches(ShotId id) {
        return likening.flatMap(known -> records.scripts()
                .current()
                .map(Scripts.Script::plan)
                .flatMap(plan -> plan.shots()
                        .stream()
                        .filter(shot -> shot.id().equals(id))
                        .findFirst()
                        .map(shot -> known.of(plan, shot))))
                .orElse(Matching.NONE);
    }

    @Override
    public Outcome<Note> pin(TakeId take, Drawing drawing, String text) {
        return noting.pin(take, drawing, text);
    }

    @Override
    public Outcome<Note> answer(NoteId note, String text) {
        return noting.answer(note, text);
    }

    @Override
    public Outcome<Note> resolve(NoteId note, boolean resolved) {
        return noting.resolve(note, resolved);
    }

    @Override
    public Outcome<Note> erase(NoteId note) {
        return noting.erase(note);
    }

    @Override
    public Outcome<Change> word(ShotId shot, Optional<Wording> wording) {
        return shot(shot).then(_ -> editing.word(shot, wording));
    }

    @Override
    public Outcome<Change> decline(ShotId shot, List<Flaw> flaws) {
        return shot(shot).then(_ -> {
            synchronized (editing) {
                List<Flaw> before = records.verdicts().declined().getOrDefault(shot, List.of());
                Change change = new Change.Declined(shot, flaws, before);
                return flaws.equals(before) ? Outcome.ok(change) : editing.make(change, false);
            }
        });
    }

    @Override
    public Making making(TakeId id) {
        RecipeAnswer receipt = records.takes()
                .find(id)
                .map(take -> RecipeReader.of(records.vault().file(take.media())))
                .orElseGet(() -> new RecipeAnswer.Absent("This take is not there any more."));
        Optional<Step> maker = more.engine().maker(MakeSteps.DRAW, id.value());
        Optional<Duration> took = maker.map(Step::ending)
                .flatMap(end -> end.startedAt().flatMap(from -> end.endedAt().map(to -> Duration.between(from, to))));
        return new Making(receipt, took, maker.flatMap(step -> Optional.ofNullable(new EngineSpending(more.engine())
                .byJob()
                .get(step.id().value()))));
    }

    @Override
    public Optional<Failure> enlarging() {
        return EnlargeTake.obstacle(companions);
    }

    @Override
    public Outcome<RunId> enlarge(TakeId id) {
        Optional<ImageTake> take = records.takes().find(id);
        return EnlargeTake.obstacle(companions, take)
                .<Outcome<RunId>>map(Outcome::failed)
                .orElseGet(() -> shot(take.orElseThrow().shot()).then(shot -> more.engine()
                        .start(MakeSteps.enlarge(take.orElseThrow(), shot, more.clock()))));
    }

    @Override
    public Outcome<RunId> regenerate(Regeneration order) {
        Optional<Wording> wording = order.wording();
        if (wording.filter(words -> !order.shots().equals(List.of(words.shot()))).isPresent()) {
            return Outcome.failed(new Failure.Refused("A prompt is written for one shot. Nothing was started.",
                    "Choose that shot alone."));
        }
        synchronized (editing) {
            return wording.map(words -> word(words.shot(), wording).then(_ -> more.start(order)))
                    .orElseGet(() -> more.start(order));
        }
    }
}
