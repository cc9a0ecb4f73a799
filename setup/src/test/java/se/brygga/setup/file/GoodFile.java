package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;

/** A set-up file without mistakes, for tests that add to it; its one shop comes last. */
final class GoodFile {

    static final String TEXT = """
            tenant: nordkajak
            package: 400
            flow: combined
            specter:
              baseUrl: "https://api.specter.se/"
              sbmId: 9999
              apiUserId: 7
              apiUserKey: "${USER_KEY}"
              integrationKey: "hemlig-i-klartext"
            shops:
              - shop: kajak-se
                webshopId: 1
                orderNoPrefix: K
                starweb: { baseUrl: "https://kajak.example/api/v2", clientId: a.b, clientSecret: "${SHOP_SECRET}" }
                orders:
                  transferWhen: [created, picking]
                  payments:
                    klarna: { code: KG }
                  shipping:
                    postnord: { article: FRAKT, method: PostNord }
                  articles: { discount: RABATT, fee: AVGIFT, rounding: AVRUNDNING }
            """;

    private GoodFile() {}

    /** @param sections indented as the shop's other keys are */
    static String withInShop(String sections) {
        return TEXT + sections.indent(0);
    }

    static SetupFile.Result read(String text) {
        return SetupFile.read(text, name -> Optional.of("value of " + name));
    }

    /** The tenant of a file that must be free of mistakes. */
    static TenantSetup tenant(String text) {
        SetupFile.Result result = read(text);
        assertThat(result.mistakes()).isEmpty();
        return result.setups().getFirst();
    }

    /** Its shop, with these sections. */
    static ShopSetup shop(String sections) {
        return tenant(withInShop(sections)).shops().getFirst();
    }

    /** Each mistake of the good file with these sections in its shop, as {@code path: problem. Remedy.} */
    static List<String> mistakes(String sections) {
        return read(withInShop(sections)).mistakes().stream()
                .map(mistake ->
                        Objects.requireNonNull(mistake).toString().replaceFirst("^line \\d+, shops\\[0]\\.", ""))
                .toList();
    }
}
