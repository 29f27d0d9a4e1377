package org.filmwright.generate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Region;

/** What a generator answers. */
public sealed interface Answer {
    record Done(List<Output> outputs, Usage usage) implements Answer {}

    /** A remote job: the handle is stored before the first poll, so a restart resumes it. */
    record Pending(String handle, Duration pollAfter) implements Answer {}

    /** @param charged what it cost all the same, where a provider charges for failures */
    record Failed(Failure failure, Optional<Money> charged) implements Answer {
        public Failed(Failure failure) {
            this(failure, Optional.empty());
        }
    }

    /** A finished file; {@code subject} is where the eye should land; {@code receipt} says how it was made. */
    record Output(Path file, Region subject, Map<String, String> receipt) {
        /** In the receipt of a clip: what is left of the drawn frames once they are coded; PSNR in dB. */
        public static final String SSIM = "ssim";
        public static final String PSNR = "psnr";
    }

    /** What it took: seconds of work, and the price where a provider names it; local work is free. */
    record Usage(double seconds, Optional<Money> charged) {
        public Usage(double seconds) {
            this(seconds, Optional.empty());
        }
    }
}
