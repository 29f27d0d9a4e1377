package org.filmwright.ui.models;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Artists;
import org.filmwright.production.models.Consent;
import org.filmwright.production.models.Licence;
import org.filmwright.production.models.Load;
import org.filmwright.production.models.Model;
import org.filmwright.production.models.Supply;
import org.filmwright.production.models.Terms;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Words;

/** What a person does about models, with what has to be asked first and what is told after. */
final class ModelDeeds implements ModelVerbs.Acts {
    private final Fittings fittings;
    private final ModelsModel models;
    private final ModelsPage.Desktop desktop;
    private final Supplier<LocalDate> today;
    private final Runnable back;
    private final DownloadSheet sheet;

    /** @param back puts the focus to where the next thing is chosen */
    ModelDeeds(Fittings fittings, ModelsModel models, ModelsPage.Desktop desktop, Supplier<LocalDate> today,
            Runnable back) {
        this.fittings = fittings;
        this.models = models;
        this.desktop = desktop;
        this.today = today;
        this.back = back;
        sheet = new DownloadSheet(fittings.sheets());
    }

    @Override
    public void download() {
        download("");
    }

    /** @param wrong why what was typed last did not do */
    void download(String wrong) {
        BiConsumer<Supply.Source, Optional<Supply.Token>> begin = models.porter()::download;
        models.offstage().ask(models.porter()::names, answer -> {
            switch (answer) {
                case Outcome.Ok<List<String>>(List<String> names) -> sheet.open(names, wrong, begin);
                case Outcome.Failed<List<String>>(Failure failure) -> sheet.open(List.of(), Failures.words(failure),
                        begin);
            }
        });
    }

    @Override
    public void importFolder() {
        desktop.folder().get().ifPresent(this::take);
    }

    @Override
    public void importPack() {
        desktop.pack().get().ifPresent(this::take);
    }

    void take(Path chosen) {
        models.porter().take(chosen);
    }

    @Override
    public void verify(Model model) {
        if (isFree(model)) {
            models.porter().check(model);
        }
    }

    /** Into the models folder where it lies elsewhere; else to where a person says. */
    @Override
    public void move(Model model) {
        if (isFree(model)) {
            Optional<Path> into = model.ours() ? desktop.folder().get() : Optional.of(models.shelf().folder());
            into.ifPresent(folder -> models.porter().move(model, folder));
        }
    }

    /** Whether nothing is being done about it. */
    private boolean isFree(Model model) {
        return models.find(model).filter(entry -> entry.load().get().isPresent()).isEmpty();
    }

    @Override
    public void pauseOrGoOn(Entry entry) {
        entry.load().get().ifPresent(load -> {
            switch (load.state()) {
                case Load.Going _ -> models.porter().stop(load.id());
                case Load.Asks _ -> licence(entry);
                case Load.Stopped(_, Optional<Failure> why) -> goOn(load, why);
            }
        });
    }

    private void goOn(Load load, Optional<Failure> why) {
        if (why.isPresent() && why.get() instanceof Failure.Misconfigured gated) {
            models.porter()
                    .source(load.id())
                    .ifPresent(source -> sheet.askToken(source, Failures.words(gated), (_, token) -> models.porter()
                            .goOn(load.id(), token)));
        } else {
            models.porter().goOn(load.id(), Optional.empty());
        }
    }

    @Override
    public void remove(Entry entry) {
        if (entry.load().get().isPresent()) {
            stop(entry.load().get().get());
        } else {
            entry.standing().get().ifPresent(this::askToRemove);
        }
    }

    private void stop(Load load) {
        if (load.kind() != Load.Kind.DOWNLOAD) {
            models.porter().stop(load.id());
            return;
        }
        String have = LoadWords.have(load);
        String words = have.isEmpty()
                ? Words.of("models.throw.words.none")
                : Words.of("models.throw.words", "have",
                        have);
        fittings.sheets()
                .ask(new Question(Words.of("models.throw.title", "name", load.name()), words, List.of(
                        new Question.Answer("load-keep", Words.of("models.keep"), Question.Kind.PLAIN, () -> {}),
                        new Question.Answer("load-throw", Words.of("models.throw-away"), Question.Kind.DESTRUCTIVE,
                                () -> models.porter().drop(load.id())))));
    }

    private void askToRemove(Entry.Standing standing) {
        Model model = standing.model();
        String words = Words.of(model.ours() ? "models.remove.ours" : "models.remove.outside", "size", Bytes.words(model
                .bytes()));
        String used = standing.uses().isEmpty()
                ? words
                : Words.of("models.used.ask", "used", LoadWords.used(standing.uses(), today.get()), "words", words);
        fittings.sheets()
                .ask(new Question(Words.of("models.remove.title", "name", model.name()), used, List.of(
                        new Question.Answer("model-keep", Words.of("models.keep"), Question.Kind.PLAIN, () -> {}),
                        new Question.Answer("model-remove", Words.of("models.remove"), Question.Kind.DESTRUCTIVE,
                                () -> removeNow(model)))));
    }

    private void removeNow(Model model) {
        models.offstage().ask(() -> models.shelf().remove(model), answer -> {
            switch (answer) {
                case Outcome.Ok<Long>(Long freed) -> removed(model, freed);
                case Outcome.Failed<Long>(Failure failure) -> fittings.toasts().failed(Failures.words(failure));
            }
            models.refresh(back);
        });
    }

    /** What only left the list can come back to it. */
    private void removed(Model model, long freed) {
        if (model.ours()) {
            fittings.toasts().done(Words.of("models.removed", "name", model.name(), "size", Bytes.words(freed)));
        } else {
            Button undo = Buttons.plain("model-undo", "models.undo", () -> restore(model));
            fittings.toasts().done(Words.of("models.forgotten", "name", model.name()), undo);
        }
    }

    private void restore(Model model) {
        models.offstage()
                .ask(() -> models.shelf().restore(model), answer -> models.refresh(() -> told(answer,
                        "models.restored")));
    }

    /** What nobody accepted yet is asked about first. */
    @Override
    public void draw(Model model) {
        models.offstage().ask(() -> models.shelf().terms(model), terms -> {
            switch (terms) {
                case Terms.Open(Licence licence, boolean changed) -> askToAccept(model, licence, Words.of(changed
                        ? "models.accept.changed"
                        : "models.accept.words"), true);
                case Terms.Unwritten _,Terms.Accepted _,Terms.Unreadable _ -> drawNow(model);
            }
        });
    }

    private void askToAccept(Model model, Licence licence, String words, boolean draws) {
        LicenceSheet.ask(fittings.sheets(), Words.of("models.accept.title", "name", model.name()), words, licence
                .text(),
                List.of(new Question.Answer("model-not-now", Words.of("models.accept.not-now"), Question.Kind.PLAIN,
                        () -> {}),
                        new Question.Answer("model-accept", Words.of(draws
                                ? "models.accept"
                                : "models.licence.accept"), Question.Kind.PRIMARY,
                                () -> accept(model, licence,
                                        draws))));
    }

    private void accept(Model model, Licence licence, boolean draws) {
        models.offstage().ask(() -> models.shelf().accept(model, licence), answer -> {
            models.refresh();
            switch (answer) {
                case Outcome.Ok<Model>(Model accepted) when draws -> drawNow(accepted);
                case Outcome.Ok<Model> _,Outcome.Failed<Model> _ -> told(answer, "models.licence.accepted");
            }
        });
    }

    /** Of the open film; where there is none, of new ones. */
    private void drawNow(Model model) {
        boolean open = fittings.desk().project().get().isPresent();
        fittings.artist().choose(Artists.local(model.name()));
        fittings.toasts().done(Words.of(open ? "models.draws" : "models.draws.new", "name", model.name()));
        back.run();
    }

    /** Why it cannot be chosen now; nothing where it can. */
    Optional<String> held(Model model) {
        String id = Artists.local(model.name());
        if (fittings.artist().now().get().equals(id)) {
            return Optional.of(Words.of("models.draws.already"));
        }
        return fittings.desk().project().get().isPresent() && !fittings.artist().here().get().contains(id)
                ? Optional.of(Words.of("models.draws.later"))
                : Optional.empty();
    }

    /** Of a model that is here, or of one that waits for it. */
    @Override
    public void licence(Entry entry) {
        Optional<Load> load = entry.load().get();
        if (load.isPresent() && load.get().state() instanceof Load.Asks(Licence licence)) {
            ask(load.get(), licence);
        } else {
            entry.model().ifPresent(this::licence);
        }
    }

    private void licence(Model model) {
        models.offstage().ask(() -> models.shelf().terms(model), terms -> {
            switch (terms) {
                case Terms.Open(Licence licence, boolean changed) -> askToAccept(model, licence, Words.of(changed
                        ? "models.accept.changed"
                        : "models.accept.words"), false);
                case Terms.Accepted(Licence licence) -> LicenceSheet.show(fittings.sheets(), Words.of(
                        "models.licence.title", "name", model.name()), licence.text());
                case Terms.Unwritten _,Terms.Unreadable _ -> fittings.toasts().done(Words.of("models.licence.none"));
            }
        });
    }

    /** Whoever closes the card without an answer finds the question in the list. */
    void ask(Load load, Licence licence) {
        LicenceSheet.ask(fittings.sheets(), Words.of("models.accept.title", "name", load.name()), Words.of(
                "models.licence.take", "name", load.name()), licence.text(),
                List.of(
                        new Question.Answer("licence-no", Words.of("models.licence.no-thanks"), Question.Kind.PLAIN,
                                () -> models.porter().answer(load.id(), Consent.Answer.NO)),
                        new Question.Answer("licence-accept", Words.of("models.licence.accept"), Question.Kind.PRIMARY,
                                () -> models.porter().answer(load.id(), Consent.Answer.ACCEPTED))));
    }

    /** @param front whether a person looks at the page */
    void ended(Load.Ended ended, boolean front) {
        Load load = ended.load();
        switch (ended.outcome()) {
            case Outcome.Ok<Model>(Model model) -> {
                sheet.clear();
                done(load, model);
            }
            case Outcome.Failed<Model>(Failure.Ambiguous _) -> models.refresh();
            case Outcome.Failed<Model>(Failure failure) -> failed(load, failure, front);
        }
    }

    private void done(Load load, Model model) {
        fittings.toasts().done(switch (load.kind()) {
            case DOWNLOAD -> Words.of("models.downloaded", "name", model.name());
            case IMPORT -> Words.of("models.imported", "name", model.name());
            case CHECK -> Words.of("models.verified", "name", model.name());
            case MOVE -> Words.of(model.ours() ? "models.copied" : "models.moved", "name", model.name(), "folder", model
                    .folder());
        });
    }

    /** What did not even begin is asked for again, with what was typed; what began stands in the list. */
    private void failed(Load load, Failure failure, boolean front) {
        boolean unknown = load.state() instanceof Load.Stopped(Load.Amount amount, _) && amount.whole() == 0;
        if (unknown && load.kind() == Load.Kind.DOWNLOAD) {
            models.porter().drop(load.id());
        }
        boolean seen = front && load.state() instanceof Load.Stopped;
        if (unknown && front && !fittings.sheets().isOpen()) {
            download(Failures.words(failure));
        } else if (unknown || !seen) {
            fittings.toasts().failed(Failures.words(failure));
        }
    }

    private void told(Outcome<Model> answer, String done) {
        switch (answer) {
            case Outcome.Ok<Model>(Model model) -> fittings.toasts().done(Words.of(done, "name", model.name()));
            case Outcome.Failed<Model>(Failure failure) -> fittings.toasts().failed(Failures.words(failure));
        }
    }
}
