package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.filmwright.story.Bible.Fact;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Portrait;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** Who and what is in the film, beside the script: how they look, and the lines that say so. */
final class BiblePanel implements BibleCard.Acts {
    private final Desk desk;
    private final BibleModel model;
    private final ScriptDesk script;
    private final Inspector cards = new Inspector();
    private final Map<Key, BibleCard> made = new LinkedHashMap<>();
    private Optional<Key> sought = Optional.empty();

    BiblePanel(Desk desk, BibleModel model, ScriptDesk script) {
        this.desk = desk;
        this.model = model;
        this.script = script;
        cards.setId("bible");
        cards.getStyleClass().add("fw-cards");
        cards.setAccessibleText(Words.of("beside.BIBLE"));
        model.rows().subscribe(this::show);
        desk.beforeUndo(() -> List.copyOf(made.values()).forEach(BibleCard::record));
    }

    private record Key(Kind kind, String name) {}

    Inspector node() {
        return cards;
    }

    /** A card stays the same while its entry does, since somebody may be writing on it. */
    private void show() {
        List<Node> nodes = new ArrayList<>();
        Map<Key, BibleCard> now = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            List<BibleModel.Row> rows = model.rows().get().stream().filter(row -> row.entry().kind() == kind).toList();
            if (!rows.isEmpty()) {
                nodes.add(Labels.of(Words.of("bible", kind), "fw-section-title", "fw-bible-kind"));
            }
            for (BibleModel.Row row : rows) {
                Key key = new Key(kind, row.entry().name());
                BibleCard card = made.containsKey(key) ? made.get(key) : new BibleCard(row, this);
                card.show(row);
                now.put(key, card);
                nodes.add(card);
            }
        }
        if (nodes.isEmpty()) {
            Label nothing = Labels.of(Words.of("bible.empty"), "fw-muted");
            nothing.setWrapText(true);
            nodes.add(nothing);
        }
        boolean same = List.copyOf(made.keySet()).equals(List.copyOf(now.keySet()));
        made.clear();
        made.putAll(now);
        if (!same || now.isEmpty()) {
            cards.show(nodes.toArray(Node[]::new));
        }
        reveal();
    }

    /** Shows the card of an entry, as soon as it is there. */
    void look(Kind kind, String name) {
        sought = Optional.of(new Key(kind, name));
        reveal();
    }

    private void reveal() {
        sought.map(made::get).ifPresent(card -> {
            card.focus();
            Inspector.reveal(card);
        });
        sought = made.isEmpty() ? sought : Optional.empty();
    }

    @Override
    public void portray(Portrait portrait) {
        desk.edit(editor -> editor.portray(portrait));
    }

    /** Where nothing in the field waits to be taken back. */
    @Override
    public void undo() {
        desk.undo();
    }

    /** Shows the line of the script; where its words are written otherwise there, its scene. */
    @Override
    public void look(Fact fact) {
        script.find(fact.quote(), Optional.of(fact.scene()))
                .ifPresentOrElse(at -> script.look(at, fact.quote().length()), () -> desk.showScene(fact.scene()));
    }
}
