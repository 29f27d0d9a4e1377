package org.filmwright.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.Setting;
import org.filmwright.base.ShotId;
import org.filmwright.base.ShotSize;
import org.filmwright.base.TakeId;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.filmwright.clips.ClipTake;
import org.filmwright.images.ImageTake;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Framing;
import org.filmwright.story.Line;
import org.filmwright.story.MoveChoice;
import org.filmwright.story.Person;
import org.filmwright.story.Place;
import org.filmwright.story.Scene;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Subtitle;
import org.filmwright.timeline.Transition;

/** A small film, one of each record. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
    static final ShotId SHOT = new ShotId("s1");

    private Samples() {}

    static ImageTake take(int number) {
        return new ImageTake(new TakeId("take-" + number), SHOT, number, media("png", number), Digest.of("brief"),
                new ImageTake.Origin("draft", 7L << 40), new Region(0.25, 0.5, 0.125, 0.25));
    }

    /** Another take that wants that number. */
    static ImageTake another(int which, int number) {
        ImageTake take = take(number);
        return new ImageTake(new TakeId("another-" + which), SHOT, number, media("png", 1000 + which), take.brief(),
                take
                        .origin(),
                take.subject());
    }

    static MediaRef media(String extension, int number) {
        return new MediaRef(Digest.of(extension + number), extension);
    }

    static Verdict verdict(int take, Ruling ruling, Instant at) {
        return new Verdict(new TakeId("take-" + take), SHOT, ruling, "It is \"sharp\".\nAnd bright — ü.", "ann", at);
    }

    static ClipTake clip(int number) {
        return new ClipTake(new ClipId("clip-" + number), SHOT, new TakeId("take-1"), media("mp4", number),
                Digest.of("clip brief"), 48);
    }

    static Scripts.Script script() {
        Scene scene = new Scene(1, "1A", "EXT. HARBOUR - NIGHT",
                new Place(Setting.EXT, "HARBOUR", TimeOfDay.NIGHT, Weather.FOG), 3, List.of("MARA"),
                new Scene.Length(40, 14.5));
        Shot shot = new Shot(SHOT, "1A-A", 1, new Framing(ShotSize.MCU, CameraAngle.LOW, "she speaks"),
                new MoveChoice(CameraMove.PUSH_IN, "a decision"), 4.25, new Shot.Content("She waits.", List.of("MARA"),
                        Optional.of("MARA"), List.of(new Line("MARA", "low", "Now.")), List.of("LAMP")));
        return new Scripts.Script("harbour.fountain",
                "\uFEFFEXT. HARBOUR - NIGHT\r\n\r\nShe waits. \u2028 ünï\u0000".repeat(3),
                new ShotPlan("Harbour", 1, List.of(scene), List.of(shot),
                        List.of(new Person("MARA", "30, grey coat"))));
    }

    /** What rules made before {@link #cut} was edited. */
    static Cut assembled() {
        return new Cut(cut().title(), cut().rate(), cut().size(), List.of(new Item.Gap(5)), List.of(), List.of());
    }

    static Cut cut() {
        return new Cut("Harbour", FrameRate.parse("23.976"), FrameSize.HD, List.of(
                new Item.Title(List.of("HARBOUR", "a film"), 48),
                new Item.Clip(SHOT, new ClipId("clip-1"), media("mp4", 1), "1A-A", 48), new Item.Gap(12)),
                List.of(new Transition(1, 12, 12)), List.of(new Subtitle(50, 70, "Now.")));
    }
}
