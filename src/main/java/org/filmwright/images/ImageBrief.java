package org.filmwright.images;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.filmwright.base.Digest;
import org.filmwright.base.ShotId;
import org.filmwright.story.Bible;
import org.filmwright.story.Bible.Kind;
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
                .append(looks(plan, Kind.LOCATION, scene.place().location()))
                .append(looks(plan, Kind.WORLD, Bible.FILM))
                .append('\n')
                .append(shot.framing().size())
                .append(' ')
                .append(shot.framing().angle())
                .append('\n')
                .append(shot.content());
        shot.content().props().forEach(prop -> text.append(looks(plan, Kind.PROP, prop)));
        plan.wordingOf(shot).ifPresent(wording -> text.append(" asked: ").append(wording.oneLine()));
        plan.cast()
                .stream()
                .filter(person -> shot.content().people().contains(person.name()))
                .map(person -> looks(person, shot))
                .forEach(person -> text.append('\n').append(person));
        return new ImageBrief(shot.id(), text.toString());
    }

    /** Nothing where nobody wrote how it looks: a brief of before is the same still. */
    private static String looks(ShotPlan plan, Kind kind, String name) {
        return plan.portraitOf(kind, name).map(words -> " looks: " + words).orElse("");
    }

    /** In the form of before there were conditions: a picture of somebody who is as introduced is still what was asked. */
    private static String looks(Person person, Shot shot) {
        return "Person[name=" + person.name() + ", description=" + person.description() + "]"
                + person.in(shot.id()).map(condition -> " now: " + condition.words()).orElse("");
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
