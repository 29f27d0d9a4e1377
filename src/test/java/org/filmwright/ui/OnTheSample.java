package org.filmwright.ui;

import org.filmwright.ui.kit.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The sample in the studio, anew for each test: among its pictures, where the test wants nothing else. */
abstract class OnTheSample {
    protected SampleProject project;
    protected TestStudio studio;

    protected SampleProject sample() {
        return SampleProject.whole();
    }

    protected Scope room() {
        return Scope.IMAGES;
    }

    @BeforeEach
    final void openTheSample() {
        project = sample();
        studio = TestStudio.with(project);
        studio.show(room());
    }

    @AfterEach
    final void close() {
        studio.close();
    }
}
