package org.filmwright;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.clips.MotionPlan;
import org.filmwright.clips.MotionPlanner;
import org.filmwright.media.CameraPath;
import org.filmwright.media.DepthPath;
import org.filmwright.media.Glasses;
import org.filmwright.media.MediaException;
import org.filmwright.media.Still;
import org.filmwright.media.StillClip;
import org.filmwright.media.VideoSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clip IMAGE --out X.mp4}: films a picture with a camera move, and checks what came out. */
@Command(name = "clip", mixinStandardHelpOptions = true, subcommands = ClipCheckCommand.class, description = "Films a picture: a camera move over it becomes an H.264 MP4.")
final class ClipCommand implements Callable<Integer> {
    /** Where an unknown picture's subject most likely lies: the middle, a little above. */
    private static final Region LIKELY_SUBJECT = new Region(0.35, 0.25, 0.3, 0.4);
    private static final double LONGEST = 600;

    @Mixin
    private Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "IMAGE", arity = "0..1", description = "A PNG or JPEG picture.")
    private Path image;

    @Option(names = "--out", paramLabel = "X.mp4", description = "The clip to write.")
    private Path out;

    @Option(names = "--move", paramLabel = "MOVE", description = "push-in, pull-out, pan-left, pan-right, tilt-up, tilt-down, track-left, track-right, crane-up, crane-down, handheld or static; with --depth also truck-left, truck-right, orbit-left, orbit-right, dolly-in, dolly-out and dolly-zoom. Default: what --prompt asks for, else push-in.")
    private String move;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "4", description = "Length. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--fps", paramLabel = "F", defaultValue = "24", description = "Frames a second. Default: ${DEFAULT-VALUE}.")
    private FrameRate fps;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1280x720", description = "Default: ${DEFAULT-VALUE}. Both sides even.")
    private FrameSize size;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Decides the unrest of a hand-held camera.")
    private long seed;

    @Option(names = "--generator", paramLabel = "ID", defaultValue = "camera", description = "Who makes the clip. There is: camera.")
    private String generator;

    @Option(names = "--prompt", paramLabel = "TEXT", defaultValue = "", description = "What the shot should do, in words.")
    private String prompt;

    @Option(names = "--depth", paramLabel = "D.png", description = "How near the picture's points are, as a grey PNG of 16 bits: 0 is the farthest, white the nearest. The camera then passes what is near.")
    private Path depth;

    @Option(names = "--codec", paramLabel = "NAME", defaultValue = "h264", description = "There is: h264.")
    private String codec;

    @Override
    public Integer call() {
        refuseWrongUse();
        VideoSettings settings = settings();
        CameraMove asked = depth == null ? asked() : deep(asked());
        MotionPlan plan = plan(asked);
        CameraPath path = CameraPath.of(asked, plan.start(), plan.end(), plan.frames(), fps, seed);
        render(asked, path, settings);
        boolean flat = asked.travels() && depth == null;
        String limit = flat
                ? "; without --depth the camera stays on the picture's surface, as in a " + asked.flat().word()
                : "";
        ClipReport report = ClipReport.of(out, Optional.of(image), Optional.of(flat ? asked.flat() : asked), Optional
                .of(plan.reason() + limit));
        console.result(report, () -> report.print(console.out()));
        return ExitCode.DONE;
    }

    private void render(CameraMove asked, CameraPath path, VideoSettings settings) {
        if (depth == null) {
            StillClip.render(image, path, settings, out, Progress.NONE).orElse(ClipCommand::fail);
            return;
        }
        try {
            Glasses glasses = Glasses.cut(image, depth);
            StillClip.render(glasses, new DepthPath(path, asked, glasses.range(LIKELY_SUBJECT)), settings, out,
                    Progress.NONE).orElse(ClipCommand::fail);
        } catch (MediaException e) {
            fail(e.failure());
        }
    }

    /** What moves over a picture passes through it where its depth is known. */
    private CameraMove deep(CameraMove asked) {
        CameraMove through = switch (asked) {
            case PUSH_IN -> CameraMove.DOLLY_IN;
            case PULL_OUT -> CameraMove.DOLLY_OUT;
            case TRACK_LEFT -> CameraMove.TRUCK_LEFT;
            case TRACK_RIGHT -> CameraMove.TRUCK_RIGHT;
            default -> asked;
        };
        require(through.travels(), "A " + asked.word() + " has no use for depth: leave --depth out, or name a move in "
                + "which the camera travels, such as orbit-right.");
        return through;
    }

    private void refuseWrongUse() {
        require(image != null, "Name the picture to film: clip IMAGE --out X.mp4.");
        require(out != null, "Name the clip to write: --out X.mp4.");
        require(out.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".mp4"),
                "A clip is an MP4 file: '" + out + "' does not end in .mp4.");
        require(seconds > 0 && seconds <= LONGEST,
                "A clip lasts more than 0 and at most 600 seconds: " + seconds + ".");
        require(generator.equals("camera"), "There is no clip generator '" + generator + "'. There is: camera.");
        require(codec.equals("h264"), "There is no codec '" + codec + "'. There is: h264.");
    }

    private VideoSettings settings() {
        try {
            return new VideoSettings(size, fps, VideoSettings.Purpose.CLIP);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** The move that was named; else the first one whose words the prompt has; else a push-in. */
    private CameraMove asked() {
        if (move != null) {
            return CameraMove.ofWord(move)
                    .orElseThrow(() -> new ParameterException(spec.commandLine(),
                            "There is no move '" + move + "'. There are: " + words() + "."));
        }
        String wanted = prompt.toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
        return List.of(CameraMove.values())
                .stream()
                .filter(known -> wanted.contains(known.word().replace('-', ' ')))
                .findFirst()
                .orElse(CameraMove.PUSH_IN);
    }

    private static String words() {
        return String.join(", ", List.of(CameraMove.values()).stream().map(CameraMove::word).toList());
    }

    private MotionPlan plan(CameraMove asked) {
        try {
            double aspect = Still.sizeOf(image).aspect();
            String why = move == null ? "'" + prompt + "'" : "asked for";
            return new MotionPlanner(aspect, size.aspect(), fps).plan(asked, LIKELY_SUBJECT, seconds,
                    move == null && prompt.isBlank() ? "nothing else asked for" : why);
        } catch (MediaException e) {
            return fail(e.failure());
        }
    }

    private void require(boolean right, String sentence) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }

    private static <T> T fail(Failure failure) {
        throw new CommandFailed(failure);
    }
}
