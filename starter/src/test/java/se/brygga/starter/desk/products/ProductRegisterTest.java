package se.brygga.starter.desk.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.brygga.activities.products.shop.ShopLineBook;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.cli.products.Register;
import se.brygga.cli.terminal.Lines;
import se.brygga.setup.products.ProductField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The register in the documents is what {@code brygga products register --markdown} prints. After a change of the register, make the
 * document anew: {@code mvn test -pl starter -am -Dtest=ProductRegisterTest -Dsurefire.failIfNoSpecifiedTests=false -Dbrygga.write-documents=true}.
 */
class ProductRegisterTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "products.md");

    private static final String HEAD = """
            # Products: what is carried

            Made from the code that carries it. `brygga products register SHOP` shows the same with the modes of a shop's set-up.

            * `follow`: the master's value always wins. `create`: given once, when the article or product is created. `off`: not carried. The first word
              is what counts where `products.fields` says nothing. The words in brackets are what it may say instead.
            * An empty value is not carried: it takes nothing away. A weight or price of 0 counts as empty.
            * Price and stock belong to the feeds. An article that is created in Specter gets both once.
            * An amount is carried only where the shop's master list has the currency of the articles (`prices.currency`, else SEK).
            * Specter ignores the buy price of an article that has a supplier.
            * A product with variants is a main article and its variants in Specter, where the set-up has `specter.assumedAdapter`. Else Specter has
              the values in the articles' names alone.

            """;

    @Test
    void theDocumentIsWhatTheCodeCarries() throws IOException {
        JsonNode answer = JsonMapper.shared()
                .valueToTree(new ProductDesk(
                                mock(ProductBook.class),
                                mock(ShopLineBook.class),
                                mock(SetupStore.class),
                                mock(ArticleStories.class),
                                mock(ProductRetries.class))
                        .register());
        String right = HEAD + Register.markdown(answer, Lines.in(Locale.ENGLISH));

        if (Boolean.getBoolean("brygga.write-documents")) {
            Files.writeString(DOCUMENT, right);
        }

        assertThat(DOCUMENT).as("Make it anew: see this class").content().isEqualTo(right);
        assertThat(right)
                .contains(java.util.Arrays.stream(ProductField.values())
                        .map(ProductField::word)
                        .toList());
    }
}
