package se.brygga.simulators.specter;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import se.brygga.simulators.specter.ControlApi.Call;
import se.brygga.simulators.specter.goods.ByHand;
import se.brygga.simulators.specter.seed.DirtyAssortment;

/** {@code articles/…} and {@code price-lists/…} of the control API. */
final class ArticleControl {

    private final SpecterSimulator simulator;

    ArticleControl(SpecterSimulator simulator) {
        this.simulator = simulator;
    }

    /** {@code articles/{sbmId}[/{articleNo}[/{what}]]}. */
    Optional<Object> articles(Call call) {
        long sbmId = call.numberAt(1);
        if (call.size() == 2) {
            if (!call.is("POST")) {
                return Optional.of(simulator.account(sbmId).stock());
            }
            add(call.wish(), simulator.account(sbmId));
            return Optional.empty();
        }
        String articleNo = call.at(2);
        if (call.size() == 4 && call.at(3).equals("card")) {
            return Optional.of(simulator.account(sbmId).card(articleNo));
        }
        if (call.size() > 3) {
            change(call, sbmId, articleNo);
        } else if (call.is("DELETE")) {
            simulator.account(sbmId).removeArticle(articleNo);
        } else {
            return Optional.of(simulator.account(sbmId).article(articleNo));
        }
        return Optional.empty();
    }

    private static void add(SimWish wish, SpecterAccount account) {
        if (wish.has("articleNo")) {
            Map<String, String> fields = wish.all();
            fields.remove("articleNo");
            account.byHand(articles -> articles.create(wish.required("articleNo"), fields));
        } else {
            account.addArticles(wish.whole("count", 1));
        }
    }

    private void change(Call call, long sbmId, String articleNo) {
        SimWish wish = call.wish();
        switch (call.at(3)) {
            case "stock" -> stock(wish, sbmId, articleNo);
            case "price" -> simulator.account(sbmId).setPrice(articleNo, wish.decimal("price"));
            case "sale" -> {
                if (call.is("DELETE") || wish.text("sale").isBlank()) {
                    simulator.account(sbmId).endSale(articleNo);
                } else {
                    simulator.account(sbmId).setSale(articleNo, wish.decimal("ordinary"), wish.decimal("sale"));
                }
            }
            default -> simulator.account(sbmId).byHand(articles -> byHand(articles, call, articleNo));
        }
    }

    private static void byHand(ByHand articles, Call call, String articleNo) {
        SimWish wish = call.wish();
        switch (call.at(3)) {
            case "new" -> articles.create(articleNo, wish.all());
            case "fields" -> articles.setFields(articleNo, wish.all());
            case "name" -> articles.setFields(articleNo, Map.of("name", wish.required("name")));
            case "bar-code" -> articles.setFields(articleNo, Map.of("barCode", wish.text("barCode")));
            case "type" -> articles.setType(articleNo, wish.required("type"));
            case "variant" -> articles.setVariant(articleNo, wish.text("main"), wish.pairs("values"));
            case "variants" -> articles.addVariant(articleNo, wish.required("ending"), wish.pairs("values"));
            case "images" -> articles.setPictures(articleNo, wish.list("images"));
            case "rename" -> articles.rename(articleNo, wish.required("to"));
            case "remove" -> articles.remove(articleNo);
            case "package" -> articles.addPackage(articleNo, wish.required("name"), wish.decimals("parts"));
            default -> throw call.unknown();
        }
    }

    /** {@code assortment/{sbmId}}: fills the account. */
    Optional<Object> assortment(Call call) {
        SimWish wish = call.wish();
        int products = wish.whole("products", 100);
        int articles = simulator
                .account(call.numberAt(1))
                .fill(new DirtyAssortment.Wish(
                        wish.has("prefix") ? wish.required("prefix") : "DA",
                        products,
                        wish.whole("variants", products * 12 / 5),
                        wish.whole("seed", 1)));
        return Optional.of(Map.of("articles", articles));
    }

    /** {@code till/{sbmId}[/{articleNo}/sell|return]}. */
    Optional<Object> till(Call call) {
        SpecterAccount account = simulator.account(call.numberAt(1));
        SimWish wish = call.wish();
        if (call.size() == 2 && !call.is("POST")) {
            return Optional.of(account.receipts());
        }
        String articleNo = call.size() == 2 ? wish.required("articleNo") : call.at(2);
        BigDecimal quantity = wish.has("quantity") ? wish.decimal("quantity") : BigDecimal.ONE;
        String what = call.size() == 2 ? wish.required("what") : call.at(3);
        switch (what) {
            case "sell" -> account.atTheTill(till -> till.sell(articleNo, quantity));
            case "return" -> account.atTheTill(till -> till.takeBack(articleNo, quantity));
            default -> throw call.unknown();
        }
        return Optional.empty();
    }

    /** {@code writes/{sbmId}[/{articleNo}]}: what calls have written of articles, and how many calls there were. */
    Optional<Object> writes(Call call) {
        SpecterAccount account = simulator.account(call.numberAt(1));
        if (call.is("DELETE")) {
            account.forgetArticleWrites();
            return Optional.empty();
        }
        if (call.size() == 2) {
            return Optional.of(Map.of("counts", account.articleWriteCounts(), "writes", account.articleWrites()));
        }
        String articleNo = call.at(2);
        return Optional.of(account.articleWrites().stream()
                .filter(write -> write.articleNo().equals(articleNo))
                .toList());
    }

    private void stock(SimWish wish, long sbmId, String articleNo) {
        if (wish.has("delta")) {
            simulator.account(sbmId).changeStock(articleNo, wish.whole("delta", 0));
        } else {
            simulator.account(sbmId).setStock(articleNo, wish.whole("site", 1), wish.decimal("shelf"));
        }
    }

    /** {@code price-lists/{sbmId}[/{id}]}: a tier is put or taken away; without an article the whole list goes. */
    Optional<Object> priceLists(Call call) {
        long sbmId = call.numberAt(1);
        if (call.size() == 2) {
            return Optional.of(simulator.account(sbmId).priceLists());
        }
        long id = call.numberAt(2);
        SimWish wish = call.wish();
        int fromQty = wish.whole("fromQty", 1);
        String articleNo = wish.text("articleNo");
        if (call.is("DELETE") && articleNo.isEmpty()) {
            simulator.account(sbmId).removePriceList(id);
        } else if (call.is("DELETE")) {
            simulator.account(sbmId).removePrice(id, articleNo, fromQty);
        } else if (wish.has("discountPercent")) {
            simulator
                    .account(sbmId)
                    .putDiscount(id, wish.required("currency"), articleNo, fromQty, wish.decimal("discountPercent"));
        } else {
            simulator.account(sbmId).putPrice(id, wish.required("currency"), articleNo, fromQty, wish.decimal("price"));
        }
        return Optional.empty();
    }
}
