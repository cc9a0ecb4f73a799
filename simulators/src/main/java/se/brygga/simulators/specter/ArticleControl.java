package se.brygga.simulators.specter;

import java.util.Optional;
import se.brygga.simulators.specter.ControlApi.Call;

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
            simulator.account(sbmId).addArticles(call.wish().whole("count", 1));
            return Optional.empty();
        }
        String articleNo = call.at(2);
        if (call.size() > 3) {
            change(call, sbmId, articleNo);
        } else if (call.is("DELETE")) {
            simulator.account(sbmId).removeArticle(articleNo);
        } else {
            return Optional.of(simulator.account(sbmId).article(articleNo));
        }
        return Optional.empty();
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
            case "name" -> simulator.account(sbmId).setName(articleNo, wish.required("name"));
            case "bar-code" -> simulator.account(sbmId).setBarCode(articleNo, wish.text("barCode"));
            case "type" -> simulator.account(sbmId).setType(articleNo, wish.required("type"));
            case "variant" -> simulator.account(sbmId).setVariant(articleNo, wish.required("main"), wish.map("values"));
            case "rename" -> simulator.account(sbmId).renameArticle(articleNo, wish.required("to"));
            case "package" ->
                simulator.account(sbmId).addPackage(articleNo, wish.required("name"), wish.decimals("parts"));
            default -> throw call.unknown();
        }
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
