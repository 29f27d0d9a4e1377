package org.filmwright.story;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.ShotId;
import org.filmwright.story.Bible.Kind;

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
     * @param wordings prompts that a person wrote
     * @param portraits how a person wants those to look who are in it
     */
    record Script(String fileName, String text, ShotPlan drafted, List<ShotOverride> overrides,
            List<Wording> wordings, List<Portrait> portraits) {
        /** One that was imported before such things could be written has none. */
        public Script {
            portraits = List.copyOf(Objects.requireNonNullElse(portraits, List.of()));
            wordings = List.copyOf(Objects.requireNonNullElse(wordings, List.of()));
            overrides = List.copyOf(overrides);
        }

        public Script(String fileName, String text, ShotPlan drafted) {
            this(fileName, text, drafted, List.of(), List.of(), List.of());
        }

        /** The plan that films are made of: the draft with the overrides laid over it. */
        public ShotPlan plan() {
            return DirectedPlan.of(drafted, overrides).asking(wordings).portrayed(portraits);
        }

        /** Overrides that wait for a shot which is gone. */
        public List<ShotOverride> waiting() {
            return DirectedPlan.waiting(drafted, overrides);
        }

        public Optional<ShotOverride> override(ShotId shot) {
            return overrides.stream().filter(wish -> wish.shot().equals(shot)).findFirst();
        }

        public Script reading(String newText) {
            return new Script(fileName, newText, drafted, overrides, wordings, portraits);
        }

        public Script planned(ShotPlan plan) {
            return new Script(fileName, text, plan, overrides, wordings, portraits);
        }

        public Script directed(List<ShotOverride> wishes) {
            return new Script(fileName, text, drafted, wishes, wordings, portraits);
        }

        public Optional<Wording> wording(ShotId shot) {
            return wordings.stream().filter(each -> each.shot().equals(shot)).findFirst();
        }

        public Script worded(List<Wording> written) {
            return new Script(fileName, text, drafted, overrides, written, portraits);
        }

        public Optional<Portrait> portrait(Kind kind, String name) {
            return portraits.stream().filter(each -> each.isOf(kind, name)).findFirst();
        }

        public Script portrayed(List<Portrait> written) {
            return new Script(fileName, text, drafted, overrides, wordings, written);
        }

        /** With this one instead of what was written of the same; by name. */
        public List<Portrait> with(Kind kind, String name, Optional<Portrait> portrait) {
            return Stream.concat(portraits.stream().filter(each -> !each.isOf(kind, name)), portrait.stream())
                    .sorted(Comparator.comparing(Portrait::kind).thenComparing(Portrait::name))
                    .toList();
        }
    }
}
