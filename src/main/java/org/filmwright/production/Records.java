package org.filmwright.production;

import org.filmwright.clips.Clips;
import org.filmwright.history.History;
import org.filmwright.images.Takes;
import org.filmwright.review.Verdicts;
import org.filmwright.story.Scripts;
import org.filmwright.timeline.Cuts;

/** What a project remembers, as the ports of its stages. */
public record Records(Scripts scripts, Takes takes, Verdicts verdicts, Clips clips, Cuts cuts, History history,
        Vault vault) {}
