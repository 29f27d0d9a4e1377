package org.filmwright.production;

/**
 * What one step of the main job is asked to do.
 *
 * @param shot id of the shot; empty for steps of the whole film or a scene
 * @param number of the take (draw) or scene (deliver); 0 for the others
 */
record StepOrder(MakeOrder make, String shot, int number) {
    static StepOrder film(MakeOrder make) {
        return new StepOrder(make, "", 0);
    }
}
