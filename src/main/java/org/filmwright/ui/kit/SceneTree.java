package org.filmwright.ui.kit;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.filmwright.ui.kit.SceneTreeModel.Row;

/** The list of scenes and shots in the left panel. Enter or a click looks at a row; Left and Right fold a scene. */
public final class SceneTree extends ListView<Row> {
    private final Desk desk;
    private final SceneTreeModel model;

    /** @param counts what stands at the end of a scene's row */
    public SceneTree(Desk desk, SceneTreeModel model, SceneRowCell.Trailing counts) {
        super(model.rows());
        this.desk = desk;
        this.model = model;
        setId("scenes");
        setAccessibleText(Words.of("scenes.title"));
        getStyleClass().add("fw-list");
        setCellFactory(list -> new SceneRowCell(model, counts));
        Choices.whenChosen(getSelectionModel(), this::look);
        desk.shot().subscribe(this::follow);
        desk.scene().subscribe(this::follow);
        // Behind the list itself, which forgets its selection when all rows are new.
        model.rows().addListener((ListChangeListener<Row>) change -> follow());
        addEventFilter(KeyEvent.KEY_PRESSED, this::fold);
        model.seen().bind(sceneProperty().isNotNull());
    }

    /** The row of a shot that a node stands in. */
    public Optional<ListCell<Row>> shotRow(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent)
                .filter(SceneRowCell.class::isInstance)
                .map(SceneRowCell.class::cast)
                .filter(row -> row.getListView() == this && row.getItem() instanceof Row.OfShot)
                .<ListCell<Row>>map(row -> row)
                .findFirst();
    }

    private void look(Row row) {
        if (isCurrent(row)) {
            return;
        }
        switch (row) {
            case Row.OfScene(var scene, var open, var approved, var shots) -> desk.showScene(scene.number());
            case Row.OfShot(var scene, var shot, var state, var fresh) -> desk.show(shot);
        }
    }

    private void follow() {
        Optional<Row> current = model.rows().stream().filter(this::isCurrent).findFirst();
        if (!current.equals(Optional.ofNullable(getSelectionModel().getSelectedItem()))) {
            current.ifPresentOrElse(row -> getSelectionModel().select(row), getSelectionModel()::clearSelection);
        }
    }

    private boolean isCurrent(Row row) {
        return switch (row) {
            case Row.OfScene(var scene, var open, var approved, var shots) -> desk.shot().get().isEmpty()
                    && desk.scene().get().equals(Optional.of(scene.number()));
            case Row.OfShot(var scene, var shot, var state, var fresh) -> desk.shot()
                    .get()
                    .equals(Optional.of(shot.id()));
        };
    }

    private void fold(KeyEvent key) {
        boolean unfold = key.getCode() == KeyCode.RIGHT;
        if ((unfold || key.getCode() == KeyCode.LEFT) && !key.isShortcutDown() && !key.isAltDown()
                && getSelectionModel().getSelectedItem() instanceof Row.OfScene row) {
            model.fold(row.scene(), unfold);
            key.consume();
        }
    }
}
