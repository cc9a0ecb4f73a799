package se.brygga.testbed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.testbed.kit.Project;

/** A sentence of the documents and of the comments in main code has at most 25 words. Headings, tables and code are not counted. */
class SentencesTest {

    private static final int WORDS = 25;

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
        assertThat(Prose.tooLongInMarkdown(Files.readString(document)))
                .as(document + ": sentences of more than " + WORDS + " words")
                .isEmpty();
    }

    @Test
    void aCommentIsUnderstoodAtTheFirstReading() {
        List<String> tooLong = Sources.java()
                .filter(file -> file.toString().contains("src/main/java"))
                .flatMap(file ->
                        Prose.tooLongInJava(text(file)).stream().map(sentence -> file.getFileName() + ": " + sentence))
                .toList();

        assertThat(tooLong).as("sentences of more than " + WORDS + " words").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s.", "* %s.", "1. %s.", "Short. %s.", "* Short\n* %s", "[%s](x.md)"})
    void aLongSentenceIsFoundWhereverItStands(String around) {
        assertThat(Prose.tooLongInMarkdown(around.formatted("word ".repeat(WORDS) + "word")))
                .hasSize(1);
        assertThat(Prose.tooLongInMarkdown(around.formatted("word ".repeat(WORDS - 1) + "word")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/** %s. */",
                "/**\n * Short. %s\n * @param a short */",
                "/** Short.\n * @param a %s */",
                "/* %s */",
                "int a; // Short. %s.\n",
                "char a = '\"'; // %s",
                "/** <p>%s\n *\n * <ul><li>short</ul> */",
            })
    void aLongSentenceOfACommentIsFound(String around) {
        assertThat(Prose.tooLongInJava(around.formatted("word ".repeat(WORDS) + "word")))
                .hasSize(1);
        assertThat(Prose.tooLongInJava(around.formatted("word ".repeat(WORDS - 1) + "word")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/** %s\n * %s */", "// %s\n    // %s"})
    void aSentenceOfACommentGoesOnOverItsLines(String around) {
        String half = "word ".repeat(WORDS / 2);

        assertThat(Prose.tooLongInJava(around.formatted(half, half + "word word")))
                .hasSize(1);
        assertThat(Prose.tooLongInJava(around.formatted(half, half + "word"))).isEmpty();
    }

    @Test
    void codeLinksTablesAndTextsAreNotCountedInComments() {
        String words = "word ".repeat(2 * WORDS);

        assertThat(Prose.tooLongInJava("""
                String a = "/* %1$s */", b = "// %1$s";
                /**
                 * {@code %1$s} and {@link a.B#c(int, String) it}.
                 *
                 * <table><tr><td>%1$s</table>
                 * @return %2$s
                 * @throws Exception %2$s
                 */
                """.formatted(words, "word ".repeat(WORDS - 1))))
                .isEmpty();
    }

    @Test
    void tablesHeadingsAndCodeAreNotCounted() {
        String words = "word ".repeat(2 * WORDS);

        assertThat(Prose.tooLongInMarkdown("# " + words + "\n| " + words + "|\n\n    " + words + "\n```sh\n" + words
                        + "\n```\n`" + words + "`"))
                .isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
