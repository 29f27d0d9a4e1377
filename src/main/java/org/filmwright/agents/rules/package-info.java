/** What the house's own rules know about a story, for agents that no generator writes for. Pure. */
package org.filmwright.agents.rules;
