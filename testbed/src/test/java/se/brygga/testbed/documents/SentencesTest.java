package se.brygga.testbed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.testbed.kit.Project;

/** A sentence of the documents has at most 25 words. Headings, tables and code are not counted. */
class SentencesTest {

    private static final int WORDS = 25;

    private static final Pattern ITEM = Pattern.compile("(\\*|\\d+\\.) (.*)");
    private static final Pattern NOT_PROSE = Pattern.compile("\\s*([|#<].*)?| {4}.*", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern END = Pattern.compile("(?<=[.!?])[\"*)]*\\s+");
    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

    static List<Path> documents() throws IOException {
        Path root = Project.root();
        try (Stream<Path> modules = Files.list(root);
                Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            List<Path> folders = modules.filter(Files::isDirectory).toList();
            Stream<Path> readmes = Stream.concat(
                    folders.stream().map(folder -> folder.resolve("README.md")).filter(Files::exists),
                    Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(root::resolve));
            return Stream.concat(docs.filter(file -> file.toString().endsWith(".md")), readmes)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aSentenceIsUnderstoodAtTheFirstReading(Path document) throws IOException {
        assertThat(tooLong(Files.readString(document)))
                .as(document + ": sentences of more than " + WORDS + " words")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s.", "* %s.", "1. %s.", "Short. %s.", "* Short\n* %s", "[%s](x.md)"})
    void aLongSentenceIsFoundWhereverItStands(String around) {
        assertThat(tooLong(around.formatted("word ".repeat(WORDS) + "word"))).hasSize(1);
        assertThat(tooLong(around.formatted("word ".repeat(WORDS - 1) + "word")))
                .isEmpty();
    }

    @Test
    void tablesHeadingsAndCodeAreNotCounted() {
        String words = "word ".repeat(2 * WORDS);

        assertThat(tooLong("# " + words + "\n| " + words + "|\n\n    " + words + "\n```sh\n" + words + "\n```\n`"
                        + words + "`"))
                .isEmpty();
    }

    private static List<String> tooLong(String markdown) {
        return paragraphs(markdown).stream()
                .flatMap(text -> END.splitAsStream(
                        LINK.matcher(CODE.matcher(text).replaceAll("code")).replaceAll("$1")))
                .filter(sentence -> WORD.matcher(sentence).results().count() > WORDS)
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
