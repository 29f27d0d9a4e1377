package org.filmwright.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.filmwright.story.Bible.Entry;
import org.filmwright.story.Bible.Fact;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Bible.Topic;

/** Keeps the bible of a film by rule: reads the script once, and notes what it says about whom and where. */
public final class ScriptSupervisor {
    private static final Pattern KIN = Pattern.compile("\\b(?:([\\p{L}][\\p{L}-]+)['\u2019]s|his|her|their) "
            + "(?:(?:older|younger|elder|little|big|twin|late|dead|old|best|ex-) ?)*(mother|father|sister|brother|son"
            + "|daughter|wife|husband|friend|partner|boss|uncle|aunt|cousin|grandmother|grandfather|lover|neighbour|neighbor"
            + "|teacher|boy|girl)\\b", Pattern.CASE_INSENSITIVE);
    /** Keys of a title page that say in which world the film plays. */
    private static final Set<String> OF_THE_WORLD = Set.of("genre", "tone", "style", "period", "era", "year", "world",
            "setting", "technology", "magic", "rules");
    private static final int DETAILS = 6;
    private final ShotPlan plan;
    private final Cast cast;
    private final Map<String, List<Fact>> people = new LinkedHashMap<>();
    private final Map<String, List<Fact>> places = new LinkedHashMap<>();
    private final Map<String, List<Fact>> props = new LinkedHashMap<>();
    private final List<Fact> world;
    private final Map<String, String> carried = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> manners = new LinkedHashMap<>();
    private final List<String> lately = new ArrayList<>();

    private ScriptSupervisor(Screenplay screenplay, ShotPlan plan) {
        this.plan = plan;
        cast = new Cast(SceneText.of(screenplay));
        cast.people().forEach(person -> people.put(person.name(), new ArrayList<>()));
        world = world(screenplay.titlePage());
        plan.scenes().forEach(scene -> places.computeIfAbsent(scene.place().location(), _ -> new ArrayList<>()));
        things(screenplay).forEach(thing -> props.put(thing, new ArrayList<>()));
    }

    /** @param plan of the same screenplay */
    public static Bible bible(Screenplay screenplay, ShotPlan plan) {
        ScriptSupervisor at = new ScriptSupervisor(screenplay, plan);
        int scene = 0;
        for (Element element : screenplay.elements()) {
            if (element.scene() != scene) {
                scene = element.scene();
                at.lately.clear();
            }
            if (scene > 0) {
                at.read(element);
            }
        }
        return at.written();
    }

    /** What the title page says of the film's world; it stands before the first scene. */
    private static List<Fact> world(TitlePage page) {
        return page.entries()
                .stream()
                .filter(entry -> OF_THE_WORLD.contains(entry.key().strip().toLowerCase(Locale.ROOT)))
                .map(entry -> String.join(" ", entry.values()).strip())
                .filter(words -> !words.isEmpty())
                .map(words -> new Fact(Topic.WORLD, words, words, 1, 1))
                .toList();
    }

    private Set<String> things(Screenplay screenplay) {
        Set<String> things = new LinkedHashSet<>();
        screenplay.elements()
                .stream()
                .filter(element -> element.type() == ElementType.ACTION && element.scene() > 0)
                .flatMap(element -> Words.sentences(Words.joined(element.plain())).stream())
                .forEach(sentence -> things.addAll(Moment.of(sentence, cast, new ArrayList<>()).things()));
        return things;
    }

    private void read(Element element) {
        switch (element.type()) {
            case ACTION -> Words.sentences(Words.joined(element.plain()))
                    .forEach(sentence -> action(sentence, element));
            case CHARACTER -> {
                List<String> speakers = SceneText.speakers(element);
                Moment.mention(speakers, lately);
                if (SceneText.unseen(element)) {
                    speakers.forEach(name -> manner(name, "heard, not seen"));
                }
            }
            case PARENTHETICAL -> {
                String words = element.plain().replaceAll("^\\(|\\)$", "").strip().toLowerCase(Locale.ROOT);
                if (!lately.isEmpty() && !words.isEmpty() && Words.count(words) <= 3) {
                    manner(lately.getLast(), words);
                }
            }
            default -> {
            }
        }
    }

    private void manner(String name, String words) {
        manners.computeIfAbsent(name, _ -> new LinkedHashMap<>()).merge(words, 1, Integer::sum);
    }

    private void action(String sentence, Element at) {
        Moment moment = Moment.of(sentence, cast, lately);
        introductions(sentence, at);
        moment.subject()
                .filter(people::containsKey)
                .ifPresent(name -> Observation.of(sentence, small(props.keySet()))
                        .forEach(seen -> note(name, seen, sentence, at)));
        props.keySet()
                .stream()
                .filter(thing -> Words.lower(sentence).containsAll(Words.lower(thing)))
                .forEach(thing -> props.get(thing).add(fact(Topic.DETAIL, "", sentence, at)));
        if (moment.people().isEmpty()) {
            String place = plan.scenes().get(at.scene() - 1).place().location();
            places.get(place).add(fact(Topic.DETAIL, "", sentence, at));
        }
    }

    private void introductions(String sentence, Element at) {
        Capitals.runs(sentence)
                .stream()
                .filter(run -> people.containsKey(run.words()))
                .forEach(run -> Capitals.introduction(run.after()).ifPresent(words -> {
                    people.get(run.words()).add(fact(Topic.LOOK, words, sentence, at));
                    kin(run.words(), words, sentence, at);
                }));
        if (Words.lower(sentence).contains("is")) {
            cast.named(sentence).stream().limit(1).forEach(name -> kin(name, sentence, sentence, at));
        }
    }

    private void kin(String name, String words, String sentence, Element at) {
        Matcher found = KIN.matcher(words);
        if (found.find() && people.containsKey(name)
                && !name.equalsIgnoreCase(found.group(1) == null ? "" : found.group(1))) {
            people.get(name).add(fact(Topic.RELATION, found.group().toLowerCase(Locale.ROOT), sentence, at));
        }
    }

    /** What is put down must have been held. */
    private void note(String name, Observation seen, String sentence, Element at) {
        boolean carries = seen.topic() == Topic.CARRIES;
        if (!carries || !seen.words().equals(carried.getOrDefault(name, ""))) {
            people.get(name).add(fact(seen.topic(), seen.words(), sentence, at));
            if (carries) {
                carried.put(name, seen.words());
            }
        }
    }

    private static Fact fact(Topic topic, String words, String sentence, Element at) {
        return new Fact(topic, words, sentence, at.scene(), at.line());
    }

    private static List<String> small(Set<String> things) {
        return things.stream().map(thing -> thing.toLowerCase(Locale.ROOT)).toList();
    }

    private Bible written() {
        List<Entry> entries = new ArrayList<>();
        if (!plan.scenes().isEmpty()) {
            entries.add(new Entry(Kind.WORLD, Bible.FILM, "", List.of(), world));
        }
        cast.people().forEach(person -> entries.add(character(person)));
        Map<String, List<Scene>> scenes = plan.scenes()
                .stream()
                .collect(Collectors.groupingBy(scene -> scene.place().location(), LinkedHashMap::new,
                        Collectors.toList()));
        scenes.forEach((name, there) -> entries.add(location(name, there)));
        props.forEach((name, facts) -> entries.add(prop(name, facts)));
        return new Bible(entries);
    }

    private Entry character(Person person) {
        List<Fact> facts = people.get(person.name());
        List<Integer> scenes = plan.scenes()
                .stream()
                .filter(scene -> scene.characters().contains(person.name()))
                .map(Scene::number)
                .toList();
        manners.getOrDefault(person.name(), Map.of())
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1 || entry.getKey().startsWith("heard"))
                .forEach(entry -> facts.add(new Fact(Topic.VOICE, entry.getKey(),
                        entry.getValue() == 1 ? "once" : entry.getValue() + " times",
                        scenes.isEmpty() ? 1 : scenes.getFirst(), 0)));
        return new Entry(Kind.CHARACTER, person.name(), person.description(), scenes, facts);
    }

    private Entry location(String name, List<Scene> there) {
        List<Fact> facts = places.get(name).stream().limit(DETAILS).toList();
        String light = there.stream()
                .map(scene -> scene.place().time().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        String setting = there.getFirst().place().setting().name().replace('_', '/').toLowerCase(Locale.ROOT);
        String first = facts.isEmpty() ? "" : facts.getFirst().quote();
        return new Entry(Kind.LOCATION, name, (setting + ", " + light + ". " + first).strip(),
                there.stream().map(Scene::number).toList(), facts);
    }

    private Entry prop(String name, List<Fact> facts) {
        TreeSet<Integer> scenes = facts.stream().map(Fact::scene).collect(Collectors.toCollection(TreeSet::new));
        return new Entry(Kind.PROP, name, name.toLowerCase(Locale.ROOT), List.copyOf(scenes),
                facts.stream().limit(DETAILS).toList());
    }
}
