package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.filmwright.production.Crew.Remark;
import org.filmwright.story.Bible;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Portrait;
import org.junit.jupiter.api.Test;

class RemarksTest {
    private static List<Remark> read(String answer) {
        return Remarks.of(Json.tree(answer), name -> name.equals("MARA")
                ? Optional.of(Kind.CHARACTER)
                : Optional.empty())
                .remarks();
    }

    @Test
    void howSomebodyOfTheBibleLooksCanBeTakenOverAndWhoIsNotInItIsOnlyTold() {
        List<Remark> said = read("""
                {"entries":[{"name":"MARA","looks":"ochre scarf, long dark coat","because":"30s, ochre scarf"},
                {"name":"NOBODY","looks":"grey hat over a grey face","because":"a hat"}]}""");
        assertEquals(Optional.of(new Portrait(Kind.CHARACTER, "MARA", "ochre scarf, long dark coat")),
                said.getFirst().look());
        assertEquals("ochre scarf, long dark coat\n30s, ochre scarf", said.getFirst().text());
        assertEquals(List.of(), said.stream().skip(1).flatMap(each -> each.look().stream()).toList());
        assertEquals(2, said.size(), said::toString);
    }

    @Test
    void theWorldOfTheFilmIsALookOfAllOfItAndItsRulesAreTold() {
        List<Remark> said = read("""
                {"world":{"looks":"quiet drama, 1950s","genre":"drama","technology":"Steam, and no screens at all",
                "rules":["Nothing supernatural."]}}""");
        assertEquals(Optional.of(new Portrait(Kind.WORLD, Bible.FILM, "quiet drama, 1950s")), said.getFirst().look());
        assertEquals(List.of("drama", "rules"), said.stream().skip(1).map(Remark::about).toList(), said::toString);
    }
}
