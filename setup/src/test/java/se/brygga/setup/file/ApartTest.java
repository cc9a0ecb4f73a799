package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.setup.yaml.Mistake;

class ApartTest {

    private static final String ONE = GoodFile.TEXT;
    private static final String SECOND_SHOP = ONE.substring(ONE.indexOf("  - shop:"))
            .replace("kajak-se", "kajak-ny")
            .replace("Prefix: K", "Prefix: X");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kajak.example/api/v2",
                "https://kajak.example/api/v2/",
                "https://KAJAK.example/API/v2",
                "https://kajak.example:443/api/v2",
                "https://kajak.example./api/v2",
                "HTTPS://kajak.example/api//v2",
                "https://kajak.example/api/x/../v2/.",
                "https://kajak.example/%61pi/v2"
            })
    void refusesTheSameShopTwiceHoweverItIsWritten(String address) {
        String second =
                SECOND_SHOP.replace("https://kajak.example/api/v2", address).replace("a.b", "c.d");

        assertThat(mistakes(ONE + second))
                .singleElement()
                .asString()
                .startsWith("line 25, shops[1].starweb.baseUrl: the Starweb shop kajak.example/api/v2 stands in"
                        + " line 14 already, as that of nordkajak/kajak-se.");
    }

    @Test
    void takesANameAndItsAsciiFormForTheSameHost() {
        String one = ONE.replace("kajak.example", "kåjäk.example");
        String second =
                SECOND_SHOP.replace("kajak.example", "xn--kjk-rlad.example").replace("a.b", "c.d");

        assertThat(mistakes(one + second)).hasSize(1);
    }

    @Test
    void refusesTheSameClientTwice() {
        assertThat(mistakes(ONE
                        + SECOND_SHOP.replace("kajak.example", "other.example").replace("a.b", "A.b")))
                .singleElement()
                .asString()
                .contains("shops[1].starweb.clientId: the Starweb client a.b stands in line 14 already");
    }

    @Test
    void takesAnotherPathOrPortForAnotherShop() {
        String elsewhere = SECOND_SHOP.replace("a.b", "c.d");

        assertThat(mistakes(ONE + elsewhere.replace("kajak.example/api", "kajak.example/no/api")))
                .isEmpty();
        assertThat(mistakes(ONE + elsewhere.replace("kajak.example/api", "kajak.example:8443/api")))
                .isEmpty();
    }

    @Test
    void looksOverAllTenantsOfAFile() {
        String other = "---\n" + ONE.replace("tenant: nordkajak", "tenant: tehuset");

        assertThat(mistakes(ONE + other))
                .hasSize(3)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("line 28, specter.sbmId: the Specter account api.specter.se/9999"
                                + " stands in line 6 already, as that of nordkajak."))
                .anySatisfy(text -> assertThat(text).contains("as that of nordkajak/kajak-se"));
    }

    @Test
    void doesNotTakeTwoAddressesThatCannotBeReadForTheSame() {
        String second =
                SECOND_SHOP.replace("https://kajak.example/api/v2", "ftp://b").replace("a.b", "\"\"");

        assertThat(mistakes(
                        ONE.replace("https://kajak.example/api/v2", "ftp://a").replace("a.b", "\"\"") + second))
                .hasSize(4)
                .noneSatisfy(text -> assertThat(text).contains("already"));
    }

    private static List<String> mistakes(String file) {
        return GoodFile.read(file).mistakes().stream().map(Mistake::toString).toList();
    }
}
