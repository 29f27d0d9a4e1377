package org.filmwright.production.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.filmwright.images.ImageTake;
import org.filmwright.images.recipe.Recipe;
import org.filmwright.production.find.Found.What;
import org.filmwright.review.Note;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.search.Findable;
import org.filmwright.search.Passage;
import org.filmwright.search.Passage.Weight;
import org.filmwright.story.Bible.Entry;
import org.filmwright.story.Bible.Fact;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;

/** A part of the film with its words. */
sealed interface FilmText extends Findable {
    Found.Place place();

    /** What it is called. */
    default String title() {
        return passages().stream()
                .filter(passage -> passage.role() == What.NAME)
                .map(Passage::text)
                .findFirst()
                .orElseGet(this::under);
    }

    /** What it belongs to where none of its own words is its name. */
    default String under() {
        return "";
    }

    @Override
    default String kind() {
        return place().kind().name();
    }

    /** What it says in sentences, as far as that may be meant by other words. */
    List<Passage> sentences();

    /** @param number of the element in the script @param heading of its scene */
    record Line(int number, Element element, Optional<String> speaker, String heading) implements FilmText {
        @Override
        public String key() {
            return "line " + number;
        }

        @Override
        public Found.Place place() {
            return new Found.InScript(element.line(), element.scene(), element.type(), speaker);
        }

        @Override
        public String under() {
            return heading;
        }

        @Override
        public List<Passage> passages() {
            Words words = new Words();
            boolean heads = element.type() == ElementType.SCENE_HEADING;
            words.add(heads ? What.NAME : What.LINE, heads ? Weight.NAME : Weight.TEXT, element.plain());
            words.add(What.SPEAKER, Weight.ASIDE, speaker.orElse(""));
            return words.all();
        }

        @Override
        public List<Passage> sentences() {
            return passages().stream().filter(passage -> passage.role() != What.SPEAKER).toList();
        }
    }

    /** @param looks how a person wants it to look */
    record OfBible(Entry entry, Optional<String> looks) implements FilmText {
        @Override
        public String key() {
            return entry.kind() + " " + entry.name();
        }

        @Override
        public Found.Place place() {
            return new Found.InBible(entry.kind(), entry.name());
        }

        @Override
        public List<Passage> passages() {
            Words words = new Words();
            words.add(What.NAME, Weight.NAME, entry.name());
            words.add(What.LOOKS, Weight.SAID, looks.orElse(""));
            words.add(What.LOOKS, Weight.TEXT, entry.descriptor());
            for (Fact fact : entry.facts()) {
                words.add(What.FACT, Weight.TEXT, fact.quote().contains(fact.words())
                        ? fact.quote()
                        : fact.words() + ": " + fact.quote());
            }
            return words.all();
        }

        /** What the script says of it are lines of the script. */
        @Override
        public List<Passage> sentences() {
            Words words = new Words();
            String looking = looks.orElse(entry.descriptor());
            boolean bare = looking.isBlank() || looking.equalsIgnoreCase(entry.name());
            words.add(bare ? What.NAME : What.LOOKS, Weight.TEXT, bare ? entry.name() : looking);
            return words.all();
        }
    }

    /** What a shot asks for, the same for all its takes. */
    record Asked(String label, String prompt, String negative) {}

    /** @param recipe what the file of a picture from outside tells */
    record OfTake(ImageTake take, Asked asked, Optional<Verdict> verdict, List<Note> notes,
            Optional<Recipe> recipe) implements FilmText {
        @Override
        public String key() {
            return take.id().value();
        }

        @Override
        public Found.Place place() {
            return new Found.OfTake(take, asked.label(), ruling());
        }

        /** Of takes that are as good, it stands before the others of its shot. */
        boolean isCircled() {
            return ruling() == Ruling.APPROVED;
        }

        private Ruling ruling() {
            return verdict.map(Verdict::ruling).orElse(Ruling.NEW);
        }

        @Override
        public List<Passage> passages() {
            Words words = new Words();
            words.add(What.NAME, Weight.NAME, asked.label() + ", take " + take.number());
            notes.forEach(note -> note.thread()
                    .forEach(remark -> words.add(What.NOTE, Weight.SAID, remark.text())));
            verdict.ifPresent(given -> {
                words.add(What.REASON, given.byPerson() ? Weight.SAID : Weight.MARK, given.reason());
                words.add(What.VERDICT, Weight.MARK, verdict(given));
            });
            words.add(What.PROMPT, Weight.TEXT, wanted());
            words.add(What.UNWANTED, Weight.TEXT, recipe.map(Recipe::negative).orElse(asked.negative()));
            words.add(What.MAKER, Weight.MARK, maker());
            words.add(What.FILE, Weight.ASIDE, take.media().digest().hex() + "." + take.media().extension());
            words.add(What.FILE, Weight.ASIDE, take.id().value());
            return words.all();
        }

        @Override
        public List<Passage> sentences() {
            return passages().stream()
                    .filter(passage -> passage.role() == What.NOTE || passage.role() == What.PROMPT
                            || passage.role() == What.REASON && passage.weight() == Weight.SAID)
                    .toList();
        }

        /** What was asked for. */
        Passage prompt() {
            return new Passage(What.PROMPT, Weight.TEXT, wanted());
        }

        private String wanted() {
            return recipe.map(Recipe::prompt).orElse(asked.prompt());
        }

        private static String verdict(Verdict given) {
            String ruling = switch (given.ruling()) {
                case NEW -> "";
                case APPROVED -> "approved, circled";
                case REJECTED -> "rejected";
                case CHANGES -> "changes requested";
            };
            int stars = given.marks().stars();
            return ruling + (stars == 0 ? "" : ", " + stars + (stars == 1 ? " star" : " stars"))
                    + given.marks().flaw().map(flaw -> ", " + flaw.name().toLowerCase(Locale.ROOT)).orElse("");
        }

        private String maker() {
            String model = recipe.flatMap(known -> known.settings().model()).map(", "::concat).orElse("");
            Supplier<Optional<Long>> own = () -> Optional.of(take.origin().seed()).filter(seed -> seed != 0);
            Optional<Long> seed = recipe.flatMap(known -> known.settings().seed()).or(own);
            return take.origin().generator() + model + seed.map(Long::toUnsignedString)
                    .map(", seed "::concat)
                    .orElse("");
        }
    }

    /** Passages with something in them. */
    final class Words {
        private final List<Passage> passages = new ArrayList<>();

        void add(What what, Weight weight, String text) {
            if (!text.isBlank()) {
                passages.add(new Passage(what, weight, text));
            }
        }

        List<Passage> all() {
            return List.copyOf(passages);
        }
    }
}
