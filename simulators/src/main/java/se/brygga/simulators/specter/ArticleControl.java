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
                return Optional.of(simulator.stock(sbmId));
            }
            simulator.addArticles(sbmId, call.wish().whole("count", 1));
            return Optional.empty();
        }
        String articleNo = call.at(2);
        if (call.size() > 3) {
            change(call, sbmId, articleNo);
        } else if (call.is("DELETE")) {
            simulator.removeArticle(sbmId, articleNo);
        } else {
            return Optional.of(simulator.article(sbmId, articleNo));
        }
        return Optional.empty();
    }

    private void change(Call call, long sbmId, String articleNo) {
        SimWish wish = call.wish();
        switch (call.at(3)) {
            case "stock" -> stock(wish, sbmId, articleNo);
            case "price" -> simulator.setPrice(sbmId, articleNo, wish.decimal("price"));
            case "sale" -> {
                if (call.is("DELETE") || wish.text("sale").isBlank()) {
                    simulator.endSale(sbmId, articleNo);
                } else {
                    simulator.setSale(sbmId, articleNo, wish.decimal("ordinary"), wish.decimal("sale"));
                }
            }
            case "name" -> simulator.setName(sbmId, articleNo, wish.required("name"));
            case "bar-code" -> simulator.setBarCode(sbmId, articleNo, wish.text("barCode"));
            case "type" -> simulator.setType(sbmId, articleNo, wish.required("type"));
            case "variant" -> simulator.setVariant(sbmId, articleNo, wish.required("main"), wish.map("values"));
            case "rename" -> simulator.renameArticle(sbmId, articleNo, wish.required("to"));
            case "package" -> simulator.addPackage(sbmId, articleNo, wish.required("name"), wish.decimals("parts"));
            default -> throw call.unknown();
        }
    }

    private void stock(SimWish wish, long sbmId, String articleNo) {
        if (wish.has("delta")) {
            simulator.changeStock(sbmId, articleNo, wish.whole("delta", 0));
        } else {
            simulator.setStock(sbmId, articleNo, wish.whole("site", 1), wish.decimal("shelf"));
        }
    }

    /** {@code price-lists/{sbmId}[/{id}]}: a tier is put or taken away; without an article the whole list goes. */
    Optional<Object> priceLists(Call call) {
        long sbmId = call.numberAt(1);
        if (call.size() == 2) {
            return Optional.of(simulator.priceLists(sbmId));
        }
        long id = call.numberAt(2);
        SimWish wish = call.wish();
        int fromQty = wish.whole("fromQty", 1);
        String articleNo = wish.text("articleNo");
        if (call.is("DELETE") && articleNo.isEmpty()) {
            simulator.removePriceList(sbmId, id);
        } else if (call.is("DELETE")) {
            simulator.removePrice(sbmId, id, articleNo, fromQty);
        } else if (wish.has("discountPercent")) {
            simulator.putDiscount(
                    sbmId, id, wish.required("currency"), articleNo, fromQty, wish.decimal("discountPercent"));
        } else {
            simulator.putPrice(sbmId, id, wish.required("currency"), articleNo, fromQty, wish.decimal("price"));
        }
        return Optional.empty();
    }
}
