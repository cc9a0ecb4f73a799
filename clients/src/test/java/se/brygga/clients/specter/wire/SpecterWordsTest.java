package se.brygga.clients.specter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecterWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kunden Eva Svensson är spärrad | Kunden *** *** är spärrad",
                "Svensson har redan denna adress | *** har redan denna adress",
                "Organisationsnumret tillhör Provbolaget i Norr AB | Organisationsnumret tillhör *** i *** AB",
                "Kund 42 (Bo Ek) finns redan | Kund 42 (*** ***) finns redan",
                "Customer 'eva svensson' already exists | Customer '***' already exists",
                "Belongs to D'Artagnan-Öberg. | *** to ***.",
                "SVENSSON finns redan | *** finns redan",
                "Kunden ÅSA EK (BO) finns redan, org.nr i SEK | Kunden *** *** (***) finns redan, org.nr i SEK"
            })
    void nameNobody(String said, String kept) {
        assertThat(SpecterWords.withoutNames(said, Set.of())).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kunden finns inte",
                "Ordernumret används redan",
                "E-post och organisationsnummer tillhör olika kunder",
                "Felaktig nyckel",
                "Okänt SBMID",
                "Användaren är okänd eller saknar rättighet",
                "Det finns inget att hämta",
                "Duplicate order"
            })
    void keepWhatAnErrorIsAbout(String said) {
        assertThat(SpecterWords.withoutNames(said, Set.of())).isEqualTo(said);
    }

    @Test
    void keepWhatWeSentAndNamesNobody() {
        assertThat(SpecterWords.withoutNames(
                        "Artikeln KAJ-006 finns inte, ordern 'K10025' väntar", Set.of("KAJ-006", "K10025")))
                .isEqualTo("Artikeln KAJ-006 finns inte, ordern 'K10025' väntar");
    }
}
