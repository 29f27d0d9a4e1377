package org.filmwright.images;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.filmwright.base.Digest;
import org.filmwright.base.ShotId;
import org.filmwright.story.Person;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** What to draw for a shot: everything a picture depends on, and nothing else. Its digest decides staleness. */
public record ImageBrief(ShotId shot, String text) {
    public static ImageBrief of(ShotPlan plan, Shot shot) {
        Scene scene = plan.sceneOf(shot);
        StringBuilder text = new StringBuilder();
        text.append(scene.place())
                .append('\n')
                .append(shot.framing().size())
                .append(' ')
                .append(shot.framing().angle())
                .append('\n')
                .append(shot.content());
        plan.wordingOf(shot).ifPresent(wording -> text.append(" asked: ").append(wording.oneLine()));
        plan.cast()
                .stream()
                .filter(person -> shot.content().people().contains(person.name()))
                .map(Person::toString)
                .forEach(person -> text.append('\n').append(person));
        return new ImageBrief(shot.id(), text.toString());
    }

    /** In which parts this brief asks for something else than another one did. */
    public Set<BriefPart> changedSince(ImageBrief before) {
        List<String> now = parts(text);
        List<String> then = parts(before.text);
        Set<BriefPart> changed = EnumSet.noneOf(BriefPart.class);
        for (BriefPart part : BriefPart.values()) {
            if (!now.get(part.ordinal()).equals(then.get(part.ordinal()))) {
                changed.add(part);
            }
        }
        return changed;
    }

    /** One line for each part; those of the people together. */
    private static List<String> parts(String text) {
        String[] lines = text.split("\n", BriefPart.values().length);
        return IntStream.range(0, BriefPart.values().length).mapToObj(i -> i < lines.length ? lines[i] : "").toList();
    }

    public Digest digest() {
        return Digest.of(text);
    }
}
