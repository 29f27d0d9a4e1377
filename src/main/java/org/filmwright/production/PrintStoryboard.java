package org.filmwright.production;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.filmwright.base.CameraMove;
import org.filmwright.clips.Direction;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.export.Board;
import org.filmwright.export.StoryboardPdf;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Preview;
import org.filmwright.images.Trash;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scene;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** Prints the storyboard of the plan as it stands: each shot by its circled take, else by its newest one. */
record PrintStoryboard(Records records) implements StepHandler {
    private static final double WIDESCREEN = 16 / 9.0;

    @Override
    public StepResult run(StepContext context) {
        Export.Board wanted = ExportOrder.in(context.input()).orElseThrow().export().board().orElseThrow();
        Board board = board(LocalDate.ofInstant(context.begun(), ZoneId.systemDefault()));
        return StepAnswers.of(
                StoryboardPdf.write(board, wanted.sheet(), Path.of(wanted.file()), context.progress()),
                file -> StepResult.done(Json.of(new Exported.Board(file.toString(), board.cards().size()))));
    }

    private Board board(LocalDate day) {
        ShotPlan plan = new CurrentPlan(records).plan();
        Trash trash = records.takes().trash();
        double aspect = records.cuts().current().map(cut -> cut.size().aspect()).orElse(WIDESCREEN);
        List<Board.Card> cards = plan.shots().stream().map(shot -> card(plan, shot, trash)).toList();
        return new Board(plan.title(), day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)), aspect, cards);
    }

    private Board.Card card(ShotPlan plan, Shot shot, Trash trash) {
        Scene scene = plan.sceneOf(shot);
        List<Board.Speech> speech = shot.content()
                .lines()
                .stream()
                .map(line -> new Board.Speech(line.speaker(), line.text()))
                .toList();
        return new Board.Card(scene.label(), scene.heading(), shot.label(), picture(shot, trash), speech,
                shot.content().action(), words(move(shot)), shot.seconds());
    }

    /** As it was filmed; as the plan wishes where it was not yet. */
    private CameraMove move(Shot shot) {
        return records.clips()
                .latest(shot.id())
                .flatMap(clip -> clip.direction())
                .map(Direction::move)
                .orElse(shot.camera().move());
    }

    private static String words(CameraMove move) {
        String words = move.word().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Optional<Path> picture(Shot shot, Trash trash) {
        List<ImageTake> takes = records.takes().of(shot.id()).stream().filter(take -> !trash.holds(take.id())).toList();
        return takes.stream()
                .filter(take -> records.verdicts().latest(take.id()).filter(circles()).isPresent())
                .max(Comparator.comparing(take -> records.verdicts().latest(take.id()).orElseThrow().at()))
                .or(() -> takes.stream().max(Comparator.comparingInt(ImageTake::number)))
                .map(take -> records.vault().preview(take.media(), Preview.REVIEW))
                .filter(Files::isRegularFile);
    }

    private static Predicate<Verdict> circles() {
        return verdict -> verdict.ruling() == Ruling.APPROVED;
    }
}
