package org.filmwright.ui.shell;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.filmwright.ui.jobs.JobsDrawer;
import org.filmwright.ui.jobs.JobsModel;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Page;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.TakePictures;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.models.DeviceRows;
import org.filmwright.ui.models.DevicesModel;
import org.filmwright.ui.models.ModelsPage;
import org.filmwright.ui.review.ReviewPane;
import org.filmwright.ui.settings.SettingsPage;
import org.filmwright.ui.story.StoryPane;
import org.filmwright.ui.timeline.TimelinePane;

/** How each page of the window is made, once somebody asks for it. */
record Pages(Fittings fittings, Frame frame, StudioActions actions, TakePictures pictures) {
    /** @param wall what time it is; @param nanos the clock that plays the film */
    record Clocks(InstantSource wall, LongSupplier nanos) {}

    /** How each page is made. Pages beside the workspaces are added here; their scope is their place. */
    Map<Scope, Supplier<Page>> plans(StudioModel model, JobsModel jobs, DevicesModel devices, Clocks clocks,
            Consumer<Scope> show) {
        Map<Scope, Supplier<Page>> plans = new LinkedHashMap<>();
        plans.put(Scope.WELCOME,
                () -> new WelcomePage(fittings, model, frame.choosers(), actions.machine(), clocks.wall));
        plans.put(Scope.STORY, () -> new StoryPane(fittings, clocks.nanos));
        plans.put(Scope.IMAGES, () -> new ReviewPane(fittings, pictures, jobs.draws(),
                title -> frame.choosers().picture(title)));
        plans.put(Scope.TIMELINE, () -> new TimelinePane(fittings, pictures,
                new TimelinePane.Player(clocks.nanos, frame.loudspeaker()),
                new TimelinePane.Files(title -> frame.choosers().media(title),
                        title -> frame.choosers().sound(title))));
        plans.put(Scope.JOBS, () -> new JobsDrawer(fittings, jobs, new ResultPlace(fittings.desk(), show)));
        plans.put(Scope.MODELS, () -> new ModelsPage(fittings, new ModelsPage.Own(actions.models(), actions.supply(),
                new ModelsPage.Desktop(() -> frame.choosers().folder(Words.of("models.import")),
                        () -> frame.choosers().pack(Words.of("models.import-pack")), frame::openFolder),
                actions.machine().memory(), clocks.wall), new DeviceRows(devices, fittings.commands())));
        plans.put(Scope.SETTINGS, () -> new SettingsPage(fittings,
                new SettingsPage.Own(actions::writers, actions::preferences, actions::keys, actions::network,
                        actions.machine().gpu(), actions.machine().painting()),
                frame.notifier().isPresent()));
        return plans;
    }
}
