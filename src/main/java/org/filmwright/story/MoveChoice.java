package org.filmwright.story;

import java.util.Objects;
import java.util.Optional;
import org.filmwright.base.CameraMove;

/**
 * A camera move and the words of the script that asked for it ({@code 'she runs' -> tracking right}).
 *
 * @param frames as a person drew them; nothing where they are planned for the picture that is circled
 */
public record MoveChoice(CameraMove move, String reason, Optional<CameraFrames> frames) {
    /** Plans of before anybody could draw frames have none. */
    public MoveChoice {
        frames = Objects.requireNonNullElse(frames, Optional.empty());
    }

    public MoveChoice(CameraMove move, String reason) {
        this(move, reason, Optional.empty());
    }
}
