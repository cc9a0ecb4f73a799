package se.brygga.testbed.documents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of a Markdown document, or of the comments in a Java file. One rule counts the words of both. */
final class Prose {

    private static final int MOST_WORDS = 25;

    private static final Pattern ITEM = Pattern.compile("(\\*|\\d+\\.) (.*)");
    private static final Pattern NOT_PROSE = Pattern.compile("\\s*([|#<].*)?| {4}.*", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern END = Pattern.compile("(?<=[.!?])[\"*)]*\\s+");
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    /** Texts come first, because a text may hold the beginning of a comment. Lines of {@code //} are one comment. */
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile("\"\"\"(?s:.*?)(?<!\\\\)\"\"\""
            + "|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])++'"
            + "|/\\*(?s:.*?)\\*/|//[^\\n]*+(?:\\n[ \\t]*+//[^\\n]*+)*+");

    private static final Pattern COMMENT_MARK = Pattern.compile("(?m)^[ \\t]*(?:/\\*+|\\*+/|\\*|//) ?|[ \\t]*\\*+/$");
    private static final Pattern TABLE = Pattern.compile("(?s)<(table|pre)\\b.*?</\\1>");
    private static final Pattern INLINE_CODE =
            Pattern.compile("(?s)\\{@(?:code|literal|value)\\b(?:[^{}]|\\{[^{}]*})*}");
    private static final Pattern INLINE_LINK = Pattern.compile("\\{@link(?:plain)?\\s+[^\\s}]+\\s*([^}]*)}");
    private static final Pattern BLOCK_TAG =
            Pattern.compile("(?m)^@(?:param\\s+\\S+|\\w+)|</?(?:p|li|ul|ol|dl|dt|dd)\\b[^>]*>");
    private static final Pattern MARKUP = Pattern.compile("<[^>]+>");

    private Prose() {}

    static List<String> tooLongInMarkdown(String markdown) {
        return tooLong(paragraphs(markdown).stream()
                .map(text -> LINK.matcher(CODE.matcher(text).replaceAll("code")).replaceAll("$1"))
                .toList());
    }

    static List<String> tooLongInJava(String source) {
        return tooLong(TEXT_OR_COMMENT
                .matcher(source)
                .results()
                .map(found -> found.group())
                .filter(found -> found.startsWith("/"))
                .flatMap(comment -> commentParagraphs(comment).stream())
                .toList());
    }

    private static List<String> tooLong(List<String> paragraphs) {
        Predicate<String> hasTooManyWords =
                sentence -> WORD.matcher(sentence).results().count() > MOST_WORDS;
        return paragraphs.stream()
                .flatMap(END::splitAsStream)
                .filter(hasTooManyWords)
                .toList();
    }

    private static List<String> commentParagraphs(String comment) {
        String text =
                TABLE.matcher(COMMENT_MARK.matcher(comment).replaceAll("")).replaceAll("\n\n");
        text = INLINE_LINK
                .matcher(INLINE_CODE.matcher(text).replaceAll("code"))
                .replaceAll(link -> link.group(1).isEmpty() ? "code" : Matcher.quoteReplacement(link.group(1)));
        text = MARKUP.matcher(BLOCK_TAG.matcher(text).replaceAll("\n\n")).replaceAll("");
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                .toList();
    }

    /** The paragraphs and list items, each on one line. */
    private static List<String> paragraphs(String markdown) {
        List<String> found = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        boolean fenced = false;
        for (String line : (markdown + "\n").split("\n", -1)) {
            boolean fence = line.strip().startsWith("```");
            fenced ^= fence;
            var item = ITEM.matcher(line);
            boolean prose = !fenced && !fence && !NOT_PROSE.matcher(line).matches();
            if (!prose || item.matches()) {
                found.add(now.toString());
                now.setLength(0);
            }
            if (prose) {
                now.append(item.matches() ? item.group(2) : line.strip()).append(' ');
            }
        }
        return found;
    }
}
