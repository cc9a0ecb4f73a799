package se.brygga.testbed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * SQL that can be read without counting: parameters have names, and columns are listed. A star also reads columns that nobody asked
 * for, and the encrypted ones are some kilobytes an order.
 */
class StatementsTest {

    private static final Pattern LITERAL = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");

    private static final Pattern BY_POSITION = Pattern.compile("(?:^|[\\s=(,<>+])\\?(?=$|[\\s),+]|::|\\|\\|)");

    private static final Pattern STAR =
            Pattern.compile("(?i)\\b(?:select|returning)\\s+(?:distinct\\s+)?(?:\\w+\\.)?\\*|,\\s*(?:\\w+\\.)\\*");

    private static final Pattern NO_COLUMNS = Pattern.compile("(?i)\\binsert\\s+into\\s+\\w+\\s+(?:values|select)\\b");

    @Test
    void parametersHaveNames() {
        assertThat(found(BY_POSITION)).isEmpty();
    }

    @Test
    void columnsAreListed() {
        assertThat(found(STAR)).isEmpty();
    }

    @Test
    void rowsNameTheirColumns() {
        assertThat(found(NO_COLUMNS)).isEmpty();
    }

    private static final Pattern NAMELESS = Pattern.compile("\\.sql\\(\\s*\"");

    /** What a book asks the database stands at its top, and what it is asked for has a name. */
    @Test
    void statementsAreConstants() {
        assertThat(Sources.java()
                        .filter(file -> file.toString().contains("src/main/java"))
                        .filter(file -> !file.toString().contains("/testbed/"))
                        .filter(file -> NAMELESS.matcher(read(file)).find())
                        .map(file -> file.getFileName().toString()))
                .isEmpty();
    }

    private static final Pattern IN_QUOTES = Pattern.compile("(?<=[\\s=(,])'([^']*)'(?!\\w)");

    private static final Pattern CONSTANT =
            Pattern.compile("(?m)^\\s+([A-Z][A-Z0-9_]*)(?=\\s*[,;(]|\\s*$)|String [A-Z_]+ = \"([a-z-]+)\"");

    private static final Pattern SQL =
            Pattern.compile("(?i)\\b(select|update|insert into|delete from|where|set|case when)\\b");

    /** Words of PostgreSQL, names of keys in JSON and of a sequence, and texts that are joined. */
    private static final Set<String> NO_WORDS_OF_OURS =
            Set.of("", " ", ",", ", ", "-", "epoch", "-infinity", "shops", "shop", "customer_call_no", "set-up of ");

    /** A word that no constant has any more would be asked for in vain, and nothing would say so. */
    @Test
    void wordsInStatementsAreThoseOfConstants() {
        Set<String> words = Sources.java()
                .filter(file -> file.toString().contains("src/main/java"))
                .flatMap(file -> CONSTANT.matcher(read(file)).results())
                .map(constant -> constant.group(1) == null
                        ? constant.group(2)
                        : constant.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());

        assertThat(Sources.java()
                        .filter(file -> file.toString().contains("src/main/java"))
                        .filter(file -> !file.toString().contains("/testbed/"))
                        .flatMap(file -> statements(file)
                                .filter(text -> SQL.matcher(text).find())
                                .flatMap(text -> IN_QUOTES.matcher(text).results())
                                .map(word -> word.group(1))
                                .filter(word -> !NO_WORDS_OF_OURS.contains(word) && !words.contains(word))
                                .map(word -> file.getFileName() + ": " + word))
                        .distinct())
                .isEmpty();
    }

    private static final Pattern CONDITION =
            Pattern.compile("(?i)(\\w+)\\s*(=|<>|(?:not\\s+)?in)\\s*(\\([^()]*'[^()]*\\)|'[^']*')");

    private static final Pattern INDEX = Pattern.compile("(?s)create (?:unique )?index [^;]*? where ([^;]*);");

    /** Of some rows there is an index, which PostgreSQL uses only for the index's own condition, word by word. */
    @Test
    void wordsAreBoundButInTheConditionOfAnIndex() {
        Set<String> ofIndexes = Sources.all(".sql")
                .flatMap(file -> INDEX.matcher(read(file)).results())
                .flatMap(index -> CONDITION.matcher(index.group(1)).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(ofIndexes).contains("state = 'on-its-way'");

        assertThat(Sources.java()
                        .filter(file -> file.toString().contains("src/main/java"))
                        .filter(file -> !file.toString().contains("/testbed/"))
                        .flatMap(file -> statements(file)
                                .filter(text -> SQL.matcher(text).find())
                                .map(text -> CONDITION
                                        .matcher(text)
                                        .replaceAll(one -> ofIndexes.contains(one.group())
                                                ? ""
                                                : Matcher.quoteReplacement(one.group())))
                                .flatMap(text -> IN_QUOTES.matcher(text).results())
                                .map(word -> word.group(1))
                                .filter(word -> !NO_WORDS_OF_OURS.contains(word))
                                .map(word -> file.getFileName() + ": " + word))
                        .distinct())
                .isEmpty();
    }

    private static List<String> found(Pattern fault) {
        return Sources.java()
                .filter(file -> !file.endsWith("StatementsTest.java"))
                .flatMap(file -> statements(file)
                        .filter(text -> fault.matcher(text).find())
                        .map(text -> file.getFileName() + ": " + text.strip()))
                .toList();
    }

    /** All texts of a file that asks the database; a statement may be put together of several. */
    private static Stream<String> statements(Path file) {
        String code = read(file);
        return code.contains("JdbcClient")
                ? LITERAL
                        .matcher(COMMENT.matcher(code).replaceAll(""))
                        .results()
                        .map(StatementsTest::text)
                        .toList()
                        .stream()
                : Stream.empty();
    }

    private static String text(MatchResult literal) {
        return literal.group(1) == null ? literal.group(2) : literal.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
