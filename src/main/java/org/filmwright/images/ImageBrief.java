package org.filmwright.images;

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
        plan.cast()
                .stream()
                .filter(person -> shot.content().people().contains(person.name()))
                .map(Person::toString)
                .forEach(person -> text.append('\n').append(person));
        return new ImageBrief(shot.id(), text.toString());
    }

    public Digest digest() {
        return Digest.of(text);
    }
}
