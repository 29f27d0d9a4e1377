/** Workflows as data: what a definition says, checked once when it is read, and which steps follow from it. Pure. */
package org.filmwright.engine.flow;
