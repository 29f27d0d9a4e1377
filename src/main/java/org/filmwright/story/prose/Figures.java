package org.filmwright.story.prose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everybody in a story: found in one reading, from names that act and from people who are only called what they are. */
final class Figures {
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "his", "her", "my", "their", "our", "this",
            "that", "old", "young");
    private static final int NEAR = 3;
    private final Map<String, Figure> names = new LinkedHashMap<>();
    private final Map<String, List<Figure>> roles = new LinkedHashMap<>();
    private final Map<String, List<Figure>> byWord = new HashMap<>();
    private final Set<String> small = new HashSet<>();
    private Optional<Figure> lastSubject = Optional.empty();

    /** A mention of somebody. @param from place of the first, @param to behind the last letter */
    record Mention(Figure who, int from, int to) {}

    /** @param told every sentence that is not spoken */
    Figures(List<String> told) {
        told.forEach(sentence -> Token.in(sentence)
                .stream()
                .filter(token -> !token.capital())
                .forEach(token -> small.add(token.lower())));
        told.forEach(this::collect);
        names.values().removeIf(figure -> !figure.isSomebody());
        merge();
        names.values()
                .forEach(figure -> figure.words()
                        .forEach(word -> byWord
                                .computeIfAbsent(word.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                                .add(figure)));
        roles.values().forEach(list -> list.removeIf(figure -> !figure.isSomebody()));
        names.values().forEach(this::alsoByTitle);
        told.forEach(this::learn);
    }

    /** PRINCE PROSPERO is the prince. */
    private void alsoByTitle(Figure figure) {
        String title = figure.words().getFirst().toLowerCase(Locale.ROOT);
        if (figure.words().size() > 1 && Lexicon.TITLES.contains(title) && Lexicon.ROLES.contains(title)) {
            roles.put(title, List.of(figure));
        }
    }

    private void collect(String sentence) {
        List<Token> tokens = Token.in(sentence).stream().map(Token::bare).toList();
        for (int i = 0; i < tokens.size(); i++) {
            int end = nameEnd(tokens, i);
            if (end > i) {
                name(tokens, i, end);
                i = end - 1;
            } else if (Lexicon.ROLES.contains(tokens.get(i).lower()) && articled(tokens, i)) {
                Optional<Integer> called = calledName(tokens, i);
                if (called.isPresent()) {
                    appointed(tokens, i, called.get());
                } else {
                    role(tokens, i);
                }
            }
        }
    }

    /** Where the run of capital words that begins here ends; {@code from} itself where none does. */
    private int nameEnd(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size() && end < from + 4 && isName(tokens, end)
                && (end == from || tokens.get(end).before().matches(" |\\. "))) {
            end++;
        }
        boolean onlyTitles = tokens.subList(from, end)
                .stream()
                .allMatch(token -> Lexicon.TITLES.contains(token.lower()));
        return onlyTitles ? from : end;
    }

    private boolean isName(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean first = at == 0;
        return token.capital() && token.text().length() > 1 && token.text().indexOf('\'') < 0
                && token.text().indexOf('\u2019') < 0
                && !Lexicon.NO_NAMES.contains(token.lower()) && !Whereabouts.isPlace(token.lower())
                && (Lexicon.TITLES.contains(token.lower()) && at + 1 < tokens.size() && tokens.get(at + 1).capital()
                        || !Lexicon.ROLES.contains(token.lower()))
                && (!first || !small.contains(token.lower()));
    }

    private void name(List<Token> tokens, int from, int end) {
        List<String> words = tokens.subList(from, end).stream().map(Token::text).toList();
        Figure figure = names.computeIfAbsent(String.join(" ", words).toLowerCase(Locale.ROOT),
                _ -> new Figure(words, false));
        String before = from > 0 ? tokens.get(from - 1).lower() : "";
        boolean titled = words.size() > 1 && Lexicon.TITLES.contains(words.getFirst().toLowerCase(Locale.ROOT));
        int hint = titled ? 2 : 0;
        hint += acts(tokens, end) ? 2 : 0;
        hint += Lexicon.MEETING.contains(before) ? 1 : 0;
        hint -= Lexicon.PLACED.contains(before) || before.equals("the") ? 2 : 0;
        boolean aged = before.equals("old") || before.equals("young");
        figure.describe(aged ? List.of(before) : List.of());
        figure.hint(hint + (aged ? 2 : 0));
    }

    /** Whether what follows is something that somebody does, an adverb or an apposition in between. */
    private static boolean acts(List<Token> tokens, int at) {
        for (int i = at; i < Math.min(tokens.size(), at + 2); i++) {
            if (Lexicon.DOING.contains(tokens.get(i).lower())) {
                return true;
            }
            if (!tokens.get(i).lower().endsWith("ly")) {
                return false;
            }
        }
        return false;
    }

    private static boolean articled(List<Token> tokens, int at) {
        for (int i = at - 1; i >= Math.max(0, at - NEAR); i--) {
            if (ARTICLES.contains(tokens.get(i).lower())) {
                return true;
            }
            if (!tokens.get(i + 1).before().matches("[ ,]+")) {
                return false;
            }
        }
        return false;
    }

    private void role(List<Token> tokens, int at) {
        List<String> adjectives = adjectives(tokens, at);
        String head = tokens.get(at).lower();
        boolean introduced = at - adjectives.size() > 0
                && Set.of("a", "an").contains(tokens.get(at - adjectives.size() - 1).lower());
        List<Figure> known = roles.computeIfAbsent(head, _ -> new ArrayList<>());
        Optional<Figure> same = known.stream().filter(each -> adjectives.stream().anyMatch(each::isCalled)).findFirst();
        boolean another = introduced && !known.isEmpty() && !adjectives.isEmpty() && same.isEmpty();
        Figure figure = another
                ? new Figure(List.of(adjectives.getLast(), head), true)
                : same.or(() -> known.stream().findFirst()).orElseGet(() -> new Figure(List.of(head), true));
        if (!known.contains(figure)) {
            known.add(figure);
        }
        if (introduced || figure.mentions() == 0) {
            figure.describe(adjectives);
        }
        boolean opens = tokens.subList(0, at).stream().noneMatch(token -> Lexicon.DOING.contains(token.lower()));
        figure.hint((acts(tokens, at + 1) ? 2 : 0) + (introduced ? opens ? 2 : 1 : 0));
    }

    /** Where the name begins in {@code a boy called Pip}, {@code the clockmaker Josef}. */
    private Optional<Integer> calledName(List<Token> tokens, int role) {
        boolean word = role + 1 < tokens.size() && Set.of("called", "named").contains(tokens.get(role + 1).lower());
        int at = word ? role + 2 : role + 1;
        boolean close = at < tokens.size() && tokens.get(at).before().equals(" ");
        return close && nameEnd(tokens, at) > at ? Optional.of(at) : Optional.empty();
    }

    /** What somebody is said to be who has a name. */
    private void appointed(List<Token> tokens, int role, int name) {
        List<String> words = tokens.subList(name, nameEnd(tokens, name)).stream().map(Token::text).toList();
        Figure figure = names.computeIfAbsent(String.join(" ", words).toLowerCase(Locale.ROOT),
                _ -> new Figure(words, false));
        String what = tokens.get(role).lower();
        List<String> looks = new ArrayList<>(adjectives(tokens, role));
        looks.add(what);
        figure.describe(looks);
        figure.is(what);
        figure.hint(2);
    }

    /** The words between an article and a noun that do not do anything. */
    static List<String> adjectives(List<Token> tokens, int at) {
        List<String> found = new ArrayList<>();
        for (int i = at - 1; i >= Math.max(0, at - NEAR) && tokens.get(i + 1).before().matches("[ ,]+"); i--) {
            String word = tokens.get(i).lower();
            if (ARTICLES.contains(word) && !word.equals("old") && !word.equals("young")
                    || Lexicon.NO_NAMES.contains(word) || Lexicon.DOING.contains(word)) {
                break;
            }
            found.addFirst(word);
        }
        return found;
    }

    /** JIMMY and JIMMY WELLS are one, where there is only one Jimmy. */
    private void merge() {
        for (Figure shorter : List.copyOf(names.values())) {
            List<Figure> longer = names.values()
                    .stream()
                    .filter(each -> each.words().size() > shorter.words().size()
                            && each.words().containsAll(shorter.words()))
                    .toList();
            if (longer.size() == 1) {
                longer.getFirst().hint(shorter.mentions());
                names.values().remove(shorter);
            }
        }
    }

    /** Who is a he and who is a she, by the pronouns of the sentence that names only them. */
    private void learn(String sentence) {
        List<Mention> mentions = mentions(sentence);
        List<Figure> named = mentions.stream().map(Mention::who).distinct().toList();
        List<Token> tokens = Token.in(sentence);
        int first = mentions.isEmpty() ? sentence.length() : mentions.getFirst().from();
        Optional<Boolean> before = sex(tokens.stream().filter(token -> token.start() < first).toList());
        if (before.isPresent()) {
            lastSubject.ifPresent(who -> who.meant(before.get()));
        } else if (named.size() == 1) {
            sex(tokens).ifPresent(he -> named.getFirst().meant(he));
        }
        lastSubject = named.stream().findFirst().filter(_ -> before.isEmpty()).or(() -> lastSubject);
    }

    private static Optional<Boolean> sex(List<Token> tokens) {
        boolean he = tokens.stream().anyMatch(token -> Set.of("he", "his", "himself").contains(token.lower()));
        boolean she = false;
        for (int i = 0; i < tokens.size(); i++) {
            boolean owns = tokens.get(i).lower().equals("her") && i + 1 < tokens.size()
                    && tokens.get(i + 1).before().equals(" ") && !Lexicon.NO_NAMES.contains(tokens.get(i + 1).lower());
            she |= owns || Set.of("she", "herself").contains(tokens.get(i).lower());
        }
        return he == she ? Optional.empty() : Optional.of(he);
    }

    /** Those whom a sentence mentions by name or by what they are, in its order. */
    List<Mention> mentions(String sentence) {
        List<Token> tokens = Token.in(sentence).stream().map(Token::bare).toList();
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int at = i;
            boolean titled = i + 1 < tokens.size() && tokens.get(i).capital() && tokens.get(i + 1).capital()
                    && Lexicon.TITLES.contains(tokens.get(i).lower());
            Optional<Figure> named = tokens.get(i).capital()
                    ? named(tokens.get(titled ? i + 1 : i).lower())
                    : Optional.empty();
            if (named.isPresent()) {
                int end = titled ? i + 2 : i + 1;
                while (end < tokens.size() && tokens.get(end).capital() && tokens.get(end).before().matches(" |\\. ")
                        && named(tokens.get(end).lower()).equals(named)) {
                    end++;
                }
                found.add(new Mention(named.get(), tokens.get(i).start(), tokens.get(end - 1).end()));
                i = end - 1;
            } else if (roles.containsKey(tokens.get(i).lower()) && articled(tokens, i)
                    && calledName(tokens, i).isEmpty()) {
                role(tokens.get(i).lower(), adjectives(tokens, i))
                        .ifPresent(
                                who -> found.add(new Mention(who, roleStart(tokens, at, who), tokens.get(at).end())));
            }
        }
        return found;
    }

    private static int roleStart(List<Token> tokens, int at, Figure who) {
        boolean whole = who.words().size() > 1 && at > 0 && tokens.get(at - 1).lower().equals(who.words().getFirst());
        return tokens.get(whole ? at - 1 : at).start();
    }

    private Optional<Figure> named(String word) {
        List<Figure> who = byWord.getOrDefault(word, List.of());
        return who.size() == 1 && !Lexicon.TITLES.contains(word) ? Optional.of(who.getFirst()) : Optional.empty();
    }

    private Optional<Figure> role(String head, List<String> adjectives) {
        List<Figure> who = roles.getOrDefault(head, List.of());
        return who.stream()
                .filter(each -> each.words().size() > 1 && adjectives.contains(each.words().getFirst()))
                .findFirst()
                .or(() -> who.stream().findFirst());
    }

    /** Whom the words of a tag mean; somebody new where they are a name. */
    Optional<Figure> called(String subject) {
        List<Mention> known = mentions(subject);
        if (!known.isEmpty()) {
            return Optional.of(known.getFirst().who());
        }
        List<Token> tokens = Token.in(subject).stream().map(Token::bare).toList();
        List<String> capitals = tokens.stream()
                .filter(token -> token.capital() && !Lexicon.NO_NAMES.contains(token.lower())
                        && !small.contains(token.lower()))
                .map(Token::text)
                .toList();
        Optional<String> noun = tokens.stream()
                .map(Token::lower)
                .filter(Lexicon.ROLES::contains)
                .reduce((_, last) -> last);
        if (!capitals.isEmpty()) {
            Figure fresh = names.computeIfAbsent(String.join(" ", capitals).toLowerCase(Locale.ROOT),
                    _ -> new Figure(capitals, false));
            capitals.forEach(word -> byWord.computeIfAbsent(word.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(fresh));
            return Optional.of(fresh);
        }
        return noun.map(word -> {
            List<Figure> list = roles.computeIfAbsent(word, _ -> new ArrayList<>());
            if (list.isEmpty()) {
                list.add(new Figure(List.of(word), true));
            }
            return list.getFirst();
        });
    }

    Collection<Figure> named() {
        return names.values();
    }
}
