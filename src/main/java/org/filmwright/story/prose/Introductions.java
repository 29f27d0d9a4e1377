package org.filmwright.story.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.story.Element;
import org.filmwright.story.ElementType;

/** Sees to it that everybody is introduced: in capitals, with their looks in brackets, where they first enter. */
public final class Introductions {
    private Introductions() {}

    /** @param looks what is to be seen of each person, by name; who has none is left as they are */
    public static List<Element> of(List<Element> elements, Map<String, String> looks) {
        List<Element> introduced = new ArrayList<>(elements);
        looks.forEach((name, seen) -> {
            if (!name.isBlank() && !seen.isBlank()) {
                introduce(introduced, name, seen);
            }
        });
        return introduced;
    }

    private static void introduce(List<Element> elements, String name, String seen) {
        Pattern mention = Pattern.compile("\\b" + Pattern.quote(name) + "\\b(?!['\u2019])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            Matcher found = mention.matcher(element.text());
            if (element.type() == ElementType.ACTION && found.find()) {
                if (!element.text().startsWith(" (", found.end())) {
                    String text = element.text().substring(0, found.start()) + name.toUpperCase(Locale.ROOT) + " ("
                            + bracketed(seen) + ")" + element.text().substring(found.end());
                    elements.set(i, new Element(element.type(), text, element.detail(), element.scene(),
                            element.line()));
                }
                return;
            }
        }
    }

    /** Brackets hold no brackets; a word alone would be read as a remark, so that it says more. */
    private static String bracketed(String seen) {
        String plain = seen.replaceAll("[()\\[\\]\\n]", " ").replaceAll("\\s+", " ").strip().replaceFirst("\\.$", "");
        return plain.indexOf(',') < 0 ? plain + ", adult" : plain;
    }
}
