package org.filmwright.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A scene of the screenplay with what happens in it.
 *
 * @param number position in the script, from 1
 * @param label the author's number, else the position
 */
record SceneText(int number, String label, String heading, int line, List<Beat> beats) {
    private static final Set<String> UNSEEN = Set
            .of("V.O.", "VO", "V. O.", "V.O", "O.S.", "OS", "O. S.", "O.S", "O.C.", "OC", "OFF", "OVER RADIO");

    /** The scenes of a screenplay in order; what stands before the first heading belongs to none. */
    static List<SceneText> of(Screenplay screenplay) {
        List<SceneText> scenes = new ArrayList<>();
        List<Element> body = new ArrayList<>();
        Optional<Element> heading = Optional.empty();
        for (Element element : screenplay.elements()) {
            if (element.type() == ElementType.SCENE_HEADING) {
                heading.ifPresent(open -> scenes.add(scene(open, body)));
                body.clear();
                heading = Optional.of(element);
            } else {
                body.add(element);
            }
        }
        heading.ifPresent(open -> scenes.add(scene(open, body)));
        return scenes;
    }

    private static SceneText scene(Element heading, List<Element> body) {
        String label = heading.detail() instanceof Element.SceneNumber(String number)
                ? number
                : Integer.toString(heading.scene());
        return new SceneText(heading.scene(), label, heading.plain(), heading.line(), beats(body));
    }

    private static List<Beat> beats(List<Element> body) {
        List<Beat> beats = new ArrayList<>();
        boolean speaking = false;
        for (int i = 0; i < body.size(); i++) {
            Element element = body.get(i);
            String words = Words.joined(element.plain());
            speaking = element.type() == ElementType.CHARACTER
                    || (speaking && (element.type().spoken() || element.type().aside()));
            switch (element.type()) {
                case ACTION -> {
                    if (!words.isEmpty()) {
                        beats.add(new Beat.Action(words));
                    }
                }
                case CHARACTER -> speech(element, body.subList(i + 1, body.size())).ifPresent(beats::add);
                case LYRICS -> {
                    if (!speaking) {
                        beats.add(new Beat.Action(words));
                    }
                }
                case SCENE_HEADING, DIALOGUE, PARENTHETICAL, TRANSITION, CENTERED, PAGE_BREAK, SECTION, SYNOPSIS, NOTE,
                        BONEYARD -> {
                }
            }
        }
        return beats;
    }

    private static Optional<Beat> speech(Element cue, List<Element> rest) {
        List<String> speakers = speakers(cue);
        List<Line> lines = new ArrayList<>();
        String manner = "";
        for (Element element : rest) {
            if (element.type() == ElementType.PARENTHETICAL) {
                manner = inner(element.plain());
            } else if (element.type().spoken()) {
                String words = Words.joined(element.plain());
                if (!words.isEmpty()) {
                    lines.add(new Line(String.join(" & ", speakers), manner, words));
                }
                manner = "";
            } else if (!element.type().aside()) {
                break;
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Beat.Speech(speakers, unseen(cue), lines));
    }

    private static String inner(String parenthetical) {
        return parenthetical.substring(1, Math.max(1, parenthetical.length() - 1)).strip();
    }

    /** {@code MARA & TOBIAS}, {@code MARA AND TOBIAS}, {@code MARA/TOBIAS} name two persons. */
    static List<String> speakers(Element cue) {
        return Arrays.stream(cue.plain().toUpperCase(Locale.ROOT).split(" AND |&|/|,"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Off screen, or over the picture. */
    static boolean unseen(Element cue) {
        return cue.detail() instanceof Element.Cue(Optional<String> extension, boolean dual)
                && extension.stream()
                        .flatMap(words -> Arrays.stream(words.split(",")))
                        .anyMatch(word -> UNSEEN.contains(word.strip().toUpperCase(Locale.ROOT)));
    }
}
