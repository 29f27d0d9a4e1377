package org.filmwright.production.sense;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Companions;
import org.filmwright.generate.Companions.Skill;
import org.filmwright.search.VectorFile;
import org.filmwright.search.Vectors;

/**
 * What one model of likeness or of meaning says, and what it has said before. Calls that ask the model block.
 *
 * @param version of the model
 */
public record Space(Companions companions, Skill skill, String version, VectorFile remembered) {
    /** So many texts are asked for at once. */
    private static final int TEXTS = 32;

    public Vectors vectors() {
        return remembered.vectors();
    }

    /** The vectors of texts, in their order; nothing is remembered. */
    public Outcome<List<float[]>> of(List<String> texts, Progress progress) {
        return checked(texts.size(), skill == Skill.MEANING
                ? companions.meaning(texts, progress)
                : companions.likenessOfWords(texts, progress));
    }

    /** Remembers texts by their digests, some at a time; those that are remembered already are not asked for. */
    public Outcome<Integer> learn(Map<Digest, String> texts, Progress progress) {
        List<Digest> missing = texts.keySet().stream().filter(each -> !vectors().holds(each.hex())).toList();
        for (int from = 0; from < missing.size(); from += TEXTS) {
            progress.checkCancelled();
            progress.report((double) from / missing.size(), "");
            List<Digest> some = missing.subList(from, Math.min(missing.size(), from + TEXTS));
            if (of(some.stream().map(texts::get).toList(), progress)
                    .then(found -> remember(some, found)) instanceof Outcome.Failed<Integer> failed) {
                return failed;
            }
        }
        return Outcome.ok(missing.size());
    }

    /** Remembers pictures by their digests. @param files of {@code pictures}, in their order */
    public Outcome<Integer> see(List<Digest> pictures, List<Path> files, Progress progress) {
        return checked(files.size(), companions.likenessOfPictures(files, progress))
                .then(found -> remember(pictures, found));
    }

    private Outcome<Integer> remember(List<Digest> names, List<float[]> found) {
        Map<String, float[]> fresh = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            fresh.put(names.get(i).hex(), found.get(i));
        }
        remembered.put(fresh);
        return Outcome.ok(names.size());
    }

    /** What a model says may be anything. */
    private Outcome<List<float[]>> checked(int asked, Outcome<List<float[]>> answer) {
        return answer.then(found -> found.size() == asked && found.stream().allMatch(vectors()::fits)
                ? Outcome.ok(new ArrayList<>(found))
                : Outcome.failed(new Failure.Misconfigured("The model " + (skill == Skill.MEANING
                        ? "that knows what sentences mean"
                        : "that compares pictures with words") + " answered something else than vectors of length 1.",
                        "Remove it on the models page, or add it again.")));
    }
}
