/**
 * The cut: which shot is seen when, how one follows the other, what is read below. Time is whole frames. Pure functions.
 */
package org.filmwright.timeline;
