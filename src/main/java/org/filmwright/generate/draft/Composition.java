package org.filmwright.generate.draft;

import java.util.List;
import java.util.SplittableRandom;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.Digest;
import org.filmwright.base.ShotSize;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.stage.Idea;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage;

/** The picture before a single shape: horizon, third, look room, lens, camera (draft-boards.md 1). */
record Composition(Setup setup, List<Blocking.Role> roles, Blocking blocking, double headSize, double roll) {
    static Composition of(Staging staging, double width, long seed, int take) {
        SplittableRandom shot = new SplittableRandom(hash(staging.toString()));
        Idea idea = idea(staging, shot, take);
        Blocking blocking = new Blocking(staging, idea);
        List<Blocking.Role> roles = blocking.roles();
        double jitter = new SplittableRandom(seed ^ take).nextDouble(-1, 1);
        double head = staging.size().headHeight() * 720
                * (1 + .05 * jitter + (idea.take() == 1 ? .12 : idea.take() == 2 ? -.10 : 0));
        if (staging.size() == ShotSize.INSERT) {
            head = 260;
        }
        Stage stage = stage(staging, idea, roles, head, width);
        Setup setup = new Setup(staging, stage, Palette.of(staging.place()), idea,
                roles.stream().map(Blocking.Role::mark).toList(),
                new Setup.Seeds(hash(staging.place().location().strip().toLowerCase(java.util.Locale.ROOT)), seed),
                closeness(staging.size()));
        return new Composition(setup, roles, blocking, head,
                staging.angle() == CameraAngle.DUTCH ? 7 * (idea.side() == 0 ? 1 : idea.side()) : 0);
    }

    static long hash(String text) {
        return Long.parseUnsignedLong(Digest.of(text).hex(), 0, 16, 16);
    }

    /** Three ideas in an order of the shot's own; more takes repeat them with another seed. */
    private static Idea idea(Staging staging, SplittableRandom shot, int take) {
        int flip = shot.nextBoolean() ? 1 : -1;
        int offset = shot.nextInt(3);
        int i = Math.floorMod(take - 1, 3);
        int side = staging.people().size() == 1 ? staging.people().getFirst().side() : 0;
        int third = staging.people().size() > 1 ? 0 : side != 0 ? side : i == 1 ? -flip : flip;
        boolean bare = (i + offset) % 3 == 2;
        return switch (i) {
            case 0 -> new Idea(0, flip, third, 1, bare ? 0 : 1, flip);
            case 1 -> new Idea(1, -flip, third, 1.35, bare ? 0 : 2, -flip);
            default -> new Idea(2, 0, side == 0 && staging.people().size() < 2 ? 0 : third, .8, bare ? 0 : 3, flip);
        };
    }

    private static Stage stage(Staging staging, Idea idea, List<Blocking.Role> roles, double head, double width) {
        double tallest = roles.stream().mapToDouble(Blocking::heads).max().orElse(7.5);
        double eyes = 720 * switch (staging.size()) {
            case EWS -> .50;
            case WS -> .25;
            case MWS -> .25;
            case MS -> .30;
            case MCU -> .34;
            case CU -> .385;
            case ECU -> .46;
            case INSERT -> .4;
        };
        double feet = eyes + (tallest - .5) * head;
        if (staging.size() == ShotSize.WS) {
            feet = Math.clamp(feet, 560, 664);
        }
        double horizon = horizon(staging, idea);
        double metre = head / .23;
        double focal = width * idea.lens() * switch (staging.size()) {
            case EWS, WS -> .55;
            case MWS -> .68;
            case MS -> .85;
            case MCU, INSERT -> 1.05;
            case CU -> 1.3;
            case ECU -> 1.5;
        };
        double markX = width * (roles.size() == 1 && staging.angle() != CameraAngle.OVER_SHOULDER
                ? .5 + idea.third() * (staging.size() == ShotSize.ECU ? .04 : .135)
                : staging.angle() == CameraAngle.OVER_SHOULDER && !roles.isEmpty()
                        ? .5 - roles.getFirst().facing() * .13
                        : .5);
        double look = roles.size() == 1 ? roles.getFirst().facing() : idea.side();
        double vanish = width * (.5 + look * .12 + idea.side() * .05);
        double height = Math.max(.25, (feet - horizon) / metre);
        double yaw = idea.side() * (staging.angle() == CameraAngle.OVER_SHOULDER ? .34 : .24)
                + (idea.take() == 2 ? .06 : 0);
        return new Stage(new Stage.Frame(width, horizon, vanish, markX), focal, height, focal / metre, yaw);
    }

    private static double horizon(Staging staging, Idea idea) {
        double swing = idea.take() * .045;
        return 720 * switch (staging.angle()) {
            case EYE_LEVEL, OVER_SHOULDER, TWO_SHOT, POV,
                    DUTCH -> staging.size() == ShotSize.INSERT
                            ? .12
                            : .47 + (idea.take() == 1 ? .09 : idea.take() == 2 ? -.09 : 0);
            case LOW -> .70 + swing;
            case HIGH -> .20 + swing * (staging.size() == ShotSize.EWS ? .6 : -.9);
            case AERIAL -> -.35;
        };
    }

    private static double closeness(ShotSize size) {
        return switch (size) {
            case EWS, WS -> 0;
            case MWS -> .15;
            case MS -> .35;
            case MCU -> .6;
            case CU, INSERT -> .85;
            case ECU -> 1;
        };
    }
}
