package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.goods.SimArticle.Card;
import se.brygga.simulators.specter.goods.SimArticle.SimVariant;
import se.brygga.simulators.specter.goods.SimArticleField;
import se.brygga.simulators.specter.seed.DirtyAssortment.Wish;

/** The assortment with the dirt of real ones, and "Varianthantering" by hand. */
class SpecterAssortmentTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Wish WISH = new Wish("DA", 100, 260, 1);

    @AutoClose
    private final SpecterDoor door = SpecterDoor.withoutNews(Clock.systemUTC());

    private final SpecterAccount account = door.account;

    private List<Card> filled(Wish wish) {
        List<Card> before = account.cards();
        account.fill(wish);
        return account.cards().stream().filter(card -> !before.contains(card)).toList();
    }

    @Test
    void theSameWishMakesTheSameArticles() {
        List<Card> here = filled(WISH);
        SpecterAccount other = door.specter.account(8888);
        other.fill(WISH);
        assertThat(other.cards()).containsAll(here);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "19, 19", "19, 60", "100, 100", "100, 260", "250, 600", "7, 200"})
    void thereAreAsManyProductsAndVariantsAsAskedFor(int products, int variants) {
        List<Card> cards = filled(new Wish("DA", products, variants, 3));
        Set<String> mains = cards.stream()
                .filter(card -> card.variant() != null)
                .map(card -> card.variant().mainArticleNo())
                .collect(Collectors.toSet());
        List<Card> withoutParts = cards.stream()
                .filter(card -> !card.articleNo().matches(".*-(DEL|INRE)"))
                .toList();
        assertThat(withoutParts).filteredOn(card -> card.variant() == null).hasSize(products);
        assertThat(withoutParts)
                .filteredOn(card -> !mains.contains(card.articleNo()))
                .hasSize(variants);
    }

    @Test
    void anAssortmentOfThousandsIsMadeAndReadInFull() throws Exception {
        account.fill(new Wish("DA", 5_000, 12_000, 1));
        Set<String> numbers =
                new HashSet<>(account.cards().stream().map(Card::articleNo).toList());
        assertThat(numbers).hasSizeGreaterThan(12_000).hasSameSizeAs(account.cards());
        assertThat(door.xml("getArticleInfoExternalNeedUpdate", "A1")).contains("<responseMaxLimit>100<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OTHER_CASE",
                "TRAILING_BLANK",
                "INNER_BLANK",
                "SWEDISH_LETTERS",
                "SLASH",
                "NAME_OF_140",
                "HTML_IN_NAME",
                "BROKEN_HTML",
                "WITHOUT_VAT",
                "PRICE_ZERO",
                "BAR_CODE_TWICE",
                "VARIANT_WITHOUT_VALUES",
                "PACKAGE_OF_PACKAGES",
                "MANY_VALUES",
                "NO_LATIN_1",
                "NO_WINDOWS_1252",
                "DEEP_GROUP",
                "HYPHENS_IN_NAME",
                "NUMBER_OF_DIGITS",
                "SERVICE"
            })
    void eachKindOfDirtIsThere(String kind) {
        List<Card> cards = filled(WISH);
        assertThat(cards).anyMatch(dirt(kind, cards));
    }

    private static Predicate<Card> dirt(String kind, List<Card> cards) {
        return switch (kind) {
            case "OTHER_CASE" ->
                card -> !card.articleNo().equals(card.articleNo().toUpperCase(Locale.ROOT))
                        && has(cards, card.articleNo().toUpperCase(Locale.ROOT));
            case "TRAILING_BLANK" -> card -> card.articleNo().endsWith(" ");
            case "INNER_BLANK" -> card -> card.articleNo().matches("\\S+ \\S+");
            case "SWEDISH_LETTERS" -> card -> card.articleNo().contains("ÅÄÖ");
            case "SLASH" -> card -> card.articleNo().contains("/");
            case "NAME_OF_140" -> card -> name(card).length() == 140;
            case "HTML_IN_NAME" -> card -> name(card).contains("<b>");
            case "BROKEN_HTML" -> card -> card.text(SimArticleField.LONG_TEXT).contains("lite < till");
            case "WITHOUT_VAT" -> card -> card.text(SimArticleField.VAT).isEmpty();
            case "PRICE_ZERO" ->
                card -> card.text(SimArticleField.PRICE).equals("0")
                        && card.type().equals("GW");
            case "BAR_CODE_TWICE" ->
                card -> cards.stream()
                                .filter(other ->
                                        !card.text(SimArticleField.BAR_CODE).isEmpty())
                                .filter(other -> other.text(SimArticleField.BAR_CODE)
                                        .equals(card.text(SimArticleField.BAR_CODE)))
                                .count()
                        == 2;
            case "VARIANT_WITHOUT_VALUES" ->
                card -> card.variant() != null && card.variant().values().isEmpty();
            case "PACKAGE_OF_PACKAGES" -> card -> name(card).startsWith("Paket av paket");
            case "MANY_VALUES" ->
                card -> card.variant() != null && card.variant().values().equals(Map.of("Kulör", "Kulör 60"));
            case "NO_LATIN_1" ->
                card -> !StandardCharsets.ISO_8859_1.newEncoder().canEncode(name(card));
            case "NO_WINDOWS_1252" ->
                card -> !Charset.forName("windows-1252").newEncoder().canEncode(card.text(SimArticleField.LONG_TEXT));
            case "DEEP_GROUP" -> card -> card.text(SimArticleField.GROUP).split("/").length == 6;
            case "HYPHENS_IN_NAME" ->
                card -> card.variant() == null && name(card).split(" - ").length == 3;
            case "NUMBER_OF_DIGITS" -> card -> card.articleNo().matches("\\d{8}");
            default -> card -> card.type().equals("EL");
        };
    }

    private static boolean has(List<Card> cards, String articleNo) {
        return cards.stream().anyMatch(card -> card.articleNo().equals(articleNo));
    }

    private static String name(Card card) {
        return card.text(SimArticleField.NAME);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "10, 9"})
    void anAssortmentThatCannotBeIsRefused(int products, int variants) {
        assertThatThrownBy(() -> new Wish("DA", products, variants, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoAssortmentsLieInOneAccountAndTheSameOneTwiceDoesNot() throws Exception {
        assertThat(control("assortment/9999", "{\"products\":20,\"variants\":40}")
                        .body())
                .contains("\"articles\":");
        assertThat(control("assortment/9999", "{\"products\":20,\"variants\":40,\"prefix\":\"DB\"}")
                        .status())
                .isEqualTo(200);
        int there = account.cards().size();
        assertThat(control("assortment/9999", "{\"products\":20,\"variants\":40}")
                        .status())
                .isEqualTo(400);
        assertThat(account.cards()).hasSize(there);
    }

    @Test
    void aNumberWithASlashIsChangedByAClick() throws Exception {
        account.byHand(articles -> articles.create("A/B %å", Map.of("name", "Mössa", "priceExclVat", "10")));
        String page = new Browser().send("GET", door.specter.uri() + "/", "").body();
        String path = "/__sim/articles/9999/A%252FB%20%25%C3%A5/fields";
        assertThat(page).contains(path);

        assertThat(form(path, "name=Toppluva&barCode=7350000000017&articleGroup=Kl%C3%A4der")
                        .status())
                .isEqualTo(303);

        assertThat(account.card("A/B %å")).satisfies(card -> {
            assertThat(name(card)).isEqualTo("Toppluva");
            assertThat(card.text(SimArticleField.GROUP)).isEqualTo("Kläder");
        });
    }

    @Test
    void aPersonMakesAMainArticleAddsAVariantRenumbersAndRemovesByClicks() throws Exception {
        assertThat(form("/__sim/articles/9999", "articleNo=MOSSA&name=M%C3%B6ssa&priceExclVat=99%2C50&vatPercent=25")
                        .status())
                .isEqualTo(303);
        form("/__sim/articles/9999/MOSSA/variants", "ending=-RED&values=F%C3%A4rg%3DR%C3%B6d%3BStorlek%3DM");
        form("/__sim/articles/9999/MOSSA/images", "images=fram%2C+bak");
        form("/__sim/articles/9999/MOSSA-RED/rename", "to=MOSSA-R");

        assertThat(account.card("MOSSA").pictures()).containsExactly("fram", "bak");
        assertThat(place("MOSSA-R").values()).containsEntry("Färg", "Röd").containsEntry("Storlek", "M");
        assertThat(name(account.card("MOSSA-R"))).isEqualTo("Mössa - Röd - M");
        form("/__sim/articles/9999/MOSSA-R/remove", "");
        assertThat(account.cards()).noneMatch(card -> card.articleNo().equals("MOSSA-R"));
        assertThat(form("/__sim/articles/9999/MOSSA/variants", "ending=-B&values=Bl%C3%A5")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theVariantsOfARenumberedMainArticleFollowIt() throws Exception {
        account.byHand(articles -> {
            articles.create("MOSSA", Map.of("name", "Mössa", "priceExclVat", "99"));
            articles.addVariant("MOSSA", "-RED", Map.of("Färg", "Röd"));
        });
        account.renameArticle("MOSSA", "LUVA");
        assertThat(place("MOSSA-RED").mainArticleNo()).isEqualTo("LUVA");
        assertThat(door.xml("getArticleInfoExternalNeedUpdate", "A1"))
                .contains("mainArticleNo=\"LUVA\"")
                .doesNotContain("mainArticleNo=\"MOSSA\"");
    }

    private SimVariant place(String articleNo) {
        return Objects.requireNonNull(account.card(articleNo).variant());
    }

    private Browser.Answer control(String path, String body) throws Exception {
        return new Browser().send("POST", door.specter.uri() + "/__sim/" + path, body);
    }

    private Browser.Answer form(String path, String body) throws Exception {
        return new Browser().send("POST", door.specter.uri() + path, body, "Content-Type", FORM);
    }
}
