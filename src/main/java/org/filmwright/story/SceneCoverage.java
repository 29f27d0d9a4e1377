package org.filmwright.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.Setting;
import org.filmwright.base.ShotSize;
import org.filmwright.story.Draft.Kind;

/** The coverage of one scene in the order of the script: which shots, before sizes are tuned and moves chosen. */
final class SceneCoverage {
    /** Business of at most this before a line is played in the same shot, in seconds. */
    private static final double BUSINESS = 2.4;
    private static final double ONE_SHOT = 5.6;

    private final SceneText scene;
    private final Place place;
    private final Cast cast;
    private final ActionCoverage action;
    private final SpeechCoverage speech;
    private final List<Draft> drafts = new ArrayList<>();
    /** Pairs that have shared a frame. */
    private final Set<Set<String>> together = new HashSet<>();

    SceneCoverage(SceneText scene, Place place, Cast cast) {
        this.scene = scene;
        this.place = place;
        this.cast = cast;
        this.action = new ActionCoverage(cast, place.setting() == Setting.INT ? ShotSize.WS : ShotSize.EWS);
        this.speech = new SpeechCoverage(cast);
    }

    /** @param newPlace whether the film has not been here before */
    List<Draft> cover(boolean newPlace) {
        int turn = turn();
        if (scene.beats().isEmpty() || (newPlace && scene.beats().getFirst() instanceof Beat.Speech)) {
            drafts.add(establishing());
        }
        for (int i = 0; i < scene.beats().size(); i++) {
            switch (scene.beats().get(i)) {
                case Beat.Action(String text) -> action.cover(text).forEach(this::add);
                case Beat.Speech words -> speak(words, i, i == turn);
            }
        }
        if (newPlace && drafts.getFirst().kind() == Kind.INSERT) {
            Draft first = drafts.getFirst();
            drafts.set(0, new Draft(Kind.PLACE, first.content(), establishing().framing(), first.seconds()));
        }
        return drafts;
    }

    private Draft establishing() {
        boolean inside = place.setting() == Setting.INT;
        return new Draft(Kind.PLACE,
                new Shot.Content(Words.title(place.location()) + ".", List.of(), Optional.empty(), List.of(),
                        List.of()),
                new Framing(inside ? ShotSize.WS : ShotSize.EWS, CameraAngle.EYE_LEVEL,
                        "the place, before anybody speaks"),
                1.5);
    }

    private void speak(Beat.Speech words, int at, boolean turn) {
        action.mention(speakersFrom(at));
        action.mention(words.unseen() ? List.of() : words.speakers());
        List<String> present = action.present();
        Set<String> pair = new LinkedHashSet<>(words.speakers());
        present.reversed().stream().filter(name -> !words.speakers().contains(name)).findFirst().ifPresent(pair::add);
        boolean met = together.contains(pair);
        speech.cover(words, present, met || pair.size() < 2, turn).forEach(this::addSpeech);
    }

    /** Who takes part in the talk that begins at a beat; who is only about to enter does not yet. */
    private List<String> speakersFrom(int at) {
        List<String> speakers = new ArrayList<>();
        Set<String> entering = new HashSet<>();
        for (Beat beat : scene.beats().subList(at, Math.min(scene.beats().size(), at + 4))) {
            switch (beat) {
                case Beat.Action(String text) -> entering.addAll(cast.named(text));
                case Beat.Speech words when !words.unseen() -> words.speakers()
                        .stream()
                        .filter(name -> !entering.contains(name) || action.present().contains(name))
                        .forEach(speakers::add);
                case Beat.Speech _ -> {
                }
            }
        }
        return speakers.reversed();
    }

    private void addSpeech(Draft draft) {
        Draft last = drafts.isEmpty() ? draft : drafts.getLast();
        if (last != draft && last.kind() == Kind.MASTER && last.seconds() + draft.seconds() <= ONE_SHOT
                && draft.kind() == Kind.SPEECH && draft.framing().size() != ShotSize.CU) {
            drafts.removeLast();
            add(last.joined(draft));
            return;
        }
        boolean business = last != draft && last.kind() == Kind.ACTION && last.content().props().isEmpty()
                && last.content().people().size() < 2
                && last.content().focus().equals(draft.content().focus())
                && last.seconds() <= BUSINESS && last.seconds() + draft.seconds() <= ONE_SHOT;
        if (business) {
            drafts.removeLast();
            Draft joined = last.joined(draft);
            Framing framing = draft.framing();
            add(new Draft(draft.kind(), joined.content(), framing, joined.seconds()));
        } else {
            add(draft);
        }
    }

    private void add(Draft draft) {
        Shot.Content content = draft.content();
        List<String> ordered = cast.leftToRight(new LinkedHashSet<>(content.people()));
        ordered.forEach(one -> ordered.forEach(other -> together.add(new HashSet<>(List.of(one, other)))));
        drafts.add(new Draft(draft.kind(),
                new Shot.Content(content.action(), ordered, content.focus(), content.lines(), content.props()),
                draft.framing(), draft.seconds()));
    }

    /** Index of the speech that turns the scene, or -1 when there is hardly a scene to turn. */
    private int turn() {
        int best = -1;
        int weight = 2;
        int speeches = (int) scene.beats().stream().filter(Beat.Speech.class::isInstance).count();
        int seen = 0;
        for (int i = 0; i < scene.beats().size(); i++) {
            if (scene.beats().get(i) instanceof Beat.Speech words) {
                seen++;
                int here = SpeechCoverage.weight(words, i > 0 && showsThing(scene.beats().get(i - 1)),
                        seen == speeches);
                best = here >= weight ? i : best;
                weight = Math.max(weight, here);
            }
        }
        return speeches < 2 ? -1 : best;
    }

    private static boolean showsThing(Beat beat) {
        return beat instanceof Beat.Action(String text) && Words.sentences(text)
                .stream()
                .flatMap(sentence -> Capitals.runs(sentence).stream())
                .anyMatch(run -> !run.introducesPerson());
    }
}
