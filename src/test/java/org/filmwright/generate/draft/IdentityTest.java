package org.filmwright.generate.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.people.Expression;
import org.filmwright.generate.draft.people.Identity;
import org.filmwright.generate.draft.people.Stance;
import org.filmwright.generate.draft.people.StanceWords;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static Identity of(String name, String description, String doing) {
        return Identity.of(new Staging.Person(name, description, true, doing, "", Optional.empty()));
    }

    @Test
    void somebodyLooksTheSameInEveryShot() {
        assertEquals(of("NADIA", "", "runs"), of("NADIA", "", "sits quietly"));
        assertNotEquals(of("NADIA", "", "").features(), of("NADIM", "", "").features());
    }

    @Test
    void theScriptsWordsDecideTheClothes() {
        Identity mara = of("MARA", "30s, ochre scarf, long dark coat, long black hair", "");
        assertEquals(Identity.Coat.LONG_COAT, mara.coat());
        assertEquals(Identity.Hair.LONG, mara.hair());
        assertTrue(mara.scarf().orElseThrow().r() > .7 && mara.woman());
        Identity tobias = of("TOBIAS", "50s, broad, teal work jacket, flat cap, grey stubble", "");
        assertEquals(Identity.Hat.CAP, tobias.hat());
        assertTrue(tobias.coatTone().b() > tobias.coatTone().r() && tobias.beard() > 0 && tobias.width() > 1.1);
        assertTrue(tobias.scarf().isEmpty(),
                "nobody gets a scarf the script does not give them when their clothes are told");
        assertEquals(Identity.Age.CHILD, of("PIET", "a boy of 9 in a yellow raincoat", "").age());
        assertEquals(Identity.Age.OLD, of("IDA", "70s, white hair, green shawl", "").age());
        assertEquals(Identity.Hair.BALD, of("VITO", "bald, 60", "").hair());
    }

    @Test
    void verbsBecomePoses() {
        assertEquals(Stance.RUN, StanceWords.stance("pushes the letter under her jacket and runs.", false));
        assertEquals(Stance.CROUCH,
                StanceWords.stance("pulls herself over the edge and crouches among the chimneys", false));
        assertEquals(Stance.WORK, StanceWords.stance("leans over the crate and writes", false));
        assertEquals(Stance.LEAN, StanceWords.stance("leans on the rail", false));
        assertEquals(Stance.STAND, StanceWords.stance("does not run", false));
        assertEquals(Stance.TALK, StanceWords.stance("", true));
        assertTrue(StanceWords.looksBack("She looks back over her shoulder."));
    }

    @Test
    void moodsBecomeFaces() {
        assertEquals(Expression.SAD, Expression.of("quietly ?", ""));
        assertEquals(Expression.GLAD, Expression.of("", "She smiles."));
        assertEquals(Expression.ANGRY, Expression.of("bitter", ""));
        assertEquals(Expression.CALM, Expression.of("", ""));
    }
}
