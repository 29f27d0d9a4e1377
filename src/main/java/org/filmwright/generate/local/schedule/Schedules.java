package org.filmwright.generate.local.schedule;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.schedule.SchedulerSettings.Consistency;
import org.filmwright.generate.local.schedule.SchedulerSettings.Ddim;
import org.filmwright.generate.local.schedule.SchedulerSettings.Diffusion;
import org.filmwright.generate.local.schedule.SchedulerSettings.DpmSolver;
import org.filmwright.generate.local.schedule.SchedulerSettings.Euler;
import org.filmwright.generate.local.schedule.SchedulerSettings.EulerAncestral;
import org.filmwright.generate.local.schedule.SchedulerSettings.Flow;
import org.filmwright.generate.local.schedule.SchedulerSettings.Pndm;

/**
 * Makes the scheduler of one picture. Where a picture is begun from another, steps at the noisy end are left out as the
 * reference pipelines leave them out (diffusion.md 9), or, where the course is exact, all steps are laid below its strength.
 */
public final class Schedules {
    /** Fewer steps than this are few to the solver. */
    private static final int FEW = 15;

    private Schedules() {}

    /** Refused where the steps do not fit into the levels that the model knows, or none is left of them. */
    public static Outcome<Scheduler> of(SchedulerSettings settings, Course course) {
        return switch (settings) {
            case Flow flow -> flow(flow, course).then(table -> Outcome.ok(new FlowEulerScheduler(table)));
            case Euler(Diffusion way, boolean karras) -> table(way, course,
                    levels -> euler(levels, way, course, karras))
                    .then(table -> Outcome.ok(new EulerScheduler(table, way.prediction(), way.spacing())));
            case EulerAncestral(Diffusion way) -> table(way, course, levels -> euler(levels, way, course, false))
                    .then(table -> Outcome.ok(new EulerAncestralScheduler(table, way.prediction(), way.spacing())));
            case DpmSolver solver -> solver(solver, course);
            case Ddim ddim -> ddim(ddim, course);
            case Pndm pndm -> pndm(pndm, course);
            case Consistency lcm -> consistency(lcm, course).then(table -> Outcome.ok(
                    new LcmScheduler(table, lcm.prediction(), lcm.scaling(), lcm.clip())));
        };
    }

    private static Outcome<Timetable> flow(Flow flow, Course course) {
        if (flow.bySize().isPresent() && course.tokens() == 0) {
            throw new IllegalArgumentException("a shift by size needs to know the size");
        }
        int steps = course.steps();
        double most = course.exact() ? course.strength() : 1;
        double[] sigmas = new double[steps + 1];
        double[] timesteps = new double[steps];
        for (int i = 0; i < steps; i++) {
            sigmas[i] = shifted(most * (steps - i) / steps, flow, course.tokens());
            timesteps[i] = flow.timesteps() * sigmas[i];
        }
        Timetable table = new Timetable(timesteps, sigmas);
        int dropped = course.exact() ? 0 : (int) Math.max(steps - steps * course.strength(), 0);
        return whole(course, table, dropped);
    }

    private static double shifted(double sigma, Flow flow, int tokens) {
        if (flow.bySize().isPresent()) {
            double shift = Math.exp(flow.bySize().get().at(tokens));
            return shift / (shift + (1 / sigma - 1));
        }
        return flow.shift() * sigma / (1 + (flow.shift() - 1) * sigma);
    }

    private static Timetable euler(NoiseLevels levels, Diffusion way, Course course, boolean karras) {
        double[] timesteps = way.spacing().timesteps(levels.count(), course.steps(), way.offset());
        double[] sigmas = levels.at(timesteps);
        if (karras) {
            sigmas = NoiseLevels.karras(sigmas[0], sigmas[sigmas.length - 1], course.steps());
            timesteps = Arrays.stream(sigmas).map(levels::timestep).toArray();
        }
        return ending(timesteps, sigmas, last(levels, way));
    }

    private static Outcome<Scheduler> solver(DpmSolver solver, Course course) {
        boolean straightEnd = switch (solver.end()) {
            case FIRST_ORDER -> true;
            case FIRST_ORDER_OF_FEW_STEPS -> course.steps() < FEW;
            case SECOND_ORDER -> false;
        };
        return table(solver.diffusion(), course, levels -> solver(levels, solver, course.steps())).then(table -> Outcome
                .ok(new DpmSolverScheduler(table, solver.diffusion().prediction(), straightEnd)));
    }

    /** The solver's timesteps are whole, and it leaves out the lowest of one step more, unless they trail. */
    private static Timetable solver(NoiseLevels levels, DpmSolver solver, int steps) {
        Diffusion way = solver.diffusion();
        if (solver.karras()) {
            double[] sigmas = NoiseLevels.karras(levels.most(), levels.least(), steps);
            return ending(rounded(Arrays.stream(sigmas).map(levels::timestep).toArray()), sigmas, last(levels, way));
        }
        int more = way.spacing() == Spacing.TRAILING ? 0 : 1;
        double[] spaced = way.spacing().timesteps(levels.count(), steps + more, way.offset());
        double[] timesteps = rounded(Arrays.copyOf(spaced, steps));
        return ending(timesteps, levels.at(timesteps), last(levels, way));
    }

    private static double last(NoiseLevels levels, Diffusion way) {
        return way.toClean() ? 0 : levels.least();
    }

    private static double[] rounded(double[] timesteps) {
        return Arrays.stream(timesteps).map(Math::rint).toArray();
    }

    private static Timetable ending(double[] timesteps, double[] sigmas, double last) {
        double[] ended = Arrays.copyOf(sigmas, sigmas.length + 1);
        ended[sigmas.length] = last;
        return new Timetable(timesteps, ended);
    }

    private static Outcome<Scheduler> ddim(Ddim ddim, Course course) {
        return strided(ddim.diffusion(), course).then(way -> Outcome
                .ok(new DdimScheduler(way.table, ddim.diffusion().prediction(), way.targets, ddim.clip())));
    }

    /** The second timestep comes twice; the first step and its repetition both go from the first to the second. */
    private static Outcome<Scheduler> pndm(Pndm pndm, Course course) {
        return strided(pndm.diffusion(), course).then(way -> {
            boolean twice = way.table.steps() > 1;
            Timetable table = twice
                    ? new Timetable(twice(way.table.timesteps(), 1), twice(way.table.sigmas(), 1))
                    : way.table;
            double[] targets = twice ? twice(way.targets, 0) : way.targets;
            return Outcome.ok(new PndmScheduler(table, pndm.diffusion().prediction(), targets));
        });
    }

    private static double[] twice(double[] values, int at) {
        double[] more = new double[values.length + 1];
        System.arraycopy(values, 0, more, 0, at + 1);
        System.arraycopy(values, at, more, at + 1, values.length - at);
        return more;
    }

    /** @param targets the sigma that each step goes to */
    private record Strided(Timetable table, double[] targets) {}

    /** Whole timesteps, each of which goes one stride down, which is not always to the next one. */
    private static Outcome<Strided> strided(Diffusion way, Course course) {
        NoiseLevels levels = levels(way, course);
        double last = last(levels, way);
        return table(way, course, known -> {
            double[] timesteps = rounded(way.spacing().timesteps(known.count(), course.steps(), way.offset()));
            return ending(timesteps, known.at(timesteps), last);
        }).then(table -> {
            int stride = levels.count() / course.steps();
            double[] targets = Arrays.stream(table.timesteps())
                    .map(timestep -> timestep < stride ? last : levels.at(timestep - stride))
                    .toArray();
            double[] sigmas = table.sigmas();
            sigmas[table.steps()] = targets[table.steps() - 1];
            return Outcome.ok(new Strided(new Timetable(table.timesteps(), sigmas), targets));
        });
    }

    /** LCM takes its steps from the lower part of the grid that the model was distilled with, whatever the course is. */
    private static Outcome<Timetable> consistency(Consistency lcm, Course course) {
        int stride = lcm.training().timesteps() / lcm.grid();
        int rungs = (int) (lcm.grid() * course.strength());
        if (rungs < course.steps()) {
            return tooMany(course, rungs);
        }
        double[] timesteps = new double[course.steps()];
        for (int i = 0; i < timesteps.length; i++) {
            int rung = rungs - (int) (i * ((double) rungs / course.steps()));
            timesteps[i] = rung * stride - 1;
        }
        return whole(course, ending(timesteps, NoiseLevels.of(lcm.training()).at(timesteps), 0), 0);
    }

    private static NoiseLevels levels(Diffusion way, Course course) {
        NoiseLevels levels = NoiseLevels.of(way.training());
        return course.exact() ? levels.below(course.strength()) : levels;
    }

    private static Outcome<Timetable> table(Diffusion way, Course course, Function<NoiseLevels, Timetable> lay) {
        NoiseLevels levels = levels(way, course);
        if (course.steps() > levels.count()) {
            return tooMany(course, levels.count());
        }
        Timetable table = lay.apply(levels);
        if (table.timesteps()[0] > levels.count() - 1) {
            return tooMany(course, levels.count());
        }
        int done = course.exact() ? course.steps() : (int) (course.steps() * course.strength());
        return whole(course, table, course.steps() - done);
    }

    private static Outcome<Timetable> whole(Course course, Timetable table, int dropped) {
        if (dropped >= table.steps()) {
            return Outcome.failed(new Failure.Refused(String.format(Locale.ROOT,
                    "A strength of %s leaves none of %d steps.", course.strength(), course.steps()),
                    "Choose a greater strength or more steps."));
        }
        return table.descends() ? Outcome.ok(table.from(dropped)) : tooMany(course, table.steps());
    }

    private static Outcome<Timetable> tooMany(Course course, int most) {
        return Outcome.failed(new Failure.Refused(String.format(Locale.ROOT,
                "The model has no room for %d steps at a strength of %s: there are %d noise levels.", course.steps(),
                course.strength(), most), "Choose fewer steps or a greater strength."));
    }
}
