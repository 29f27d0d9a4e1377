package org.filmwright.generate.draft;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.ShotSize;
import org.filmwright.base.Weather;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.people.Actor;
import org.filmwright.generate.draft.people.Expression;
import org.filmwright.generate.draft.people.Figure;
import org.filmwright.generate.draft.people.Identity;
import org.filmwright.generate.draft.people.Stance;
import org.filmwright.generate.draft.people.StanceWords;
import org.filmwright.generate.draft.people.View;
import org.filmwright.generate.draft.stage.Idea;
import org.filmwright.generate.draft.stage.Mark;
import org.filmwright.generate.draft.stage.Props;

/** Who stands where in the frame, seen from which side, doing what. Decided before the camera is set up. */
final class Blocking {
    /** Somebody on the floor: metres from the mark, and how they are seen. */
    record Role(Staging.Person person, Identity who, Stance stance, View view, int facing, double x, double z) {
        Mark mark() {
            Mark.Support support = switch (stance) {
                case SIT -> Mark.Support.SEAT;
                case LEAN -> Mark.Support.RAIL;
                case LIE -> Mark.Support.BED;
                case STAND, TALK, WALK, RUN, CROUCH, POINT, HOLD, CARRY, PHONE, EMBRACE, FIGHT, REACH, WORK, THINK,
                        CLIMB -> Mark.Support.GROUND;
            };
            return new Mark(x, z, support, view == View.BACK || view == View.FRONT ? 0 : facing, person.focus());
        }
    }

    private static final java.util.regex.Pattern AWAY = java.util.regex.Pattern
            .compile(
                    "\\b(walks? (away|out|off|into|toward)|away (from|into)|leaves|exits|toward(s)? the|looks? out|out at|stares? (at|into|out)|watch(es|ing)|faces the|vanish\\w*|disappear\\w*)\\b");
    private final Staging staging;
    private final Idea idea;

    Blocking(Staging staging, Idea idea) {
        this.staging = staging;
        this.idea = idea;
    }

    /** Those in the picture, left to right; close shots hold one face. Empty for inserts and places. */
    List<Role> roles() {
        if (staging.size() == ShotSize.INSERT) {
            return List.of();
        }
        List<Staging.Person> people = inFrame();
        List<Role> out = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            out.add(role(people.get(i), i, people.size()));
        }
        return out;
    }

    /** Over whose shoulder: the other one of the frame, or the one looked at. */
    Optional<Staging.Person> shoulder() {
        if (staging.angle() != CameraAngle.OVER_SHOULDER || staging.size() == ShotSize.INSERT
                || staging.people().isEmpty()) {
            return Optional.empty();
        }
        Staging.Person focus = focus();
        return staging.people()
                .stream()
                .filter(p -> p != focus)
                .findFirst()
                .or(() -> focus.looksAt()
                        .map(name -> new Staging.Person(name, "", false, "", "", Optional.of(focus.name()),
                                -focus.side())));
    }

    Staging.Person focus() {
        return staging.people().stream().filter(Staging.Person::focus).findFirst().orElse(staging.people().getFirst());
    }

    private List<Staging.Person> inFrame() {
        List<Staging.Person> all = staging.people();
        boolean one = staging.angle() == CameraAngle.OVER_SHOULDER || staging.size() == ShotSize.CU
                || staging.size() == ShotSize.ECU;
        if (all.size() < 2) {
            return all;
        }
        int most = staging.size() == ShotSize.MCU ? 2 : staging.size() == ShotSize.MS ? 3 : 5;
        return one ? List.of(focus()) : all.subList(0, Math.min(most, all.size()));
    }

    private Role role(Staging.Person person, int i, int n) {
        String doing = doing(person);
        Stance stance = StanceWords.stance(doing, person.focus() && !person.mood().isBlank());
        int facing = facing(person, i, n);
        View view = view(doing, i, n, stance, person);
        double spread = switch (staging.size()) {
            case EWS -> .95;
            case WS -> .95;
            case MWS -> .62;
            case MS -> .44;
            case MCU, CU, ECU, INSERT -> .34;
        };
        boolean close = staging.people().stream().anyMatch(p -> StanceWords.stance(doing(p), false) == Stance.EMBRACE);
        double gap = n == 1 ? 0 : close ? .38 : spread * (n == 2 ? 1.75 : n == 3 ? 1.3 : n == 4 ? 1.05 : .88);
        boolean near = (i + idea.take()) % 2 == 0;
        double z = n == 1 ? 0 : near ? -.1 : .14;
        return new Role(person, Identity.of(person), stance, view, facing, (i - (n - 1) / 2.0) * gap, z);
    }

    /** Words about this person: sentences that name them first, from the name on, and those of a pronoun; else all. */
    static String doing(Staging staging, Staging.Person person) {
        String text = person.doing().isBlank() ? staging.people().size() == 1 ? staging.action() : "" : person.doing();
        StringBuilder own = new StringBuilder();
        for (String sentence : text.split("(?<=[.!?])\\s+")) {
            String lower = sentence.toLowerCase(Locale.ROOT);
            int at = lower.indexOf(key(person));
            boolean another = staging.people()
                    .stream()
                    .filter(p -> p != person)
                    .map(p -> lower.indexOf(key(p)))
                    .anyMatch(i -> i >= 0 && i < at);
            if (at >= 0 && !another) {
                own.append(sentence.substring(at)).append(' ');
            } else if (at < 0 && lower.matches("(he|she|they|it)\\b.*")) {
                own.append(sentence).append(' ');
            }
        }
        return own.isEmpty() && staging.people().size() == 1 ? text : own.toString();
    }

    private static String key(Staging.Person person) {
        return person.name().toLowerCase(Locale.ROOT).split(" ")[0];
    }

    private String doing(Staging.Person person) {
        return doing(staging, person);
    }

    private int facing(Staging.Person person, int i, int n) {
        if (n > 1) {
            int focusAt = staging.people().indexOf(focus());
            return i == focusAt
                    ? (i == 0 ? 1 : i == n - 1 ? -1 : idea.side() >= 0 ? 1 : -1)
                    : i < focusAt ? 1 : i > focusAt ? -1 : 1;
        }
        return person.side() != 0 ? -person.side() : -idea.third() == 0 ? 1 : -idea.third();
    }

    private View view(String doing, int i, int n, Stance stance, Staging.Person person) {
        boolean wide = staging.size().compareTo(ShotSize.MWS) <= 0;
        boolean moving = stance == Stance.RUN || stance == Stance.SIT || stance == Stance.CROUCH
                || stance == Stance.POINT || stance == Stance.WORK || stance == Stance.LIE
                || stance == Stance.LEAN;
        if (staging.angle() == CameraAngle.POV) {
            return View.FRONT;
        }
        if (wide && n == 1 && AWAY.matcher(doing.toLowerCase(Locale.ROOT)).find() && !moving) {
            return idea.take() % 3 == 2 ? View.PROFILE : View.BACK;
        }
        if (staging.size() == ShotSize.ECU) {
            return idea.take() % 3 == 0 ? View.THREE_QUARTER : View.FRONT;
        }
        if (staging.size() == ShotSize.CU && idea.take() > 0 && staging.angle() != CameraAngle.OVER_SHOULDER) {
            return idea.take() == 1 ? View.FRONT : View.PROFILE;
        }
        if (n == 1) {
            boolean profile = moving && wide || idea.take() % 3 == 2 && staging.size().compareTo(ShotSize.MCU) <= 0;
            return (profile || moving && !wide && stance == Stance.LEAN) != (moving && idea.take() % 3 == 1)
                    ? View.PROFILE
                    : View.THREE_QUARTER;
        }
        return (i + idea.take()) % 2 == 0 || wide && n > 2 && i == 1 ? View.THREE_QUARTER : View.PROFILE;
    }

    /** The role as an actor on the board. */
    static Actor actor(Role role, Staging staging, Actor.Spot spot, Optional<Props.Prop> held) {
        String doing = doing(staging, role.person);
        boolean back = StanceWords.looksBack(doing) && role.view != View.BACK && role.stance.upright();
        double sway = (role.who.name().hashCode() % 7) / 4.0;
        double wind = staging.place().setting() == org.filmwright.base.Setting.INT
                ? 0
                : staging.place().weather() == Weather.WIND || doing.toLowerCase(Locale.ROOT).contains("wind")
                        ? 1
                        : role.stance == Stance.RUN ? .7 : 0;
        Point2D gaze = new Point2D.Double(role.view == View.FRONT && staging.angle() == CameraAngle.POV ? 0 : .85,
                role.stance == Stance.WORK || role.stance == Stance.HOLD ? .8 : 0);
        Actor.Acting acting = new Actor.Acting(role.stance, Expression.of(role.person.mood(), doing), back, sway, gaze);
        return new Actor(role.who, acting, role.view, role.facing, spot, wind, held);
    }

    /** Height over the ground in heads. */
    static double heads(Role role) {
        return Figure.height(role.stance, role.view, role.who) / 100;
    }
}
