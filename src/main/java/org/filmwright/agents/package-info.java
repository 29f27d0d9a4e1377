/** The crew: agents are data, {@link org.filmwright.agents.WritersRoom} runs them all; rules stand in for writers. */
package org.filmwright.agents;
