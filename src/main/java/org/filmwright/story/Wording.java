package org.filmwright.story;

import org.filmwright.base.ShotId;

/** The prompt of a shot as a person wrote it, instead of the one made from the plan. @param negative may be empty */
public record Wording(ShotId shot, String prompt, String negative) {
    /** More than any picture model reads. */
    public static final int LONGEST = 10_000;

    public Wording {
        prompt = prompt.strip();
        negative = negative.strip();
    }

    /** In one line, for what depends on it. */
    public String oneLine() {
        return (prompt + " / " + negative).replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
