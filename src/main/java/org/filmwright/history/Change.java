package org.filmwright.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.review.Flaw;
import org.filmwright.review.Note;
import org.filmwright.review.Verdict;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Portrait;
import org.filmwright.story.ScriptEdit;
import org.filmwright.story.ShotOverride;
import org.filmwright.story.Wording;
import org.filmwright.timeline.CutEdit;
import org.filmwright.timeline.Deed;

/** Something a person changed by hand. Each change carries what it replaced, so it can be taken back. */
public sealed interface Change {
    Change inverse();

    /** What is left of it once takes are gone for good: what was only about them can be neither taken back nor done. */
    default Optional<Change> without(Set<TakeId> gone) {
        return switch (this) {
            case Ruled ruled -> Optional.<Change>of(ruled).filter(kept -> !gone.contains(ruled.verdict().take()));
            case RuledTogether(var each) -> together(each.stream()
                    .filter(ruled -> !gone.contains(ruled.verdict().take()))
                    .toList(), RuledTogether::new);
            case Noted noted -> Optional.<Change>of(noted).filter(kept -> !gone.contains(noted.take()));
            case Trashed trashed -> Optional.<Change>of(trashed).filter(kept -> !gone.contains(trashed.take()));
            case TrashedTogether(var each) -> together(each.stream()
                    .filter(trashed -> !gone.contains(trashed.take()))
                    .toList(), TrashedTogether::new);
            case Wrote _,Directed _,Worded _,Portrayed _,Declined _,Recut _,SceneMoved _ -> Optional.of(this);
        };
    }

    private static <C extends Change> Optional<Change> together(List<C> left, Function<List<C>, Change> group) {
        return left.size() > 1 ? Optional.of(group.apply(left)) : left.stream().<Change>map(one -> one).findFirst();
    }

    /** Words of the script; the edits follow each other, each made for the text after the one before. */
    record Wrote(List<ScriptEdit> edits) implements Change {
        public Wrote {
            edits = List.copyOf(edits);
        }

        @Override
        public Wrote inverse() {
            return new Wrote(edits.reversed().stream().map(ScriptEdit::inverse).toList());
        }

        public String applyTo(String text) {
            String now = text;
            for (ScriptEdit edit : edits) {
                now = edit.applyTo(now);
            }
            return now;
        }

        /** Whether every edit finds what it takes away. */
        public boolean fits(String text) {
            String now = text;
            for (ScriptEdit edit : edits) {
                if (!edit.fits(now)) {
                    return false;
                }
                now = edit.applyTo(now);
            }
            return true;
        }

        /** Both as one step: neighbouring edits are joined, so that a typed sentence is one edit. */
        public Wrote then(Wrote next) {
            List<ScriptEdit> all = new ArrayList<>(edits);
            for (ScriptEdit edit : next.edits) {
                Optional<ScriptEdit> joined = all.isEmpty() ? Optional.empty() : all.getLast().then(edit);
                if (joined.isPresent()) {
                    all.set(all.size() - 1, joined.get());
                } else {
                    all.add(edit);
                }
            }
            return new Wrote(all);
        }
    }

    /** A decision about a take. */
    record Ruled(Verdict verdict, Verdict before) implements Change {
        @Override
        public Ruled inverse() {
            return new Ruled(before, verdict);
        }
    }

    /** Decisions made with one key, about several takes; taken back with one key as well. */
    record RuledTogether(List<Ruled> each) implements Change {
        public RuledTogether {
            each = List.copyOf(each);
        }

        @Override
        public RuledTogether inverse() {
            return new RuledTogether(each.reversed().stream().map(Ruled::inverse).toList());
        }
    }

    /** A note that was begun, answered, resolved, or taken away: then there is nothing after. */
    record Noted(TakeId take, ShotId shot, Optional<Note> note, Optional<Note> before) implements Change {
        @Override
        public Noted inverse() {
            return new Noted(take, shot, before, note);
        }
    }

    /** A take put into the trash, or taken out of it. @param since when it went there; nothing where it is out */
    record Trashed(TakeId take, ShotId shot, Optional<Instant> since, Optional<Instant> before) implements Change {
        @Override
        public Trashed inverse() {
            return new Trashed(take, shot, before, since);
        }
    }

    /** Takes put into the trash, or taken out of it, with one key; taken back with one key as well. */
    record TrashedTogether(List<Trashed> each) implements Change {
        public TrashedTogether {
            each = List.copyOf(each);
        }

        /** One take is no group. */
        public static Change of(List<Trashed> each) {
            return each.size() == 1 ? each.getFirst() : new TrashedTogether(each);
        }

        @Override
        public TrashedTogether inverse() {
            return new TrashedTogether(each.reversed().stream().map(Trashed::inverse).toList());
        }
    }

    /** How a person wants one shot; nothing where the plan decides. */
    record Directed(ShotId shot, Optional<ShotOverride> wish, Optional<ShotOverride> before) implements Change {
        @Override
        public Directed inverse() {
            return new Directed(shot, before, wish);
        }
    }

    /** How a person words the prompt of one shot; nothing where the plan words it. */
    record Worded(ShotId shot, Optional<Wording> wording, Optional<Wording> before) implements Change {
        @Override
        public Worded inverse() {
            return new Worded(shot, before, wording);
        }
    }

    /** How a person wants somebody or something of the bible to look; nothing where the script says it. */
    record Portrayed(Kind kind, String name, Optional<Portrait> portrait,
            Optional<Portrait> before) implements Change {
        public Portrayed {
            name = Portrait.key(name);
        }

        @Override
        public Portrayed inverse() {
            return new Portrayed(kind, name, before, portrait);
        }
    }

    /** For which flaws of a shot's takes a person wants no words proposed; none where they may be. */
    record Declined(ShotId shot, List<Flaw> flaws, List<Flaw> before) implements Change {
        public Declined {
            flaws = List.copyOf(flaws);
            before = List.copyOf(before);
        }

        @Override
        public Declined inverse() {
            return new Declined(shot, before, flaws);
        }
    }

    /**
     * An edit of the cut.
     *
     * @param deed its name
     * @param rules what changed in the cut as the rules make it, where it was laid anew
     */
    record Recut(CutEdit edit, Deed deed, Optional<CutEdit> rules) implements Change {
        /** Older edits have no name. */
        public Recut {
            deed = deed == null ? Deed.OTHER : deed;
            rules = rules == null ? Optional.empty() : rules;
        }

        public Recut(CutEdit edit, Deed deed) {
            this(edit, deed, Optional.empty());
        }

        @Override
        public Recut inverse() {
            return new Recut(edit.inverse(), deed, rules.map(CutEdit::inverse));
        }
    }

    /** A scene that went elsewhere in the script, and its clips with it in the cut. */
    record SceneMoved(Wrote wrote, Recut recut) implements Change {
        @Override
        public SceneMoved inverse() {
            return new SceneMoved(wrote.inverse(), recut.inverse());
        }
    }
}
