package org.filmwright.generate.local.schedule;

/** Which of the timesteps that a model was trained with are taken (diffusion.md 8; Lin et al. 2023, table 2). */
public enum Spacing {
    /** Begins with the very last one. */
    TRAILING,
    /** Begins a stride below the last one; its timesteps are moved by the offset. */
    LEADING,
    /** From the last to the first, both of them; timesteps may be fractions. */
    LINSPACE;

    /**
     * @param levels how many timesteps there are
     * @param steps at most {@code levels}
     * @return descending
     */
    double[] timesteps(int levels, int steps, int offset) {
        double[] timesteps = new double[steps];
        int stride = levels / steps;
        for (int i = 0; i < steps; i++) {
            int left = steps - 1 - i;
            timesteps[i] = switch (this) {
                case TRAILING -> Math.rint(levels - i * ((double) levels / steps)) - 1;
                case LEADING -> (double) left * stride + offset;
                // A single step of np.linspace is its first value, the lowest timestep.
                case LINSPACE -> steps == 1 ? 0 : left * ((levels - 1.0) / (steps - 1));
            };
        }
        return timesteps;
    }
}
