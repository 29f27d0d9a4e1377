package org.filmwright.agents;

/** What came of reading an agent's file. */
public sealed interface AgentReading {
    record Read(Agent agent) implements AgentReading {}

    /** @param file as messages name it; @param line from 1 */
    record Refused(String file, int line, String reason) implements AgentReading {
        public String sentence() {
            return file + ", line " + line + ": " + reason;
        }
    }
}
