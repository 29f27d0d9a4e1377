package org.filmwright.story.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.filmwright.story.SourceText;

/** Reads plain text and Markdown as prose: paragraphs, chapters, gaps, and the title page where there is one. */
public final class ProseReader {
    private static final Pattern CHAPTER = Pattern.compile(
            "#{1,6}\\s+(?<marked>\\S.{0,98})|(?<named>(?:chapter|part|book|act)\\s+(?:[ivxlc]+|\\d+|one|two|three|four|five"
                    + "|six|seven|eight|nine|ten|the\\s+\\p{L}+)\\b.{0,80})|(?<roman>[IVXLC]{1,7}\\.?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROMAN = Pattern.compile("[IVXLC]{1,7}\\.?");
    private static final Pattern GAP = Pattern.compile("(?:[*#~_\u2042\u2022-]\\s*){3,}|[#\u2042]");
    private static final Pattern BORDER = Pattern.compile("\\*{3}\\s*(START|END) OF.*PROJECT GUTENBERG.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARS = Pattern.compile("\\s*\\([^)]*\\d[^)]*\\)");
    private static final int TITLE = 80;

    private final List<Prose.Block> blocks = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private Optional<String> title = Optional.empty();
    private Optional<String> author = Optional.empty();

    private ProseReader() {}

    /** @param source as its file has it, with any line ends */
    public static Prose read(String source) {
        List<String> lines = within(new SourceText(source).shown().lines().toList());
        ProseReader reader = new ProseReader();
        boolean airy = lines.stream().anyMatch(String::isBlank);
        for (String line : reader.afterTitlePage(lines)) {
            reader.line(line, airy);
        }
        reader.paragraph();
        return new Prose(reader.title, reader.author, reader.blocks);
    }

    /** Libraries put their own words before and after a book. */
    private static List<String> within(List<String> lines) {
        int from = 0;
        int to = lines.size();
        for (int i = 0; i < lines.size(); i++) {
            Matcher border = BORDER.matcher(lines.get(i).strip());
            if (border.matches() && border.group(1).equalsIgnoreCase("start")) {
                from = i + 1;
            } else if (border.matches()) {
                to = i;
                break;
            }
        }
        return lines.subList(from, Math.max(from, to));
    }

    /** One to three short lines at the top, with more below them, are the title and who wrote it. */
    private List<String> afterTitlePage(List<String> lines) {
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        int end = first;
        while (end < lines.size() && !lines.get(end).isBlank()) {
            end++;
        }
        List<String> block = lines.subList(first, end).stream().map(ProseReader::bare).toList();
        boolean front = end < lines.size() && !block.isEmpty() && block.size() <= 3
                && block.stream().allMatch(ProseReader::titled) && !GAP.matcher(lines.get(first).strip()).matches()
                && !ROMAN.matcher(block.getFirst()).matches();
        if (!front) {
            return lines;
        }
        title = Optional.of(block.getFirst());
        author = block.stream().skip(1).findFirst().map(ProseReader::name);
        int next = end + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        boolean byline = author.isEmpty() && next < lines.size() && bare(lines.get(next)).matches("(?i)by \\S.{1,60}")
                && (next + 1 == lines.size() || lines.get(next + 1).isBlank());
        if (byline) {
            author = Optional.of(name(bare(lines.get(next))));
        }
        return lines.subList(byline ? next + 1 : end, lines.size());
    }

    private static boolean titled(String line) {
        return line.length() <= TITLE && line.chars().anyMatch(Character::isLetter)
                && (".!?,;:\u201d\"".indexOf(line.charAt(line.length() - 1)) < 0 || line.matches(".*\\b\\p{Lu}\\."));
    }

    private static String bare(String line) {
        return line.strip().replaceAll("^#{1,6}\\s*|^[*_]+|[*_]+$", "").strip();
    }

    private static String name(String line) {
        return YEARS.matcher(line.replaceFirst("(?i)^by\\s+", "")).replaceAll("").strip();
    }

    private void line(String line, boolean airy) {
        String text = line.strip();
        boolean indented = line.startsWith("\t") || line.startsWith("  ");
        if (text.isEmpty() || indented) {
            paragraph();
        }
        if (open.isEmpty() && GAP.matcher(text).matches()) {
            blocks.add(new Prose.Gap());
        } else if (open.isEmpty() && chapter(text).isPresent()) {
            blocks.add(new Prose.Chapter(chapter(text).get()));
        } else if (!text.isEmpty()) {
            open.add(text.startsWith("> ") ? text.substring(2) : text);
        }
        if (!airy && !open.isEmpty() && ".!?\u2026\u201d\"\u2019".indexOf(text.charAt(text.length() - 1)) >= 0) {
            paragraph();
        }
    }

    private static Optional<String> chapter(String line) {
        Matcher found = CHAPTER.matcher(line);
        if (!found.matches() || found.group("roman") != null && !ROMAN.matcher(line).matches()) {
            return Optional.empty();
        }
        return Optional.of(bare(line));
    }

    private void paragraph() {
        if (!open.isEmpty()) {
            String text = String.join(" ", Arrays.asList(String.join(" ", open).strip().split("\\s+")));
            blocks.add(new Prose.Paragraph(text));
            open.clear();
        }
    }
}
