package org.filmwright.story;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.ShotId;

/** Where the screenplay of a project is kept. Port; implemented by the store. */
public interface Scripts {
    Optional<Script> current();

    void save(Script script);

    /** Records the plan of the present text; it can be computed again, so it is no fact. */
    void plan(String text, ShotPlan drafted);

    /** Whether the plan that is recorded was made of the text that is recorded. */
    boolean isPlanned();

    /**
     * The author's text, byte for byte as read, and the plan that stands for it.
     *
     * @param drafted the plan by rule
     * @param overrides what a person wants otherwise
     */
    record Script(String fileName, String text, ShotPlan drafted, List<ShotOverride> overrides) {
        public Script {
            overrides = List.copyOf(overrides);
        }

        public Script(String fileName, String text, ShotPlan drafted) {
            this(fileName, text, drafted, List.of());
        }

        /** The plan that films are made of: the draft with the overrides laid over it. */
        public ShotPlan plan() {
            return DirectedPlan.of(drafted, overrides);
        }

        /** Overrides that wait for a shot which is gone. */
        public List<ShotOverride> waiting() {
            return DirectedPlan.waiting(drafted, overrides);
        }

        public Optional<ShotOverride> override(ShotId shot) {
            return overrides.stream().filter(wish -> wish.shot().equals(shot)).findFirst();
        }

        public Script reading(String newText) {
            return new Script(fileName, newText, drafted, overrides);
        }

        public Script planned(ShotPlan plan) {
            return new Script(fileName, text, plan, overrides);
        }

        public Script directed(List<ShotOverride> wishes) {
            return new Script(fileName, text, drafted, wishes);
        }
    }
}
