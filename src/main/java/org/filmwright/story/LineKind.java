package org.filmwright.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one line of a script is.
 *
 * @param type of the element it belongs to; nothing for an empty line and for the title page
 * @param label of the scene that a heading opens ({@code 12A}); empty for other lines
 */
public record LineKind(Optional<ElementType> type, String label) {
    private static final LineKind NOTHING = new LineKind(Optional.empty(), "");

    /** Whether the line opens a scene. */
    public boolean isHeading() {
        return type.filter(ElementType.SCENE_HEADING::equals).isPresent();
    }

    /** @param scenesBefore how many scenes lie before the passage */
    static List<LineKind> of(Passage passage, int scenesBefore) {
        List<Element> elements = passage.elements();
        List<LineKind> kinds = new ArrayList<>();
        Optional<Element> body = Optional.empty();
        Optional<Element> aside = Optional.empty();
        int next = 0;
        int number = 0;
        for (String line : passage.text().split("\n", -1)) {
            number++;
            for (; next < elements.size() && elements.get(next).line() <= number; next++) {
                Element element = elements.get(next);
                if (element.type().aside()) {
                    aside = element.line() == number ? Optional.of(element) : aside;
                } else {
                    body = Optional.of(element);
                }
            }
            kinds.add(line.isBlank() ? NOTHING : kind(line, number, body, aside, scenesBefore));
        }
        return kinds;
    }

    private static LineKind kind(String line, int number, Optional<Element> body, Optional<Element> aside,
            int scenesBefore) {
        boolean beside = aside.filter(each -> number > each.line() || line.strip().matches("(\\[\\[|/\\*).*"))
                .filter(each -> number <= each.line() + each.text().lines().count() - 1
                        + (each.text().isEmpty() ? 1 : 0))
                .isPresent();
        Optional<Element> element = beside ? aside : body;
        return element.map(each -> new LineKind(Optional.of(each.type()),
                each.type() == ElementType.SCENE_HEADING && each.line() == number ? label(each, scenesBefore) : ""))
                .orElse(NOTHING);
    }

    private static String label(Element heading, int scenesBefore) {
        return heading.detail() instanceof Element.SceneNumber(String written)
                ? written
                : Integer.toString(heading.scene() + scenesBefore);
    }
}
