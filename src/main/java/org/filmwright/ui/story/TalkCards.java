package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.production.Crew;
import org.filmwright.production.Crew.Talk;
import org.filmwright.production.Manuscript;

/** The cards of talks: one stays the same while nothing of it changes, so that nobody loses the place while others write. */
final class TalkCards {
    private static final int ROWS = 8;
    private final TalkCard.Acts acts;
    private final Map<String, Shown> shown = new HashMap<>();

    TalkCards(TalkCard.Acts acts) {
        this.acts = acts;
    }

    private record Shown(Talk talk, TalkCard.Offers offers, TalkCard card, ManuscriptArea growing) {}

    List<TalkCard> of(List<Talk> talks, Function<Talk, TalkCard.Offers> offers) {
        shown.keySet().retainAll(talks.stream().map(Talk::id).toList());
        List<TalkCard> cards = new ArrayList<>();
        talks.forEach(talk -> cards.add(card(quiet(talk), offers.apply(talk))));
        return cards;
    }

    private TalkCard card(Talk talk, TalkCard.Offers offers) {
        return Optional.ofNullable(shown.get(talk.id()))
                .filter(before -> before.talk().equals(talk) && before.offers().equals(offers))
                .orElseGet(() -> {
                    ManuscriptArea growing = new ManuscriptArea("talk-writing", ROWS);
                    Shown fresh = new Shown(talk, offers, new TalkCard(talk, offers, growing.node(), acts), growing);
                    shown.put(talk.id(), fresh);
                    return fresh;
                })
                .card();
    }

    /** What is being written grows on its card; the card is the same. */
    private static Talk quiet(Talk talk) {
        return talk.state() == Crew.State.WRITING
                ? new Talk(talk.id(), talk.title(), talk.scene(), talk.at(), talk.state(), "", talk.remarks(), talk
                        .suggestions(), talk.answers(), talk.recalled())
                : talk;
    }

    /** Shows how far each has come. */
    void grow(Map<String, Manuscript> now) {
        now.forEach((talk, text) -> Optional.ofNullable(shown.get(talk)).ifPresent(card -> card.growing().show(text)));
    }
}
