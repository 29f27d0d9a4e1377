package org.filmwright.story.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;
import org.filmwright.story.FountainReader;
import org.filmwright.story.FountainWriter;
import org.filmwright.story.Screenplay;
import org.filmwright.story.TitlePage;

/**
 * Makes a screenplay of prose by rule. What is told becomes action, word for word; what is said becomes dialogue under
 * the cue of whoever the words name; a scene begins where the words lead elsewhere, or to another time. People who enter
 * are written in capitals, with what the story says of them in brackets. Time is linear in the length of the story.
 */
public final class Adaptation {
    /** So many words of action stand together, at most, unless one sentence is longer. */
    private static final int TOGETHER = 45;
    /** {@code Lena, a girl of nine with a red scarf,} is how a screenplay introduces her, but for the brackets. */
    private static final Pattern BESIDES = Pattern.compile(", ((?:an?|the) [^,;:.!?()\u2014]{3,90}),");
    /** What is read out: {@code I there read the words which follow:} */
    private static final Pattern WRITTEN = Pattern.compile("\\bI\\b[^.!?]*:$");
    /** {@code got a plainclothes …}: nobody who is known. */
    private static final Pattern ANOTHER = Pattern.compile("\\b[Aa]n? (?:[\\p{L}-]+ ){0,2}$");
    private final Figures figures;
    private final Speakers speakers;
    private final Quotes quotes;
    private final List<Element> elements = new ArrayList<>();
    private final Set<String> entered = new HashSet<>();
    private final StringBuilder action = new StringBuilder();
    private Optional<Whereabouts.Spot> here = Optional.empty();
    private Optional<Whereabouts.Spot> mentioned = Optional.empty();
    private String time = "DAY";
    private boolean timed;
    private boolean due = true;
    private boolean later;
    private int scene;
    private String lastHeading = "";

    private Adaptation(Prose prose) {
        quotes = Quotes.of(prose.text());
        List<String> told = prose.blocks()
                .stream()
                .filter(Prose.Paragraph.class::isInstance)
                .flatMap(block -> quotes.split(((Prose.Paragraph) block).text()).stream())
                .filter(piece -> !piece.spoken())
                .flatMap(piece -> Sentences.of(piece.text()).stream())
                .toList();
        figures = new Figures(told);
        speakers = new Speakers(figures);
    }

    /** @param title where the story has none of its own */
    public static Screenplay byRule(Prose prose, String title) {
        Adaptation at = new Adaptation(prose);
        at.lookAhead(prose.blocks(), 0);
        for (int i = 0; i < prose.blocks().size(); i++) {
            switch (prose.blocks().get(i)) {
                case Prose.Paragraph(String text) -> at.paragraph(text);
                case Prose.Chapter(String name) -> at.part(prose.blocks(), i, Optional.of(name));
                case Prose.Gap _ -> at.part(prose.blocks(), i, Optional.empty());
            }
        }
        at.flush();
        List<TitlePage.Entry> page = new ArrayList<>();
        page.add(new TitlePage.Entry("Title", List.of(prose.title().orElse(title))));
        page.add(new TitlePage.Entry("Credit", List.of("Adapted from the prose, by rule")));
        prose.author().ifPresent(author -> page.add(new TitlePage.Entry("Author", List.of(author))));
        return FountainReader.read(FountainWriter.compose(new TitlePage(page), at.elements));
    }

    /** A chapter or a gap: a new scene, wherever its first paragraphs say. */
    private void part(List<Prose.Block> blocks, int at, Optional<String> name) {
        flush();
        name.ifPresent(title -> elements.add(new Element(ElementType.SECTION, title, new Element.Depth(1), scene, 0)));
        due = true;
        timed = false;
        lookAhead(blocks, at + 1);
        speakers.newScene();
    }

    /** Where the next paragraphs play, so that the first heading does not have to guess. */
    private void lookAhead(List<Prose.Block> blocks, int from) {
        Optional<Whereabouts.Spot> first = blocks.stream()
                .skip(from)
                .limit(6)
                .takeWhile(Prose.Paragraph.class::isInstance)
                .flatMap(block -> quotes.split(((Prose.Paragraph) block).text()).stream())
                .filter(piece -> !piece.spoken())
                .flatMap(piece -> Sentences.of(piece.text()).stream())
                .flatMap(sentence -> Whereabouts.of(sentence).spot().stream())
                .findFirst();
        here = first.or(() -> here);
    }

    private void paragraph(String text) {
        List<Quotes.Piece> pieces = new ArrayList<>(quotes.split(text));
        Optional<String> speaker = Optional.empty();
        Optional<String> acting = Optional.empty();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).spoken()) {
                speaker = Optional.of(spoken(pieces, i, speaker, acting));
            } else {
                Optional<String> subject = told(pieces.get(i).text(), i == 0);
                acting = subject.isPresent() ? subject : acting;
            }
        }
        flush();
    }

    /**
     * Writes a speech, and takes the tag that names its speaker out of the words behind it.
     *
     * @param before who spoke last in the paragraph @param acting whom what is told between its speeches is about
     * @return who speaks
     */
    private String spoken(List<Quotes.Piece> pieces, int at, Optional<String> before, Optional<String> acting) {
        String words = pieces.get(at).text();
        Optional<SpeechTag> behind = at + 1 < pieces.size() && !pieces.get(at + 1).spoken()
                ? SpeechTag.after(words, pieces.get(at + 1).text())
                : Optional.empty();
        Optional<SpeechTag> tag = behind.isEmpty() && at > 0 ? SpeechTag.before(pieces.get(at - 1).text()) : behind;
        boolean readOut = tag.isEmpty() && at > 0 && WRITTEN.matcher(pieces.get(at - 1).text()).find();
        String who = tag.map(SpeechTag::subject)
                .map(subject -> before.filter(_ -> Speakers.isPronoun(subject))
                        .orElseGet(() -> speakers.named(subject)))
                .or(() -> Optional.of(Speakers.NARRATOR).filter(_ -> readOut))
                .or(() -> before)
                .or(() -> acting)
                .orElseGet(() -> ahead(pieces, speakers));
        say(who, words, tag.orElse(SpeechTag.NONE), behind.isPresent());
        behind.ifPresent(each -> {
            String rest = pieces.get(at + 1).text().substring(each.length()).strip();
            pieces.set(at + 1, new Quotes.Piece(rest, false));
            if (!each.done().isEmpty()) {
                told(each.done(), false);
            }
        });
        return who;
    }

    /** A tag further on in the paragraph names who has been speaking all along. */
    private static String ahead(List<Quotes.Piece> pieces, Speakers speakers) {
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i - 1).spoken() && !pieces.get(i).spoken()) {
                Optional<SpeechTag> tag = SpeechTag.after(pieces.get(i - 1).text(), pieces.get(i).text());
                if (tag.isPresent()) {
                    return speakers.named(tag.get().subject());
                }
            }
        }
        return speakers.other();
    }

    /** @return whom the last sentence is about */
    private Optional<String> told(String text, boolean opens) {
        Optional<String> subject = Optional.empty();
        boolean first = opens;
        for (String sentence : Sentences.of(text)) {
            place(sentence, first);
            Optional<String> acting = speakers.told(sentence);
            subject = acting.isPresent() ? acting : subject;
            String written = ended(marked(sentence));
            if (!action.isEmpty() && Sentences.words(action + " " + written).size() > TOGETHER) {
                flush();
            }
            action.append(action.isEmpty() ? "" : " ").append(written);
            first = false;
        }
        return subject;
    }

    /** A new scene, where a sentence leads elsewhere or to another time. */
    private void place(String sentence, boolean opens) {
        Whereabouts.Sense sense = Whereabouts.of(sentence);
        Optional<Whereabouts.Spot> spot = sense.spot()
                .or(() -> sense.turned().flatMap(out -> mentioned.or(() -> here).map(known -> known.turned(out))));
        boolean goes = spot.isPresent() && !spot.equals(here)
                && (sense.moves() || sense.turned().isPresent() || opens || here.isEmpty() || sense.jumps());
        boolean passes = sense.jumps() && (sense.time().isEmpty() || !sense.time().get().equals(time) || timed);
        boolean began = scene > 0;
        if (goes || passes && began) {
            due = true;
            later = passes && sense.time().isEmpty();
            timed = timed && !passes;
        }
        if (goes) {
            here = spot;
        }
        sense.spot().ifPresent(each -> mentioned = Optional.of(each));
        if (sense.time().isPresent() && (!timed || due)) {
            time = sense.time().get();
            timed = true;
            if (!due && began) {
                retime();
            }
        }
        heading();
    }

    /** The first sentences of a scene may say its time only after its heading was written. */
    private void retime() {
        for (int i = elements.size() - 1; i >= 0; i--) {
            Element element = elements.get(i);
            if (element.type() == ElementType.SCENE_HEADING) {
                elements.set(i,
                        new Element(element.type(), spot().heading(time), element.detail(), element.scene(), 0));
                return;
            }
        }
    }

    private Whereabouts.Spot spot() {
        return here.orElse(new Whereabouts.Spot("somewhere", true));
    }

    private void heading() {
        if (!due) {
            return;
        }
        flush();
        due = false;
        String plain = spot().heading(time);
        boolean again = plain.equals(lastHeading) && !elements.isEmpty()
                && elements.getLast().type() == ElementType.ACTION;
        String text = later || again ? spot().heading("LATER") : plain;
        lastHeading = plain;
        later = false;
        if (!elements.isEmpty() && elements.getLast().type() == ElementType.SCENE_HEADING) {
            elements.removeLast();
            scene--;
        }
        elements.add(new Element(ElementType.SCENE_HEADING, text, Element.Detail.NONE, ++scene, 0));
        timed = timed && text.endsWith(time);
    }

    private void say(String who, String words, SpeechTag tag, boolean tagged) {
        heading();
        flush();
        speakers.speaks(who);
        boolean ends = !tagged || !words.endsWith(",");
        String text = ends ? words : words.substring(0, words.length() - 1) + ".";
        boolean goesOn = !elements.isEmpty() && elements.getLast().type() == ElementType.DIALOGUE && who.equals(cue())
                && tag.manner().isEmpty();
        if (goesOn) {
            Element last = elements.removeLast();
            boolean middle = Character.isLowerCase(text.codePointAt(0));
            String before = middle && last.text().endsWith(".")
                    ? last.text().substring(0, last.text().length() - 1) + ","
                    : last.text();
            elements.add(new Element(ElementType.DIALOGUE, before + " " + text, Element.Detail.NONE, scene, 0));
            return;
        }
        Optional<String> extension = Optional.of("V.O.").filter(_ -> tag.thought());
        elements.add(new Element(ElementType.CHARACTER, who, new Element.Cue(extension, false), scene, 0));
        if (!tag.manner().isEmpty()) {
            elements.add(
                    new Element(ElementType.PARENTHETICAL, "(" + tag.manner() + ")", Element.Detail.NONE, scene, 0));
        }
        elements.add(new Element(ElementType.DIALOGUE, text, Element.Detail.NONE, scene, 0));
    }

    private String cue() {
        return elements.reversed()
                .stream()
                .filter(element -> element.type() == ElementType.CHARACTER)
                .findFirst()
                .map(Element::text)
                .orElse("");
    }

    /** Whoever enters stands in capitals, with what is said of them; who is called by what they are, with a capital. */
    private String marked(String sentence) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Figures.Mention mention : figures.mentions(sentence)) {
            if (mention.from() < at) {
                continue;
            }
            String words = sentence.substring(mention.from(), mention.to());
            Figure who = mention.who();
            text.append(sentence, at, mention.from());
            boolean somebodys = sentence.startsWith("'s", mention.to()) || sentence.startsWith("\u2019s", mention.to());
            boolean other = who.isRole() && entered.contains(who.name()) && ANOTHER.matcher(text).find();
            if (!somebodys && entered.add(who.name())) {
                Matcher besides = BESIDES.matcher(sentence).region(mention.to(), sentence.length());
                boolean told = !who.isRole() && besides.lookingAt()
                        && Sentences.words(besides.group(1)).stream().anyMatch(Lexicon.ROLES::contains);
                String said = told ? who.introduction(besides.group(1)) : who.introduction();
                text.append(words.toUpperCase(Locale.ROOT)).append(said.isEmpty() ? "" : " (" + said + ")");
                at = told ? besides.end(1) + 1 : mention.to();
                continue;
            } else {
                text.append(who.isRole() && !other ? capitals(words) : words);
            }
            at = mention.to();
        }
        return text.append(sentence.substring(at)).toString();
    }

    /** What led into a speech ends before it. */
    private static String ended(String sentence) {
        return sentence.endsWith(",") ? sentence.substring(0, sentence.length() - 1) + "." : sentence;
    }

    private static String capitals(String words) {
        return Arrays.stream(words.split(" ")).map(Sentences::capitalised).collect(Collectors.joining(" "));
    }

    private void flush() {
        if (!action.isEmpty()) {
            elements.add(new Element(ElementType.ACTION, action.toString(), Element.Detail.NONE, scene, 0));
            action.setLength(0);
        }
    }
}
