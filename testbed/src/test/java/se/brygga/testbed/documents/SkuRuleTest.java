package se.brygga.testbed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** When two spellings of a SKU are one stands in {@code Sku} only (ADR 18). */
class SkuRuleTest {

    private static final Pattern OF_GOODS =
            Pattern.compile("activities/(?:articles|goods|stock|prices|mapping|transfer)/"
                    + "|desk/(?:prices|stock)/|clients/shop/(?!order/)");

    private static final Pattern CASE =
            Pattern.compile("\\.to(?:Upper|Lower)Case\\(|equalsIgnoreCase|CASE_INSENSITIVE|regionMatches");

    /** They spell other things: e-mails and countries, names of methods, web hooks, keys of texts, the heading of a price file. */
    private static final Set<String> NOT_OF_SKUS = Set.of(
            "CustomerTranslator.java",
            "Named.java",
            "OrderTranslator.java",
            "PriceFile.java",
            "ShopHooks.java",
            "WrittenText.java");

    @Test
    void noFeatureHasARuleOfItsOwnForTheCaseOfLetters() {
        assertThat(Sources.java()
                        .filter(file -> file.toString().contains("src/main/java"))
                        .filter(file -> OF_GOODS.matcher(file.toString()).find())
                        .filter(file -> CASE.matcher(text(file)).find())
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(NOT_OF_SKUS);
    }

    private static final Pattern ALPHABET = Pattern.compile("A-Za-z0-9\\._-\\]\\{1,40}");

    /** The simulators have their own, because they share nothing with us. */
    @Test
    void whatAShopCanHoldStandsOnce() {
        assertThat(Sources.java()
                        .filter(file -> file.toString().contains("src/main/java"))
                        .filter(file -> !file.toString().contains("/simulators/"))
                        .filter(file -> ALPHABET.matcher(text(file)).find())
                        .map(file -> file.getFileName().toString()))
                .containsExactly("Sku.java");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
