package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.setup.yaml.Mistake;

/** What looks like a set-up file and is none. */
class NonsenseTest {

    private static final String GOOD = GoodFile.TEXT;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://kajak.example/api/v2 | ftp://kajak.example/api/v2 | shops[0].starweb.baseUrl",
                "https://kajak.example/api/v2 | ftp://127.0.0.1/api/v2 | shops[0].starweb.baseUrl",
                "https://kajak.example/api/v2 | http://kajak.example/api/v2 | shops[0].starweb.baseUrl",
                "https://kajak.example/api/v2 | https://a:b@kajak.example/api/v2 | shops[0].starweb.baseUrl",
                "https://kajak.example/api/v2 | https://kajak.example/api/v2?key=1 | shops[0].starweb.baseUrl",
                "https://kajak.example/api/v2 | https:///api/v2 | shops[0].starweb.baseUrl",
                "https://kajak.example/api/v2 | https://kajak.example:99999/api/v2 | shops[0].starweb.baseUrl",
                "https://kajak.example/api/v2 | https://kajak example/api/v2 | shops[0].starweb.baseUrl",
                "https://kajak.example/api/v2 | kajak.example | shops[0].starweb.baseUrl",
                "clientId: a.b | clientId: \"\" | shops[0].starweb.clientId",
                "clientId: a.b | clientId: | shops[0].starweb.clientId",
                "clientId: a.b | clientId: \"a\\u0000b\" | shops[0].starweb.clientId",
                "clientId: a.b | clientId: \"a\\eb\" | shops[0].starweb.clientId",
                "hemlig-i-klartext | 1111-2222 | specter.integrationKey",
                "hemlig-i-klartext | <secret> | specter.integrationKey",
                "hemlig-i-klartext | ` hemlig-i-klartext ` | specter.integrationKey",
                "package: 400 | package: PREMIUM | package",
                "flow: combined | flow: Combined | flow",
                "sbmId: 9999 | sbmId: -1 | specter.sbmId",
                "sbmId: 9999 | sbmId: 0 | specter.sbmId",
                "apiUserId: 7 | apiUserId: \"\" | specter.apiUserId",
                "apiUserId: 7 | readTimeout: PT5H | specter.readTimeout",
                "apiUserId: 7 | authCodes: [\"\"] | specter.authCodes",
                "code: KG | code: \"\" | shops[0].orders.payments.klarna.code",
                "code: KG | code: \" \" | shops[0].orders.payments.klarna.code",
                "code: KG | code: KG, paySystemUser: \"\" | shops[0].orders.payments.klarna.paySystemUser",
                "article: FRAKT | article: \"\" | shops[0].orders.shipping.postnord.article",
                "article: FRAKT | article: FRAKT 1 | shops[0].orders.shipping.postnord.article",
                "method: PostNord | method: \"\" | shops[0].orders.shipping.postnord.method",
                "discount: RABATT | discount: \"\" | shops[0].orders.articles.discount",
                "[created, picking] | [created, \"\"] | shops[0].orders.transferWhen",
                "[created, picking] | [created, created] | shops[0].orders.transferWhen",
                "klarna: { | \"\": { | shops[0].orders.payments.",
            })
    void isRefusedWhereItStands(String good, String bad, String path) {
        assertThat(GoodFile.read(GOOD.replace(good, bad)).mistakes())
                .extracting(Mistake::path)
                .containsExactly(path);
    }

    @Test
    void neverQuotesWhatCannotBePrintedOrIsASecret() {
        assertThat(GoodFile.read(GOOD.replace("clientId: a.b", "clientId: \"a\\e[31mb\"")
                                .replace("flow: combined", "flow: \"\\abell\"")
                                .replace("hemlig-i-klartext", "hemlig")
                                .replace("package: 400", "\"pack\\age\": 400"))
                        .mistakes())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(mistake -> assertThat(mistake.toString()).doesNotContainPattern("\\p{Cntrl}|hemlig"));
    }

    /** Methods are looked up in any case of letters, so one of the two would never count. */
    @ParameterizedTest
    @CsvSource({"klarna, '{ code: I }', payments", "postnord, '{ article: F }', shipping"})
    void isRefusedWhenTwoMethodsDifferInCaseOnly(String method, String other, String section) {
        assertThat(GoodFile.read(GOOD.replaceFirst(
                                "(?m)^( *)" + method + ":",
                                "$1" + method.toUpperCase(Locale.ROOT) + ": " + other + "\n$1" + method + ":"))
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("shops[0].orders." + section + "." + method);
    }

    @Test
    void isRefusedWhenOneCodeMeansTwoThings() {
        assertThat(GoodFile.read(GOOD.replace("shops:", "  authCodes: [10, 50]\n  duplicateOrderCodes: [50]\nshops:"))
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("specter.duplicateOrderCodes");
    }

    @Test
    void isOnlyWarnedOfWhenAKeyLooksUnlikeOthers() {
        SetupFile.Result result = GoodFile.read(GOOD);

        assertThat(result.mistakes()).isEmpty();
        assertThat(result.warnings())
                .extracting(Mistake::path)
                .containsExactly("specter.apiUserKey", "specter.integrationKey");
        assertThat(result.warnings().toString()).doesNotContain("hemlig", "value of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.specter.se", "API.Specter.se", "api.specter.se."})
    void includesTheAssumedAdapterAgainstTheLiveHostHoweverItIsWritten(String host) {
        assertThat(GoodFile.read(GOOD.replace("  sbmId", "  assumedAdapter: true\n  sbmId")
                                .replace("api.specter.se", host))
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("specter.assumedAdapter");
    }

    @Test
    void includesQuietHoursThatNeverEnd() {
        assertThat(GoodFile.read(GOOD.replace("shops:", "feeds: { stock: { quiet: \"22:00-22:00:00\" } }\nshops:"))
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("feeds.stock.quiet");
    }

    @Test
    void includesACurrencyThatThereIsNot() {
        assertThat(GoodFile.mistakes("    prices: { currency: ABC }")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void isAFileInAnotherEncodingAndSaysTheLine(String encoding) throws IOException {
        String text = GOOD.replace("method: PostNord", "method: Återförsäljare");
        String mistake = mistake(write(text, Charset.forName(encoding)));

        assertThat(mistake)
                .startsWith(
                        encoding.startsWith("UTF") ? "line 1, the file is not UTF-8" : "line 20, the file is not UTF-8")
                .endsWith("Save the file as UTF-8.");
    }

    @Test
    void isNotAFileWithAByteOrderMarkOrWindowsLines() throws IOException {
        Path file = write("\uFEFF" + GOOD.replace("\n", "\r\n"), StandardCharsets.UTF_8);

        assertThat(SetupFile.read(file, name -> Optional.of("value of " + name)).mistakes())
                .isEmpty();
    }

    @Test
    void isNoFileAtAllAndSaysWhatItIsInstead() throws IOException {
        assertThat(mistake(folder)).contains("is a folder");
        assertThat(mistake(folder.resolve("none.yaml"))).contains("is not there");
        assertThat(mistake(write("", StandardCharsets.UTF_8))).contains("is empty");
        assertThat(mistake(write("# only this\n", StandardCharsets.UTF_8))).contains("is empty");
        assertThat(mistake(write("a: 1\n".repeat(300_000), StandardCharsets.UTF_8)))
                .contains("larger than 1 MB");
        assertThat(mistake(write("tenant: a\nflow: \u0007\n", StandardCharsets.UTF_8)))
                .contains("line 2", "cannot be printed");
        assertThat(mistake(write("[".repeat(10_000), StandardCharsets.UTF_8))).startsWith("the file ");
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("setup.yaml"), text.getBytes(charset));
    }

    private static String mistake(Path file) {
        return SetupFile.read(file, name -> Optional.of("value of " + name))
                .mistakes()
                .getFirst()
                .toString();
    }
}
